package matterbook.regression;

import matterbook.core.Require;
import matterbook.core.Stop;

/** f(z) = shift + sum over v of weight exp(-|z - v|² / (2 width²)). */
final class KernelSum implements Rule {
    private static final int STOP_EVERY = 64;

    final double width;
    /** The v: the rows that support vector regression needs. */
    final double[][] vectors;
    final double[] weights;
    final double shift;

    KernelSum(double width, double[][] vectors, double[] weights, double shift) {
        this.width = Require.positive(width, "the width of a kernel");
        this.vectors = vectors;
        this.weights = weights;
        this.shift = shift;
    }

    @Override
    public double[] predict(double[][] z) {
        double[] predicted = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            if (i % STOP_EVERY == 0) {
                Stop.check();
            }
            double sum = shift;
            for (int v = 0; v < vectors.length; v++) {
                sum += weights[v] * Math.exp(-0.5 * Rows.squaredDistance(z[i], vectors[v]) / (width * width));
            }
            predicted[i] = sum;
        }
        return predicted;
    }

    @Override
    public String toString() {
        return vectors.length + " support vectors";
    }
}
