package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import matterbook.notebook.eval.CompileErrors.Problem;
import matterbook.notebook.eval.JavaTokens.Token;
import matterbook.notebook.eval.SourceSplitter.Piece;

/**
 * Imports by name what a cell uses: the names of {@link KitImports} when they are mentioned, others of
 * {@link KitIndex} when the compiler misses them. What the learner declares or imports always wins.
 */
final class Imports {
    private final JShell shell;
    private final KitIndex index;
    private final Map<String, ImportSnippet> ours = new HashMap<>();

    Imports(JShell shell, KitIndex index) {
        this.shell = shell;
        this.index = index;
    }

    /** What a cell may not do with names, or empty; the names it declares are free for it afterwards. */
    Optional<Problem> prepare(JavaTokens tokens) {
        DeclaredNames declared = DeclaredNames.of(tokens);
        Optional<Problem> clash = clash(tokens, declared);
        if (clash.isEmpty()) {
            giveWay(declared);
            mention(tokens, declared);
        }
        return clash;
    }

    /** Takes the imports of a cell that has not run, so that questions about it can be answered. */
    void take(JavaTokens tokens, List<Piece> pieces) {
        if (prepare(tokens).isPresent()) {
            return;
        }
        for (Piece piece : pieces) {
            String source = piece.source().strip();
            if (source.startsWith("import ") && source.endsWith(";")
                    && shell.imports().noneMatch(one -> one.source().strip().equals(source))) {
                shell.eval(source);
            }
        }
    }

    /**
     * Imports the type, or the static method, that the compiler calls missing. Returns whether that changed anything;
     * a name that could mean several classes adds a line to {@code hints}.
     *
     * @param missing {@code class Foo}, {@code variable Foo} or {@code method foo(int)}, as the compiler says it
     */
    boolean resolve(String missing, Set<String> declaredLater, List<String> hints) {
        String kind = missing.substring(0, Math.max(0, missing.indexOf(' ')));
        String name = missing.substring(kind.length()).strip().replaceFirst("\\(.*", "");
        if (kind.equals("method")) {
            String known = KitImports.STATIC_NAMES.get(name);
            return known != null
                    ? importOne("static " + known)
                    : index.staticOwner(name).map(owner -> importOne("static " + owner + "." + name)).orElse(false);
        }
        if (declaredLater.contains(name)) {
            return false;
        }
        List<String> candidates = index.types(name);
        if (candidates.size() > 1) {
            hints.add(name + " could be " + String.join(" or ", candidates) + ": import the one you mean");
        }
        return candidates.size() == 1 && importOne(candidates.getFirst());
    }

    private Optional<Problem> clash(JavaTokens tokens, DeclaredNames declared) {
        for (Map.Entry<String, Integer> type : declared.types().entrySet()) {
            String kits = KitImports.TYPE_NAMES.get(type.getKey());
            if (kits != null) {
                return Optional.of(new Problem(type.getValue(),
                        type.getKey() + " means " + kits + " in every notebook; give your type another name"));
            }
        }
        for (Map.Entry<String, Integer> member : declared.members().entrySet()) {
            String kits = KitImports.STATIC_NAMES.getOrDefault(member.getKey(), "");
            if (KitImports.isReserved(member.getKey()) && tokens.list().stream().anyMatch(
                    token -> token.start() == member.getValue() + member.getKey().length() && token.is("("))) {
                return Optional.of(new Problem(member.getValue(), member.getKey() + " means " + kits
                        + " in every notebook; give your method another name"));
            }
        }
        return clashOfImport(tokens, declared);
    }

    /** A single import of a name that the notebook declares as a type would leave every later cell broken. */
    private Optional<Problem> clashOfImport(JavaTokens tokens, DeclaredNames declared) {
        for (int i = 0; i < tokens.list().size(); i++) {
            if (tokens.at(i).is("import") && tokens.at(i).depth() == 0 && !tokens.at(i + 1).is("static")) {
                int last = i + 1;
                while (tokens.at(last + 1).is(".")) {
                    last += 2;
                }
                Token name = tokens.at(last);
                if (declared.types().containsKey(name.text())
                        || shell.types().anyMatch(type -> type.name().equals(name.text()))) {
                    return Optional.of(new Problem(name.start(), name.text()
                            + " is a type of this notebook already; write the imported one with its package"));
                }
            }
        }
        return Optional.empty();
    }

    private void giveWay(DeclaredNames declared) {
        for (ImportSnippet one : shell.imports().toList()) {
            String name = one.name();
            boolean type = one.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND && declared.types().containsKey(name);
            boolean member = one.subKind() == SubKind.SINGLE_STATIC_IMPORT_SUBKIND
                    && declared.members().containsKey(name);
            if (type || member) {
                shell.drop(one);
            }
        }
    }

    private void mention(JavaTokens tokens, DeclaredNames declared) {
        Set<String> users = new HashSet<>(declared.types().keySet());
        users.addAll(declared.members().keySet());
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < tokens.list().size(); i++) {
            Token token = tokens.at(i);
            if (token.isWord() && !tokens.at(i - 1).is(".") && !users.contains(token.text())) {
                String type = KitImports.TYPE_NAMES.get(token.text());
                String member = KitImports.STATIC_NAMES.get(token.text());
                if (type != null) {
                    wanted.add(type);
                } else if (member != null) {
                    wanted.add("static " + member);
                }
            }
        }
        wanted.removeIf(this::isActive);
        if (!wanted.isEmpty()) {
            Set<String> taken = takenNames();
            wanted.stream().filter(name -> !taken.contains(name.substring(name.lastIndexOf('.') + 1))).sorted()
                    .forEach(this::importOne);
        }
    }

    private Set<String> takenNames() {
        Set<String> taken = new HashSet<>();
        Stream.of(shell.types(), shell.methods(), shell.variables()).flatMap(part -> part)
                .forEach(snippet -> taken.add(((DeclarationSnippet) snippet).name()));
        shell.imports().filter(one -> !one.name().equals("*")).forEach(one -> taken.add(one.name()));
        return taken;
    }

    private boolean isActive(String name) {
        ImportSnippet mine = ours.get(name);
        return mine != null && shell.status(mine).isActive();
    }

    private boolean importOne(String name) {
        if (isActive(name)) {
            return false;
        }
        List<ImportSnippet> made = new ArrayList<>();
        shell.eval("import " + name + ";").forEach(event -> {
            if (event.snippet() instanceof ImportSnippet snippet && event.status() == Snippet.Status.VALID) {
                made.add(snippet);
            }
        });
        made.forEach(snippet -> ours.put(name, snippet));
        return !made.isEmpty();
    }
}
