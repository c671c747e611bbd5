package matterbook.regression;

import java.util.Arrays;
import java.util.stream.IntStream;

import matterbook.core.Require;

/**
 * Brings columns to mean 0 and, where wanted, standard deviation 1 (of n): z = (x - mean) / scale. Each {@link Regressor}
 * makes its own from the rows that it is fitted to.
 */
public final class Scaler {
    /** A column whose deviation is below this part of its greatest number does not vary: the rest is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[] mean;
    private final double[] scale;

    Scaler(double[] mean, double[] scale) {
        Require.that(mean.length == scale.length, mean.length + " means cannot have " + scale.length + " scales");
        for (double divisor : scale) {
            Require.positive(divisor, "a scale");
        }
        this.mean = mean.clone();
        this.scale = scale.clone();
    }

    /** From these rows. */
    public static Scaler of(double[][] x) {
        Scaler centred = centring(x);
        double[] scale = new double[x[0].length];
        for (int j = 0; j < scale.length; j++) {
            double squares = 0;
            double greatest = 0;
            for (double[] row : x) {
                double d = row[j] - centred.mean[j];
                squares += d * d;
                greatest = Math.max(greatest, Math.abs(row[j]));
            }
            double deviation = Math.sqrt(squares / x.length);
            scale[j] = deviation > ROUNDING * greatest ? deviation : 1;
        }
        return new Scaler(centred.mean, scale);
    }

    /** Only moves the mean of these rows to 0. */
    public static Scaler centring(double[][] x) {
        Require.that(x.length > 0, "a mean needs at least one row");
        double[] mean = new double[x[0].length];
        for (double[] row : x) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j];
            }
        }
        Arrays.setAll(mean, j -> mean[j] / x.length);
        double[] scale = new double[mean.length];
        Arrays.fill(scale, 1);
        return new Scaler(mean, scale);
    }

    /** Changes nothing. */
    static Scaler none(int columns) {
        double[] scale = new double[columns];
        Arrays.fill(scale, 1);
        return new Scaler(new double[columns], scale);
    }

    /** The mean of each column: a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** The standard deviation of each column, 1 for one that does not vary: a copy. */
    public double[] scale() {
        return scale.clone();
    }

    /** The rows scaled, as new arrays. */
    public double[][] apply(double[][] x) {
        double[][] z = new double[x.length][mean.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                z[i][j] = (x[i][j] - mean[j]) / scale[j];
            }
        }
        return z;
    }

    /** A single column, scaled. */
    double[] applyToColumn(double[] y) {
        return Arrays.stream(y).map(value -> (value - mean[0]) / scale[0]).toArray();
    }

    /** What {@link #applyToColumn} made, back in its unit. */
    double[] undoOnColumn(double[] z) {
        return Arrays.stream(z).map(value -> value * scale[0] + mean[0]).toArray();
    }

    /** For the targets. */
    static Scaler ofColumn(double[] y) {
        return of(IntStream.range(0, y.length).mapToObj(i -> new double[]{y[i]}).toArray(double[][]::new));
    }

    @Override
    public String toString() {
        return "(x - " + Arrays.toString(mean) + ") / " + Arrays.toString(scale);
    }
}
