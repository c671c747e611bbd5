package matterbook.regression;

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
        this.roots = roots;
        this.input = input;
        this.value = value;
        this.other = other;
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
