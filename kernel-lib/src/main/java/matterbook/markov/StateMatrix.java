package matterbook.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import matterbook.core.Require;

/**
 * A square table of numbers, one row and one column a state. It reads and prints the form
 *
 * <pre>
 *        sun  rain
 * sun    0.9   0.1
 * rain   0.5   0.5
 * </pre>
 */
public final class StateMatrix {
    private final List<String> states;
    private final double[][] values;

    private StateMatrix(List<String> states, double[][] values) {
        this.states = states;
        this.values = values;
    }

    /**
     * The table of these values, copied.
     *
     * @throws IllegalArgumentException if it is not square, or a name is empty or doubled
     */
    public static StateMatrix of(List<String> states, double[][] values) {
        List<String> names = Names.checked(states);
        int n = names.size();
        Require.that(values.length == n, "the matrix has " + values.length + " rows; there are " + n + " states");
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            Require.that(values[i].length == n,
                    row(i, names) + " has " + values[i].length + " entries; there are " + n + " states");
            copy[i] = values[i].clone();
        }
        return new StateMatrix(names, copy);
    }

    /** Reads a table: the states' names, then a line a state with its name and its numbers ({@code 0.5} or {@code 1/2}). */
    static StateMatrix parse(String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        Require.that(!lines.isEmpty(), "the table is empty: its first line names the states");
        List<String> names = Names.checked(List.of(lines.getFirst().strip().split("\\s+")));
        Require.that(lines.size() - 1 == names.size(), "the table has " + (lines.size() - 1) + " rows; there are "
                + names.size() + " states " + names);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(parseRow(i, lines.get(i + 1).strip().split("\\s+"), names));
        }
        return of(names, rows.toArray(double[][]::new));
    }

    public List<String> states() {
        return states;
    }

    /** The entry in the row {@code from} and the column {@code to}. */
    public double at(String from, String to) {
        return values[Names.index(states, from)][Names.index(states, to)];
    }

    /** A copy of the numbers, rows first. */
    public double[][] toArray() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** The largest absolute value of an entry. */
    public double largest() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    /** The table {@code entry -> f(entry)}. */
    StateMatrix map(DoubleUnaryOperator f) {
        return new StateMatrix(states,
                Arrays.stream(values).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateMatrix that && states.equals(that.states)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        String[][] cells = new String[values.length][];
        for (int i = 0; i < values.length; i++) {
            cells[i] = Arrays.stream(values[i]).mapToObj(Names::shown).toArray(String[]::new);
        }
        return layout(states, cells);
    }

    /** Rows and columns of text, headed by the states' names, columns flush right. */
    static String layout(List<String> states, String[][] cells) {
        int left = states.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(left));
        int[] widths = new int[states.size()];
        for (int j = 0; j < widths.length; j++) {
            widths[j] = states.get(j).length();
            for (String[] row : cells) {
                widths[j] = Math.max(widths[j], row[j].length());
            }
            text.append("  ").repeat(" ", widths[j] - states.get(j).length()).append(states.get(j));
        }
        for (int i = 0; i < cells.length; i++) {
            text.append('\n').append(states.get(i)).repeat(" ", left - states.get(i).length());
            for (int j = 0; j < widths.length; j++) {
                text.append("  ").repeat(" ", widths[j] - cells[i][j].length()).append(cells[i][j]);
            }
        }
        return text.toString();
    }

    /** How messages call a row: {@code row 0 (sun)}. */
    static String row(int i, List<String> names) {
        return "row " + i + " (" + names.get(i) + ")";
    }

    private static double[] parseRow(int i, String[] words, List<String> names) {
        Require.that(words[0].equals(names.get(i)), "row " + i + " is \"" + words[0] + "\" but column " + i + " is \""
                + names.get(i) + "\"; rows and columns name the states in the same order");
        Require.that(words.length - 1 == names.size(), row(i, names) + " has " + (words.length - 1)
                + " entries; there are " + names.size() + " states");
        double[] row = new double[names.size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = number(words[j + 1], row(i, names) + ", column " + names.get(j));
        }
        return row;
    }

    private static double number(String text, String where) {
        try {
            int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": \"" + text + "\" is not a number", e);
        }
    }
}
