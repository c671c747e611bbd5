package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell's source as a list of tokens, for questions that need no grammar: which names it mentions, whether it ends
 * with a semicolon, what encloses the cursor. Broken source gives tokens too.
 */
record JavaTokens(String source, List<Token> list) {
    /** What a token is; an unfinished string or text block reaches to the end of its line or of the source. */
    enum Kind {
        WORD, NUMBER, STRING, TEXT_BLOCK, CHARACTER, SYMBOL
    }

    /** One token, {@code start} inclusive, {@code end} exclusive; {@code depth} counts the open brackets around it. */
    record Token(Kind kind, String text, int start, int end, int depth) {
        boolean is(String wanted) {
            return text.equals(wanted);
        }

        boolean isWord() {
            return kind == Kind.WORD;
        }
    }

    static JavaTokens of(String source) {
        return new JavaTokens(source, new Reader(source).read());
    }

    /** The offset of the first token at or after {@code from}: behind white space and comments. */
    static int firstToken(String source, int from) {
        Reader reader = new Reader(source);
        reader.at = from;
        reader.skip();
        return reader.at;
    }

    /** The token at {@code index}, or an empty symbol beyond the ends. */
    Token at(int index) {
        return index >= 0 && index < list.size() ? list.get(index) : new Token(Kind.SYMBOL, "", 0, 0, 0);
    }

    /** Whether the source ends with a semicolon, comments left aside. */
    boolean endsWithSemicolon() {
        return at(list.size() - 1).is(";");
    }

    /** Whether the source assigns outside all brackets: {@code x = 1}, {@code a[0] += 2}. */
    boolean assigns() {
        return list.stream().anyMatch(token -> token.depth() == 0 && token.kind() == Kind.SYMBOL
                && token.is("="));
    }

    /** Open brackets at the end of the source. */
    int openBrackets() {
        int open = 0;
        for (Token token : list) {
            if (token.kind() == Kind.SYMBOL) {
                open += "{([".contains(token.text()) ? 1 : "})]".contains(token.text()) ? -1 : 0;
            }
        }
        return Math.max(0, open);
    }

    /** The index of the token that closes the bracket at {@code index}, or the number of tokens. */
    int closing(int index) {
        int close = index + 1;
        while (close < list.size() && !(list.get(close).depth() == list.get(index).depth()
                && ")]}".contains(list.get(close).text()))) {
            close++;
        }
        return close;
    }

    private static final class Reader {
        private final String source;
        private final List<Token> tokens = new ArrayList<>();
        private int depth;
        private int at;

        Reader(String source) {
            this.source = source;
        }

        List<Token> read() {
            skip();
            while (at < source.length()) {
                token(source.charAt(at));
                skip();
            }
            return tokens;
        }

        /** Passes white space and comments. */
        void skip() {
            int before;
            do {
                before = at;
                while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
                    at++;
                }
                if (source.startsWith("//", at)) {
                    at = endOf("\n", at, 0);
                } else if (source.startsWith("/*", at)) {
                    at = endOf("*/", at + 2, 2);
                }
            } while (at > before);
        }

        private void token(char c) {
            int point = source.codePointAt(at);
            if (Character.isJavaIdentifierStart(point)) {
                add(Kind.WORD, wordEnd());
            } else if (Character.isDigit(c)) {
                add(Kind.NUMBER, wordEnd());
            } else if (source.startsWith("\"\"\"", at)) {
                add(Kind.TEXT_BLOCK, quoted("\"\"\"", at + 3, false));
            } else if (c == '"') {
                add(Kind.STRING, quoted("\"", at + 1, true));
            } else if (c == '\'') {
                add(Kind.CHARACTER, quoted("'", at + 1, true));
            } else {
                symbol(c);
            }
        }

        private void symbol(char c) {
            if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            boolean shift = at > 0 && c == source.charAt(at - 1);
            boolean comparison = switch (c) {
                case '=', '!' -> source.startsWith("=", at + 1);
                case '<', '>' -> source.startsWith("=", at + 1) && !shift;
                case '-' -> source.startsWith(">", at + 1);
                default -> false;
            };
            add(Kind.SYMBOL, at + (comparison ? 2 : 1));
            if ("([{".indexOf(c) >= 0) {
                depth++;
            }
        }

        private void add(Kind kind, int end) {
            tokens.add(new Token(kind, source.substring(at, end), at, end, depth));
            at = end;
        }

        private int wordEnd() {
            int end = at;
            while (end < source.length() && Character.isJavaIdentifierPart(source.codePointAt(end))) {
                end += Character.charCount(source.codePointAt(end));
            }
            return Math.max(end, at + 1);
        }

        private int quoted(String quote, int from, boolean oneLine) {
            int end = from;
            while (end < source.length() && !source.startsWith(quote, end)) {
                if (oneLine && source.charAt(end) == '\n') {
                    return end;
                }
                end += source.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(source.length(), end + quote.length());
        }

        private int endOf(String mark, int from, int length) {
            int found = source.indexOf(mark, from);
            return found < 0 ? source.length() : found + length;
        }
    }
}
