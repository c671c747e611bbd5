package matterbook.notebook.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import matterbook.notebook.eval.JavaTokens.Token;

/** The names that a cell declares at its top level, with the offset of each: they win over what the kit would import. */
record DeclaredNames(Map<String, Integer> types, Map<String, Integer> members) {
    static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");
    /** Words that can stand before a name without being its type. */
    private static final Set<String> NO_TYPES = Set.of("return", "throw", "new", "else", "case", "do", "assert",
            "yield", "import", "package", "instanceof", "static");
    private static final Set<String> TYPE_SYMBOLS = Set.of("<", ">", ",", ".", "?", "&", "[", "]", "@");

    static DeclaredNames of(JavaTokens tokens) {
        DeclaredNames names = new DeclaredNames(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int i = 1; i < tokens.list().size(); i++) {
            Token token = tokens.at(i);
            if (token.depth() == 0 && token.isWord()) {
                Token before = tokens.at(i - 1);
                if (TYPE_WORDS.contains(before.text()) && !tokens.at(i - 2).is(".")) {
                    names.types.putIfAbsent(token.text(), token.start());
                } else if (isType(tokens, i - 1) && declaresMember(tokens, i)) {
                    names.members.putIfAbsent(token.text(), token.start());
                }
            }
        }
        return names;
    }

    private static boolean isType(JavaTokens tokens, int last) {
        Token token = tokens.at(last);
        return token.isWord()
                ? !NO_TYPES.contains(token.text())
                : token.is("]") || token.is(",") || (token.is(">") && closesTypeArguments(tokens, last));
    }

    /** Tells {@code List<int[]> l;} from {@code a > b;}: between the brackets stands nothing but types. */
    private static boolean closesTypeArguments(JavaTokens tokens, int close) {
        int open = 1;
        int i = close;
        while (open > 0 && i > 0) {
            Token token = tokens.at(--i);
            open += token.is(">") ? 1 : token.is("<") ? -1 : 0;
            if (!token.isWord() && !TYPE_SYMBOLS.contains(token.text())) {
                return false;
            }
        }
        return open == 0 && tokens.at(i - 1).isWord();
    }

    private static boolean declaresMember(JavaTokens tokens, int i) {
        Token after = tokens.at(i + 1);
        if (after.is("(")) {
            Token behind = tokens.at(tokens.closing(i + 1) + 1);
            return behind.is("{") || behind.is("throws");
        }
        return after.is("=") || after.is(";") || after.is("") || after.is(",");
    }
}
