package matterbook.stats;

import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of independent numbers with the interval that holds the true mean with the chance {@code confidence}:
 * {@code mean ± t s / sqrt(n)}, {@code s} the standard deviation with n - 1 in the denominator and {@code t} the
 * quantile {@code (1 + confidence) / 2} of Student's law with n - 1 degrees of freedom (Student, Biometrika 6, 1
 * (1908)). Exact for normal numbers, and for others as far as their mean is normal.
 *
 * @param mean with its standard error {@code s / sqrt(n)}
 */
public record MeanInterval(Estimate mean, long count, double confidence, double low, double high) {
    private static final int DIGITS = 6;

    /**
     * The interval of these numbers.
     *
     * @throws IllegalArgumentException below two numbers, where one is not finite, or where the confidence does not
     *         lie between 0 and 1
     */
    public static MeanInterval of(double[] values, double confidence) {
        Require.that(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1: " + confidence);
        Estimate mean = RunningStats.of(Series.checked(values, 2)).estimate();
        double t = new TDistribution(values.length - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
        double half = t * mean.error();
        return new MeanInterval(mean, values.length, confidence, mean.value() - half, mean.value() + half);
    }

    /** Whether {@code value} lies in the interval. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s %% interval %s to %s, n = %d)", mean,
                Digits.shortest(100 * confidence, DIGITS), Digits.of(low, DIGITS), Digits.of(high, DIGITS), count);
    }
}
