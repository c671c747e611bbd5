package matterbook.notebook.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import matterbook.notebook.eval.JavaTokens.Token;

/** The names that code declares and that are in scope at its end: variables, parameters, methods, types. */
final class LocalNames {
    private static final Set<String> AFTER_VARIABLE = Set.of("=", ";", ",", ")", ":", "&");
    private static final Set<String> NO_TYPES = Set.of("return", "throw", "new", "else", "case", "do", "assert",
            "yield", "import", "package", "instanceof", "static", "final", "break", "continue", "throws");

    private final JavaTokens tokens;

    private LocalNames(JavaTokens tokens) {
        this.tokens = tokens;
    }

    /** Name to kind, as in {@link Completion.Candidate}; the last token is the word that is being typed. */
    static Map<String, String> atEnd(JavaTokens tokens) {
        LocalNames names = new LocalNames(tokens);
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < tokens.list().size() - 1; i++) {
            String kind = tokens.at(i).isWord() ? names.kind(i) : "";
            if (!kind.isEmpty() && names.inScope(i)) {
                found.put(tokens.at(i).text(), kind);
            }
        }
        return found;
    }

    private String kind(int i) {
        Token before = tokens.at(i - 1);
        Token after = tokens.at(i + 1);
        if (DeclaredNames.TYPE_WORDS.contains(before.text()) && !tokens.at(i - 2).is(".")) {
            return "class";
        }
        boolean typed = before.isWord()
                ? !NO_TYPES.contains(before.text())
                : before.is(">") || before.is("]") || (before.is(".") && tokens.at(i - 2).is("."));
        if (typed && after.is("(")) {
            Token behind = tokens.at(tokens.closing(i + 1) + 1);
            return behind.is("{") || behind.is("throws") || tokens.closing(i + 1) >= tokens.list().size() - 1
                    ? "function"
                    : "";
        }
        boolean variable = (typed && AFTER_VARIABLE.contains(after.text())) || (before.is(",") && after.is("="))
                || (after.is("->") && !before.is("case"));
        return variable ? "instance" : "";
    }

    private boolean inScope(int i) {
        int depth = tokens.at(i).depth();
        int opener = i;
        while (opener >= 0 && tokens.at(opener).depth() >= depth) {
            opener--;
        }
        int close = opener < 0 ? tokens.list().size() : tokens.closing(opener);
        if (close >= tokens.list().size()) {
            return true;
        }
        return tokens.at(opener).is("(") && bodyIsOpen(close);
    }

    /** What stands in round brackets - parameters, the head of a loop - holds for the block or statement after them. */
    private boolean bodyIsOpen(int close) {
        int depth = tokens.at(close).depth();
        for (int i = close + 1; i < tokens.list().size(); i++) {
            Token token = tokens.at(i);
            if (token.depth() == depth && token.is("{")) {
                return tokens.closing(i) >= tokens.list().size();
            }
            if (token.depth() < depth || (token.depth() == depth && token.is(";"))) {
                return false;
            }
        }
        return true;
    }
}
