package matterbook.stats;

import java.util.Arrays;
import java.util.Locale;

import matterbook.core.Require;

/**
 * Counts of numbers in bins of equal width over [low, high]; the last bin includes {@code high}. Numbers outside
 * are counted apart, and densities refer to all numbers, so that a cut tail stays missing.
 */
public final class Histogram {
    private static final int BAR = 40;
    private static final int FEWEST_BINS = 5;
    private static final int MOST_BINS = 100;

    private final double low;
    private final double high;
    private final long[] counts;
    private final long outside;

    private Histogram(double low, double high, long[] counts, long outside) {
        this.low = low;
        this.high = high;
        this.counts = counts;
        this.outside = outside;
    }

    /**
     * Bins of the width {@code 2 IQR / n^(1/3)}, IQR the distance of the quartiles (D. Freedman and P. Diaconis, Z.
     * Wahrscheinlichkeitstheorie verw. Gebiete 57, 453 (1981)), at least 5 and at most 100 of them.
     */
    public static Histogram of(double[] values) {
        double[] sorted = Series.checked(values, 1);
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double quartiles = sorted[3 * last / 4] - sorted[last / 4];
        double range = sorted[last] - sorted[0];
        double bins = quartiles > 0 ? Math.ceil(range * Math.cbrt(sorted.length) / (2 * quartiles)) : MOST_BINS / 4.0;
        return of(values, (int) Math.clamp(bins, FEWEST_BINS, MOST_BINS));
    }

    /** Bins from the smallest to the largest value; a single value sits in bins around it. */
    public static Histogram of(double[] values, int bins) {
        double[] x = Series.checked(values, 1);
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double half = low < high ? 0 : Math.max(0.5, Math.ulp(low));
        return of(x, low - half, high + half, bins);
    }

    /** Bins over [low, high]. */
    public static Histogram of(double[] values, double low, double high, int bins) {
        double[] x = Series.checked(values, 1);
        Require.positive(bins, "bins");
        Require.that(low < high && Double.isFinite(high - low),
                "low must lie below high: low = " + low + ", high = " + high);
        long[] counts = new long[bins];
        long outside = 0;
        for (double value : x) {
            if (value < low || value > high) {
                outside++;
            } else {
                counts[Math.min(bins - 1, (int) ((value - low) / (high - low) * bins))]++;
            }
        }
        return new Histogram(low, high, counts, outside);
    }

    public int bins() {
        return counts.length;
    }

    public double binWidth() {
        return (high - low) / counts.length;
    }

    public long[] counts() {
        return counts.clone();
    }

    /** How many numbers lay outside [low, high]. */
    public long outside() {
        return outside;
    }

    /** How many numbers there were, those outside included. */
    public long total() {
        return outside + Arrays.stream(counts).sum();
    }

    /** The bins' limits, one more than there are bins. */
    public double[] edges() {
        double[] edges = new double[counts.length + 1];
        Arrays.setAll(edges, i -> low + i * binWidth());
        return edges;
    }

    /** The bins' middles. */
    public double[] centres() {
        double[] centres = new double[counts.length];
        Arrays.setAll(centres, i -> low + (i + 0.5) * binWidth());
        return centres;
    }

    /** {@code count / (total * width)}: comparable with a probability density. */
    public double[] density() {
        return Arrays.stream(counts).mapToDouble(count -> count / (total() * binWidth())).toArray();
    }

    /**
     * Standard errors of {@link #density()} for independent numbers: a count is binomial, its standard deviation
     * {@code sqrt(n p (1 - p))} with {@code p = count / n}.
     */
    public double[] densityErrors() {
        double n = total();
        return Arrays.stream(counts).mapToDouble(count -> Math.sqrt(count * (1 - count / n)) / (n * binWidth()))
                .toArray();
    }

    /** One line a bin: its middle, its count and a bar. */
    @Override
    public String toString() {
        long most = Math.max(1, Arrays.stream(counts).max().orElseThrow());
        double[] centres = centres();
        StringBuilder text = new StringBuilder(total() + " numbers, " + outside + " outside");
        for (int i = 0; i < counts.length; i++) {
            text.append(String.format(Locale.ROOT, "%n%12.5g %8d %s", centres[i], counts[i],
                    "#".repeat((int) (BAR * counts[i] / most))));
        }
        return text.toString();
    }
}
