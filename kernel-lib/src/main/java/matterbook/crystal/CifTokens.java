package matterbook.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.UserError;

/**
 * The words of a CIF with their lines: names ({@code _cell_length_a}), values (plain, in quotes, or between semicolons at
 * the start of lines), {@code loop_} and {@code data_...}; comments are left out (S. R. Hall, F. H. Allen and I. D. Brown,
 * Acta Cryst. A 47, 655 (1991)).
 */
final class CifTokens {
    enum Kind {
        DATA, LOOP, NAME, VALUE
    }

    /** A word of a CIF; a name is in lower case. */
    record Token(Kind kind, String text, int line) {}

    private final String file;
    private final List<String> lines;
    private final List<Token> tokens = new ArrayList<>();

    private CifTokens(String text, String file) {
        this.file = file;
        lines = text.lines().toList();
    }

    static List<Token> of(String text, String file) {
        CifTokens reader = new CifTokens(text, file);
        for (int row = 0; row < reader.lines.size(); row++) {
            row = reader.lines.get(row).startsWith(";") ? reader.block(row) : reader.words(row);
        }
        return reader.tokens;
    }

    /** A text between two lines that begin with a semicolon; returns its last row. */
    private int block(int first) {
        StringBuilder text = new StringBuilder(lines.get(first).substring(1));
        for (int row = first + 1; row < lines.size(); row++) {
            if (lines.get(row).startsWith(";")) {
                tokens.add(new Token(Kind.VALUE, text.toString(), first + 1));
                return row;
            }
            text.append('\n').append(lines.get(row));
        }
        throw new UserError(file + ": line " + (first + 1)
                + ": the text that begins here with a semicolon never ends; a line that begins with ; closes it");
    }

    private int words(int row) {
        String line = lines.get(row);
        int at = 0;
        while (at < line.length()) {
            char first = line.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
            } else if (first == '#') {
                break;
            } else if (first == '\'' || first == '"') {
                int end = closing(line, at, row);
                tokens.add(new Token(Kind.VALUE, line.substring(at + 1, end), row + 1));
                at = end + 1;
            } else {
                int end = at;
                while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                    end++;
                }
                tokens.add(plain(line.substring(at, end), row + 1));
                at = end;
            }
        }
        return row;
    }

    /** A quote closes only before a space or at the end: {@code 'O5'-atom'} is one value. */
    private int closing(String line, int open, int row) {
        for (int at = open + 1; at < line.length(); at++) {
            if (line.charAt(at) == line.charAt(open)
                    && (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1)))) {
                return at;
            }
        }
        throw new UserError(file + ": line " + (row + 1) + ": the quote " + line.charAt(open) + " never closes");
    }

    private static Token plain(String word, int line) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("_")) {
            return new Token(Kind.NAME, lower, line);
        }
        if (lower.equals("loop_")) {
            return new Token(Kind.LOOP, word, line);
        }
        return new Token(lower.startsWith("data_") ? Kind.DATA : Kind.VALUE, word, line);
    }
}
