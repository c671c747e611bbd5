package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Require;

/** Brings each feature to 0 where it was least and to 1 where it was greatest among the rows learned from. */
final class MinMax {
    private final double[] least;
    private final double[] factor;

    MinMax(double[] least, double[] factor) {
        Require.that(least.length == factor.length, least.length + " least values cannot have " + factor.length
                + " factors");
        this.least = least.clone();
        this.factor = factor.clone();
    }

    /** From these rows; what does not vary becomes 0. */
    static MinMax of(double[][] rows) {
        Require.that(rows.length > 0, "scaling needs at least one row");
        double[] least = rows[0].clone();
        double[] greatest = rows[0].clone();
        for (double[] row : rows) {
            for (int j = 0; j < least.length; j++) {
                least[j] = Math.min(least[j], row[j]);
                greatest[j] = Math.max(greatest[j], row[j]);
            }
        }
        double[] factor = new double[least.length];
        Arrays.setAll(factor, j -> greatest[j] > least[j] ? 1 / (greatest[j] - least[j]) : 0);
        return new MinMax(least, factor);
    }

    /** Writes one row, scaled, from place {@code at} on. */
    void apply(double[] row, float[] target, int at) {
        for (int j = 0; j < least.length; j++) {
            target[at + j] = (float) ((row[j] - least[j]) * factor[j]);
        }
    }

    int size() {
        return least.length;
    }

    double[] least() {
        return least.clone();
    }

    double[] factor() {
        return factor.clone();
    }
}
