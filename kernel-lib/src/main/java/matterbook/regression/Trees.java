package matterbook.regression;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * The mean of regression trees. The nodes of all trees lie one after another, parents before children; where a row's input
 * is at most the threshold, it goes to the next node, elsewhere to the one that {@code other} names.
 */
final class Trees implements Rule {
    private static final int STOP_EVERY = 256;

    /** The first node of each tree. */
    final int[] roots;
    /** Which input a node asks about; -1 for a leaf. */
    final int[] input;
    /** The threshold of a node, the prediction of a leaf. */
    final double[] value;
    /** The node for inputs above the threshold. */
    final int[] other;

    Trees(int[] roots, int[] input, double[] value, int[] other) {
        Require.that(roots.length > 0, "a forest has at least one tree");
        Require.that(input.length == value.length && input.length == other.length,
                input.length + " nodes cannot have " + value.length + " numbers and " + other.length + " others");
        for (int root : roots) {
            Require.that(root >= 0 && root < input.length, "no tree can begin at node " + root + " of " + input.length);
        }
        for (int node = 0; node < input.length; node++) {
            check(node, input[node], value[node], other[node], input.length);
        }
        this.roots = roots;
        this.input = input;
        this.value = value;
        this.other = other;
    }

    /** Every way through a tree leads to later nodes, and so to a leaf. */
    private static void check(int node, int input, double value, int other, int nodes) {
        if (input == -1) {
            Require.that(Double.isFinite(value), "the leaf " + node + " predicts " + value);
        } else {
            Require.that(input >= 0 && !Double.isNaN(value),
                    "the node " + node + " asks whether input " + input + " is at most " + value);
            Require.that(node + 1 < nodes && other > node && other < nodes,
                    "the node " + node + " of " + nodes + " leads on to " + other);
        }
    }

    /** How many inputs a row must have at least. */
    int leastColumns() {
        return Arrays.stream(input).max().orElse(-1) + 1;
    }

    @Override
    public double[] predict(double[][] z) {
        double[] predicted = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            if (i % STOP_EVERY == 0) {
                Stop.check();
            }
            double sum = 0;
            for (int root : roots) {
                sum += leaf(root, z[i]);
            }
            predicted[i] = sum / roots.length;
        }
        return predicted;
    }

    private double leaf(int root, double[] row) {
        int node = root;
        while (input[node] >= 0) {
            node = row[input[node]] <= value[node] ? node + 1 : other[node];
        }
        return value[node];
    }

    @Override
    public String toString() {
        return roots.length + " trees of " + input.length + " nodes";
    }
}
