package matterbook.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import tech.tablesaw.api.Table;

/**
 * Rows of inputs and the target that belongs to each: finite numbers, copied in and never changed.
 */
public final class Observations {
    private final List<String> inputs;
    private final double[][] x;
    private final String target;
    private final double[] y;

    /**
     * Checks and copies.
     *
     * @param inputs the name of each column of {@code x}
     * @param x a row for each observation
     * @param target the name of what is to be predicted
     * @param y the target of each row
     * @throws UserError if rows differ in length, a number is not finite or a name comes twice; the message says where
     */
    public Observations(List<String> inputs, double[][] x, String target, double[] y) {
        this.inputs = List.copyOf(inputs);
        this.target = Objects.requireNonNull(target);
        refuse(y.length == 0, "there are no observations; at least one is needed");
        refuse(inputs.isEmpty(), "there are no inputs; at least one column is needed");
        refuse(x.length != y.length, x.length + " rows of inputs cannot have " + y.length + " targets");
        refuse(new HashSet<>(inputs).size() < inputs.size(), "the inputs " + inputs + " have a name twice");
        refuse(inputs.contains(target), "the target \"" + target + "\" is among the inputs; leave it out of them");
        this.x = Rows.checked(x, this.inputs);
        this.y = y.clone();
        for (int i = 0; i < y.length; i++) {
            refuse(!Double.isFinite(y[i]), "row " + i + ": the target \"" + target + "\" is " + y[i]
                    + "; fill it in or leave the row out");
        }
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new UserError(message);
        }
    }

    /** Inputs named x0, x1, ... and a target named y. */
    public static Observations of(double[][] x, double[] y) {
        int columns = x.length == 0 ? 0 : x[0].length;
        return new Observations(IntStream.range(0, columns).mapToObj(j -> "x" + j).toList(), x, "y", y);
    }

    /**
     * From a table.
     *
     * @param target the column to be predicted
     * @param inputs the columns to predict it from; none for all others
     * @throws UserError if a column is missing, holds no numbers or has gaps
     */
    public static Observations of(Table table, String target, String... inputs) {
        List<String> names = new ArrayList<>(inputs.length == 0 ? table.columnNames() : List.of(inputs));
        if (inputs.length == 0) {
            names.remove(target);
        }
        double[] y = Tables.column(table, target);
        return new Observations(names, Tables.rows(table, names), target, y);
    }

    /** How many. */
    public int size() {
        return y.length;
    }

    /** The name of each input. */
    public List<String> inputs() {
        return inputs;
    }

    /** The name of what is to be predicted. */
    public String target() {
        return target;
    }

    /** A row of inputs for each observation: a copy. */
    public double[][] x() {
        return Rows.copy(x);
    }

    /** The target of each row: a copy. */
    public double[] y() {
        return y.clone();
    }

    /** These rows, in this order. */
    public Observations pick(int... rows) {
        return new Observations(inputs, Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new), target,
                Arrays.stream(rows).mapToDouble(i -> y[i]).toArray());
    }

    /** All rows in two sets by chance; the first gets this part of them, neither is empty. */
    public Split split(double part, Rng rng) {
        Require.between(part, 0, 1, "the part");
        Require.that(size() >= 2, "one observation cannot be split");
        int first = Math.clamp(Math.round(part * size()), 1, size() - 1);
        int[] order = shuffled(size(), rng);
        return new Split(pick(Arrays.copyOf(order, first)), pick(Arrays.copyOfRange(order, first, order.length)));
    }

    /** Observations to learn from, and those kept apart to see how well it went. */
    public record Split(Observations train, Observations test) {}

    /** The numbers 0 to n - 1 in an order of chance (Fisher and Yates). */
    static int[] shuffled(int n, Rng rng) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = rng.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** One line: {@code 120 observations of density from radius, mass}. */
    @Override
    public String toString() {
        int shown = 6;
        String names = String.join(", ", inputs.subList(0, Math.min(shown, inputs.size())));
        return size() + " observations of " + target + " from " + names
                + (inputs.size() > shown ? " and " + (inputs.size() - shown) + " more" : "");
    }
}
