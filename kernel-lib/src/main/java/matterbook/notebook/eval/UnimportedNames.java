package matterbook.notebook.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import matterbook.notebook.eval.JavaTokens.Token;

/**
 * Writes out in full the names that running a cell would import on demand, so that questions about code that has not
 * run find them and the session keeps no import of them.
 */
final class UnimportedNames {
    private final JShell shell;
    private final KitIndex index;

    UnimportedNames(JShell shell, KitIndex index) {
        this.shell = shell;
        this.index = index;
    }

    /** The code with each such name qualified, but for its last word: that one may not be whole yet. */
    String qualify(String code) {
        JavaTokens tokens = JavaTokens.of(code);
        Set<String> taken = taken(tokens);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.list().size() - 1; i++) {
            Token token = tokens.at(i);
            if (token.isWord() && !tokens.at(i - 1).is(".") && !tokens.at(i - 1).is("@")
                    && !taken.contains(token.text())) {
                Optional<String> owner = owner(tokens, i);
                if (owner.isPresent()) {
                    text.append(code, done, token.start()).append(owner.get()).append('.');
                    done = token.start();
                }
            }
        }
        return text.append(code.substring(done)).toString();
    }

    /** The package of a type, or the class of a static method. */
    private Optional<String> owner(JavaTokens tokens, int i) {
        String name = tokens.at(i).text();
        boolean called = tokens.at(i + 1).is("(") && !tokens.at(i - 1).is("new");
        if (called) {
            return index.staticOwner(name);
        }
        List<String> types = Character.isUpperCase(name.charAt(0)) ? index.types(name) : List.of();
        return types.size() == 1
                ? Optional.of(types.getFirst().substring(0, types.getFirst().lastIndexOf('.')))
                : Optional.empty();
    }

    private Set<String> taken(JavaTokens tokens) {
        DeclaredNames declared = DeclaredNames.of(tokens);
        Set<String> taken = new HashSet<>(declared.types().keySet());
        taken.addAll(declared.members().keySet());
        Stream.of(shell.types(), shell.methods(), shell.variables()).flatMap(part -> part)
                .forEach(snippet -> taken.add(((DeclarationSnippet) snippet).name()));
        shell.imports().forEach(one -> taken.add(one.name()));
        return taken;
    }
}
