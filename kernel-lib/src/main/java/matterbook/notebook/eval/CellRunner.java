package matterbook.notebook.eval;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import matterbook.core.Stop;
import matterbook.notebook.display.Display;
import matterbook.notebook.display.Renderers;
import matterbook.notebook.eval.CompileErrors.Problem;
import matterbook.notebook.eval.SourceSplitter.Piece;
import org.jspecify.annotations.Nullable;

/** Runs one cell: its snippets one by one, up to the first that fails, and renders the last one's value. */
final class CellRunner {
    private final JShell shell;
    private final CellExecutionControl control;
    private final SourceSplitter splitter;
    private final Imports imports;
    private final UserFrames frames;
    /** Variables that went when their type was declared anew -> that type. */
    private final Map<String, String> lost = new HashMap<>();

    CellRunner(JShell shell, CellExecutionControl control, SourceSplitter splitter, Imports imports,
            UserFrames frames) {
        this.shell = shell;
        this.control = control;
        this.splitter = splitter;
        this.imports = imports;
        this.frames = frames;
    }

    /** A cell on its way. */
    private record Cell(String source, Set<String> types, List<DeclarationSnippet> waiting) {}

    /**
     * Runs a cell.
     *
     * @param number beside the cell in the notebook; 0 where it has none
     */
    CellResult run(String text, int number) {
        String source = text.replace("\r\n", "\n").replace('\r', '\n');
        frames.startCell(number);
        JavaTokens tokens = JavaTokens.of(source);
        Optional<Problem> clash = imports.prepare(tokens);
        if (clash.isPresent()) {
            return CompileErrors.failed(source, List.of(clash.get()), List.of());
        }
        List<Piece> pieces = splitter.split(source);
        Cell cell = new Cell(source, DeclaredNames.of(tokens).types().keySet(), new ArrayList<>());
        if (!pieces.isEmpty() && !pieces.getLast().whole()) {
            CellResult.Failed broken = broken(source, pieces.getLast());
            if (broken != null) {
                return broken;
            }
        }
        for (Piece piece : pieces) {
            Stop.check();
            CellResult.Failed failed = run(cell, piece);
            if (failed != null) {
                return failed;
            }
        }
        CellResult.Failed undefined = undefined(cell);
        return undefined != null ? undefined : done(tokens);
    }

    /** The errors of a rest that does not parse: they show before anything of the cell runs. */
    private CellResult.@Nullable Failed broken(String source, Piece rest) {
        List<Diag> diagnostics = shell.sourceCodeAnalysis().sourceToSnippets(rest.source()).stream()
                .filter(snippet -> snippet.kind() == Snippet.Kind.ERRONEOUS).flatMap(shell::diagnostics).toList();
        List<Problem> problems = CompileErrors.of(diagnostics, rest.start());
        return problems.isEmpty() ? null : CompileErrors.failed(source, problems, List.of());
    }

    /** What went wrong with an exception outside of any snippet. */
    CellResult.Failed failed(Throwable thrown) {
        return frames.failed(CellResult.Kind.EXCEPTION, thrown, null);
    }

    private CellResult done(JavaTokens tokens) {
        Object value = tokens.endsWithSemicolon() ? null : control.takeValue();
        // handles to outputs that show already
        if (value == null || value instanceof Display || value instanceof PrintStream) {
            return new CellResult.Done(null, null);
        }
        return new CellResult.Done(value, control.asUserCode(() -> Renderers.standard().render(value)));
    }

