package matterbook.crystal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.crystal.CifTokens.Kind;
import matterbook.crystal.CifTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * One {@code data_} block of a CIF: single values and loops.
 *
 * @param name what follows {@code data_}
 */
record CifBlock(String file, String name, Map<String, Token> values, List<Loop> loops) {
    /** The rows of a {@code loop_}. */
    record Loop(List<String> names, List<List<Token>> rows) {}

    /** All blocks of a file; words before the first {@code data_} make a block of no name. */
    static List<CifBlock> parse(String text, String file) {
        List<Token> tokens = CifTokens.of(text, file);
        List<CifBlock> blocks = new ArrayList<>();
        CifBlock block = new CifBlock(file, "", new HashMap<>(), new ArrayList<>());
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case DATA -> {
                    block = new CifBlock(file, token.text().substring("data_".length()), new HashMap<>(),
                            new ArrayList<>());
                    blocks.add(block);
                    at++;
                }
                case LOOP -> at = block.loop(tokens, at + 1);
                case NAME -> {
                    if (at + 1 == tokens.size() || tokens.get(at + 1).kind() != Kind.VALUE) {
                        throw block.wrong(token, token.text() + " has no value");
                    }
                    block.values.put(token.text(), tokens.get(at + 1));
                    at += 2;
                }
                case VALUE -> throw block.wrong(token, "\"" + brief(token.text())
                        + "\" stands alone: a value needs a name such as _cell_length_a before it");
            }
            if (blocks.isEmpty() && at > 0) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private int loop(List<Token> tokens, int first) {
        int at = first;
        List<String> names = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).kind() == Kind.NAME) {
            names.add(tokens.get(at++).text());
        }
        Token head = tokens.get(first - 1);
        if (names.isEmpty()) {
            throw wrong(head, "a loop_ needs names such as _atom_site_label behind it");
        }
        List<List<Token>> rows = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).kind() == Kind.VALUE) {
            int end = at;
            while (end < tokens.size() && end < at + names.size() && tokens.get(end).kind() == Kind.VALUE) {
                end++;
            }
            if (end - at < names.size()) {
                throw wrong(tokens.get(at), "the loop_ of line " + head.line() + " has " + names.size()
                        + " columns, but its last row, which begins here with \"" + brief(tokens.get(at).text())
                        + "\", has " + (end - at) + " values");
            }
            rows.add(List.copyOf(tokens.subList(at, end)));
            at = end;
        }
        if (rows.isEmpty()) {
            throw wrong(head, "the loop_ of " + names.getFirst() + " has no rows");
        }
        loops.add(new Loop(names, rows));
        return at;
    }

    /** The loop with a column of this name. */
    @Nullable
    Loop loopOf(String column) {
        for (Loop loop : loops) {
            if (loop.names().contains(column)) {
                return loop;
            }
        }
        return null;
    }

    /** A single number that must be there. */
    double number(String key) {
        Token token = values.get(key);
        if (token == null) {
            throw new UserError(file + ": " + key + " is missing" + (name.isEmpty() ? "" : " in data_" + name));
        }
        return number(token, key);
    }

    /** A finite number; an uncertainty in brackets behind it, as in 1.234(5), is left out. */
    double number(Token token, String key) {
        String text = token.text().replaceFirst("\\(\\d*\\)$", "");
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw wrong(token, key + " must be a number, not \"" + brief(token.text()) + "\"");
    }

    UserError wrong(Token token, String what) {
        return new UserError(file + ": line " + token.line() + ": " + what);
    }

    /** Whether this value says that there is none. */
    static boolean isUnknown(Token token) {
        return token.text().equals("?") || token.text().equals(".");
    }

    static String brief(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
