package matterbook.stats;

import java.util.Arrays;

import matterbook.core.Require;

/**
 * Values too far from the others to be one of them, judged by numbers that outliers cannot move: {@code x} is one if
 * {@code |x - m| > 10 S}, {@code m} the median and {@code S = 1.4826 median |x_i - m|}, which for normal numbers is the
 * standard deviation (F. R. Hampel, J. Am. Stat. Assoc. 69, 383 (1974)). As long as fewer than half of the values are
 * outliers, they are found however large they are. Where more than half of the values are equal, {@code S = 0} and all
 * others are outliers.
 *
 * <p>With few values {@code S} is uncertain: one sample in 230 of 8 normal numbers has an outlier, one in 500 of 10.
 */
public final class Outliers {
    /** Below so many numbers the rule would take honest ones for outliers too often. */
    public static final int LEAST = 8;
    private static final double DEVIATIONS = 10;
    private static final double NORMAL = 1.4826;

    private Outliers() {}

    /** Which of the values are outliers, in their order; at least {@value #LEAST} finite numbers. */
    public static boolean[] of(double[] values) {
        double[] x = Series.checked(values, LEAST);
        double middle = median(x);
        double[] distances = Arrays.stream(x).map(value -> Math.abs(value - middle)).toArray();
        double most = DEVIATIONS * NORMAL * median(distances);
        boolean[] outliers = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            outliers[i] = distances[i] > most;
        }
        return outliers;
    }

    /** The middle one of the sorted values, or half-way between the two in the middle. */
    public static double median(double[] values) {
        Require.that(values.length > 0, "no values have no median");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }
}