    private CellResult.@Nullable Failed run(Cell cell, Piece piece) {
        List<String> hints = new ArrayList<>();
        List<SnippetEvent> events;
        frames.startSnippet(CompileErrors.lineOf(cell.source(), piece.start()));
        do {
            control.reset();
            events = shell.eval(piece.source());
        } while (isRejected(events) && importMissing(cell, piece, events.getFirst().snippet(), hints));
        noteLostVariables(events);
        boolean hasValue = false;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                importFor(cell, event.snippet(), hints);
            } else {
                Snippet snippet = event.snippet();
                frames.note(snippet.id(), CompileErrors.lineOf(cell.source(), piece.start()));
                CellResult.Failed failed = outcome(cell, piece, event, hints);
                if (failed != null) {
                    return failed;
                }
                hasValue = hasValue(snippet);
            }
        }
        if (!hasValue || JavaTokens.of(piece.source()).assigns()) {
            control.reset();
        }
        return null;
    }

    private CellResult.@Nullable Failed outcome(Cell cell, Piece piece, SnippetEvent event, List<String> hints) {
        Snippet snippet = event.snippet();
        if (event.status() == Status.REJECTED) {
            List<Diag> diagnostics = shell.diagnostics(snippet).toList();
            diagnostics.forEach(diag -> CompileErrors.missing(diag, piece.source()).ifPresent(what -> {
                String type = lost.get(what.replaceFirst("^variable ", ""));
                if (type != null) {
                    hints.add(what + " went when " + type + " was declared anew: run the cell that sets it again");
                }
            }));
            return CompileErrors.failed(cell.source(), CompileErrors.of(diagnostics, piece.start()), hints);
        }
        CellResult.Failed failed = thrown(event);
        if (failed != null && snippet instanceof VarSnippet) {
            // JShell would leave an empty variable behind
            shell.drop(snippet);
        } else {
            forgetTemporary(snippet);
            if (snippet instanceof DeclarationSnippet declaration) {
                waitFor(cell, declaration, hints);
            }
        }
        return failed;
    }

    private CellResult.@Nullable Failed thrown(SnippetEvent event) {
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            return frames.failed("UndefinedReference", whyUndefined(unresolved.getSnippet()), unresolved);
        }
        Throwable thrown = control.thrown();
        if (thrown == null) {
            return null;
        }
        CellResult.Kind kind = thrown instanceof CellExit ? CellResult.Kind.EXIT : CellResult.Kind.EXCEPTION;
        return frames.failed(kind, thrown, event.exception());
    }

    private String whyUndefined(DeclarationSnippet user) {
        List<String> missing = shell.unresolvedDependencies(user).toList();
        return missing.isEmpty()
                ? user.name() + " fits no longer what was declared after it: run its cell again"
                : user.name() + " uses " + String.join(" and ", missing) + ", which is not defined";
    }

    /** A shown value lives in a variable of JShell's: dropped, it costs later cells nothing and can be collected. */
    private void forgetTemporary(Snippet snippet) {
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            control.clearVariable(((VarSnippet) snippet).name());
            shell.drop(snippet);
        }
    }

    private static boolean isRejected(List<SnippetEvent> events) {
        return !events.isEmpty() && events.getFirst().status() == Status.REJECTED;
    }

    private boolean importMissing(Cell cell, Piece piece, Snippet snippet, List<String> hints) {
        boolean changed = false;
        for (Diag diag : shell.diagnostics(snippet).toList()) {
            Optional<String> missing = CompileErrors.missing(diag, piece.source());
            changed |= missing.isPresent() && imports.resolve(missing.get(), cell.types(), hints);
        }
        return changed;
    }

    /** A declaration that uses what is not defined yet: the kit may know it, or the rest of the cell defines it. */
    private void waitFor(Cell cell, DeclarationSnippet snippet, List<String> hints) {
        if (importFor(cell, snippet, hints)) {
            cell.waiting().add(snippet);
        }
    }

    /** Imports what a declaration misses; whether it missed anything. */
    private boolean importFor(Cell cell, Snippet snippet, List<String> hints) {
        boolean misses = snippet instanceof DeclarationSnippet
                && (shell.status(snippet) == Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED);
        if (misses) {
            shell.unresolvedDependencies((DeclarationSnippet) snippet).toList()
                    .forEach(missing -> imports.resolve(missing, cell.types(), hints));
            shell.diagnostics(snippet).toList().forEach(diag -> CompileErrors.missing(diag, snippet.source())
                    .ifPresent(missing -> imports.resolve(missing, cell.types(), hints)));
        }
        return misses;
    }

    private CellResult.@Nullable Failed undefined(Cell cell) {
        for (DeclarationSnippet snippet : cell.waiting()) {
            if (shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED) {
                List<Problem> problems = shell.unresolvedDependencies(snippet).map(missing -> {
                    String name = missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
                    int at = JavaTokens.of(cell.source()).list().stream().filter(token -> token.is(name))
                            .mapToInt(JavaTokens.Token::start).findFirst().orElse(0);
                    return new Problem(at, "cannot find symbol\n  symbol:   " + missing);
                }).toList();
                cell.waiting().forEach(shell::drop);
                return CompileErrors.failed(cell.source(), problems, List.of());
            }
        }
        return null;
    }

    /** JShell empties the variables of a type that is declared anew; a variable that is gone says so when it is used. */
    private void noteLostVariables(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.causeSnippet() instanceof DeclarationSnippet cause
                    && event.snippet() instanceof VarSnippet variable && event.status().isActive()) {
                lost.put(variable.name(), cause.name());
                shell.drop(variable);
            } else if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet set) {
                lost.remove(set.name());
            }
        }
    }

    private static boolean hasValue(Snippet snippet) {
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }
}
