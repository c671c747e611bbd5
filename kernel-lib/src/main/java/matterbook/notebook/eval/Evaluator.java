package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.notebook.display.Display;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.display.Renderers;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cells of one notebook, in this JVM. Any thread may call; cells run one after another.
 *
 * <p>The value of a cell is that of its last snippet if this is an expression without a semicolon:
 * {@code chain.stationary()} shows, {@code chain.stationary();} does not. Assignments, declarations, statements and
 * calls of void methods have no value.
 */
public final class Evaluator implements AutoCloseable {
    private final CellThread thread;
    private final CapturedStreams streams;
    private final CellExecutionControl control;
    private final JShell shell;
    private final SourceSplitter splitter;
    private final Object state = new Object();
    private boolean running;
    private boolean inUserCode;

    private Evaluator() {
        streams = new CapturedStreams();
        CellClassLoader loader = new CellClassLoader(Objects.requireNonNull(Evaluator.class.getClassLoader()));
        thread = new CellThread(loader);
        control = new CellExecutionControl(loader, new Phase());
        shell = JShell.builder().executionEngine(new Provider(control), Map.of()).build();
        splitter = new SourceSplitter(shell.sourceCodeAnalysis());
        Display.connect(streams.ordered());
    }

    /** A fresh evaluator that captures this JVM's standard streams until it is closed. */
    public static Evaluator create() {
        return new Evaluator();
    }

    /** Runs one cell and waits for its end; whatever its code does, the outcome is a result. */
    public CellResult run(String source, OutputSink sink, InputSource input) {
        streams.connect(sink, input);
        return thread.call(() -> runCell(source), this::interrupt);
    }

    /** Stops the running cell, from any thread; without one it does nothing. */
    public void interrupt() {
        synchronized (state) {
            if (running) {
                Stop.request();
                if (inUserCode) {
                    thread.interrupt();
                }
            }
        }
    }

    /** What could stand at the cursor. */
    public Completion complete(String source, int cursor) {
        int[] anchor = {cursor};
        List<Completion.Candidate> candidates = new ArrayList<>();
        for (SourceCodeAnalysis.Suggestion suggestion : shell.sourceCodeAnalysis().completionSuggestions(source, cursor,
                anchor)) {
            candidates.add(new Completion.Candidate(suggestion.continuation(), "instance", ""));
        }
        return new Completion(anchor[0], cursor, candidates);
    }

    /** Signature and documentation of what stands at the cursor. */
    public Optional<MimeBundle> inspect(String source, int cursor, int detailLevel) {
        List<SourceCodeAnalysis.Documentation> found = shell.sourceCodeAnalysis().documentation(source, cursor,
                detailLevel > 0);
        return found.isEmpty() ? Optional.empty() : Optional.of(MimeBundle.text(found.getFirst().signature()));
    }

    /** Whether the source can run as it stands. */
    public Completeness completeness(String source) {
        return splitter.completeness(source);
    }

    @Override
    public void close() {
        interrupt();
        thread.call(() -> {
            shell.close();
            return true;
        }, () -> {
        });
        thread.close();
        Display.connect(null);
        streams.close();
    }

    private CellResult runCell(String source) {
        synchronized (state) {
            Stop.clear();
            running = true;
        }
        try {
            CellResult result = runSnippets(source);
            return Stop.isRequested() && result instanceof CellResult.Failed ? interrupted() : result;
        } catch (RuntimeException | Error failure) {
            return Stop.isRequested() ? interrupted() : exception(failure);
        } finally {
            synchronized (state) {
                running = false;
                Thread.interrupted();
            }
            streams.flush();
        }
    }

    private CellResult runSnippets(String source) {
        List<SourceSplitter.Piece> pieces = splitter.split(source);
        boolean hasValue = false;
        for (SourceSplitter.Piece piece : pieces) {
            Stop.check();
            control.reset();
            for (SnippetEvent event : shell.eval(piece.source())) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    return compileError(event.snippet());
                }
                Throwable thrown = control.thrown();
                if (thrown != null) {
                    return exception(thrown);
                }
                hasValue = hasValue(event.snippet());
            }
        }
        Object value = hasValue && !source.stripTrailing().endsWith(";") ? control.value() : null;
        return new CellResult.Done(value, value == null ? null : render(value));
    }

    private MimeBundle render(Object value) {
        new Phase().enter();
        try {
            return Renderers.standard().render(value);
        } finally {
            new Phase().leave();
        }
    }

    private static boolean hasValue(Snippet snippet) {
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    private CellResult compileError(Snippet snippet) {
        List<String> lines = shell.diagnostics(snippet).filter(Diag::isError)
                .map(diag -> diag.getMessage(Locale.ROOT)).toList();
        return new CellResult.Failed(CellResult.Kind.COMPILE_ERROR, "CompileError", String.join("\n", lines), lines, 0);
    }

    private static CellResult exception(Throwable thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        String name = thrown.getClass().getSimpleName();
        CellResult.Kind kind = thrown instanceof CellExit
                ? CellResult.Kind.EXIT
                : thrown instanceof Stopped ? CellResult.Kind.INTERRUPTED : CellResult.Kind.EXCEPTION;
        return new CellResult.Failed(kind, name, message, List.of(name + ": " + message), 0);
    }

    private static CellResult interrupted() {
        return new CellResult.Failed(CellResult.Kind.INTERRUPTED, "Interrupted", "Interrupted", List.of("Interrupted"),
                0);
    }

    /** Knows whether user code runs on the cell thread. */
    private final class Phase implements CellExecutionControl.UserCode {
        @Override
        public void enter() {
            synchronized (state) {
                Stop.check();
                inUserCode = true;
            }
        }

        @Override
        public void leave() {
            synchronized (state) {
                inUserCode = false;
                Thread.interrupted();
            }
        }
    }

    private record Provider(CellExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "matterbook";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, @Nullable Map<String, String> parameters) {
            return control;
        }
    }
}
