package matterbook.regression;

import java.util.Arrays;
import java.util.List;

import matterbook.core.UserError;

/** Rows of inputs as arrays. */
final class Rows {
    private Rows() {}

    static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    /** A copy of rows that all have a finite number for each input. */
    static double[][] checked(double[][] x, List<String> inputs) {
        double[][] copy = copy(x);
        for (int i = 0; i < copy.length; i++) {
            if (copy[i].length != inputs.size()) {
                throw new UserError("row " + i + " has " + copy[i].length + " numbers; " + inputs.size()
                        + " are wanted: " + inputs);
            }
            for (int j = 0; j < copy[i].length; j++) {
                if (!Double.isFinite(copy[i][j])) {
                    throw new UserError("row " + i + ": the input \"" + inputs.get(j) + "\" is " + copy[i][j]
                            + "; fill it in or leave the row out");
                }
            }
        }
        return copy;
    }

    /** x · y for vectors of one length. */
    static double squares(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    /** |a - b|². */
    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double d = a[j] - b[j];
            sum += d * d;
        }
        return sum;
    }
}
