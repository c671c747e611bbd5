package matterbook.plot;

import java.util.Arrays;

/** Counts of values in equal bins, as densities: the bars' areas add up to 1. */
final class Histogram {
    private static final int FEWEST_BINS = 5;
    private static final int MOST_BINS = 100;

    private final double from;
    private final double binWidth;
    private final long[] counts;

    private Histogram(double from, double binWidth, long[] counts) {
        this.from = from;
        this.binWidth = binWidth;
        this.counts = counts;
    }

    /** Bins of the Freedman-Diaconis width 2 IQR / n^(1/3), at least 5 and at most 100 of them. */
    static Histogram of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double quartiles = sorted[(3 * (sorted.length - 1)) / 4] - sorted[(sorted.length - 1) / 4];
        double range = sorted[sorted.length - 1] - sorted[0];
        double bins = quartiles > 0 ? Math.ceil(range * Math.cbrt(sorted.length) / (2 * quartiles)) : MOST_BINS / 4.0;
        return of(values, (int) Math.clamp(bins, FEWEST_BINS, MOST_BINS));
    }

    /** {@code bins} equal bins from the smallest to the largest value; a single value sits in bins around it. */
    static Histogram of(double[] values, int bins) {
        double[] range = Points.range(values);
        double width = (range[1] - range[0]) / bins;
        double from = range[0];
        if (!(width > 0)) {
            width = 1.0 / bins;
            from -= 0.5;
        }
        long[] counts = new long[bins];
        for (double value : values) {
            counts[Math.min((int) ((value - from) / width), bins - 1)]++;
        }
        return new Histogram(from, width, counts);
    }

    /** The outline of the bars: four corners each. */
    double[] outlineX() {
        double[] x = new double[4 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            double left = from + i * binWidth;
            double right = from + (i + 1) * binWidth;
            x[4 * i] = left;
            x[4 * i + 1] = left;
            x[4 * i + 2] = right;
            x[4 * i + 3] = right;
        }
        return x;
    }

    /** The heights that belong to {@link #outlineX()}. */
    double[] outlineY() {
        long total = Arrays.stream(counts).sum();
        double[] y = new double[4 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            double density = counts[i] / (total * binWidth);
            y[4 * i + 1] = density;
            y[4 * i + 2] = density;
        }
        return y;
    }

    @Override
    public String toString() {
        return Arrays.stream(counts).sum() + " values in " + counts.length + " bins";
    }
}
