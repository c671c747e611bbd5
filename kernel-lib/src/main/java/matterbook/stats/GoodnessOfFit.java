package matterbook.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

import matterbook.core.Require;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * The outcome of a test whether data follow a law: its statistic, the degrees of freedom (chi-square only, else 0)
 * and the p-value, the chance that data which do follow the law fit no better.
 */
public record GoodnessOfFit(String test, double statistic, int degreesOfFreedom, double pValue) {
    private static final double LEAST_EXPECTED = 5;

    /** Pearson's chi-square for independent counts: see {@link #chiSquare(long[], double[], double)}. */
    public static GoodnessOfFit chiSquare(long[] counts, double[] probabilities) {
        return chiSquare(counts, probabilities, Math.max(1, Arrays.stream(counts).mapToDouble(count -> count).sum()));
    }

    /**
     * Pearson's chi-square {@code X2 = sum (count - n p)^2 / (n p)}. Neighbouring bins are pooled until each
     * expects at least 5 (W. G. Cochran, Biometrics 10, 417 (1954)); correlated data count as
     * {@code effectiveSamples} independent ones, that is {@code X2} shrinks by {@code effectiveSamples / n}
     * (first-order correction of J. N. K. Rao and A. J. Scott, J. Am. Stat. Assoc. 76, 221 (1981)).
     *
     * @param probabilities the law's probability of each bin; they sum to 1
     * @param effectiveSamples at most the number counted
     */
    public static GoodnessOfFit chiSquare(long[] counts, double[] probabilities, double effectiveSamples) {
        double n = checkedTotal(counts, probabilities);
        Require.between(effectiveSamples, 1, n, "effectiveSamples");
        double statistic = 0;
        int groups = 0;
        double observed = 0;
        double expected = 0;
        double expectedLeft = effectiveSamples;
        for (int i = 0; i < counts.length; i++) {
            if (probabilities[i] == 0 && counts[i] > 0) {
                return new GoodnessOfFit("chi-square", Double.POSITIVE_INFINITY, counts.length - 1, 0);
            }
            observed += counts[i] * effectiveSamples / n;
            expected += probabilities[i] * effectiveSamples;
            boolean last = i == counts.length - 1;
            if (last || (expected >= LEAST_EXPECTED && expectedLeft - expected >= LEAST_EXPECTED)) {
                expectedLeft -= expected;
                statistic += expected == 0 ? 0 : (observed - expected) * (observed - expected) / expected;
                groups++;
                observed = 0;
                expected = 0;
            }
        }
        Require.that(groups >= 2, "too few data: at most one bin expects 5 or more of "
                + String.format(Locale.ROOT, "%.6g", effectiveSamples) + " effective samples");
        double p = 1 - new ChiSquaredDistribution(groups - 1).cumulativeProbability(statistic);
        return new GoodnessOfFit("chi-square", statistic, groups - 1, p);
    }

    /** Kolmogorov and Smirnov's test for independent numbers. */
    public static GoodnessOfFit kolmogorovSmirnov(double[] values, DoubleUnaryOperator cumulative) {
        return kolmogorovSmirnov(values, cumulative, Math.max(1, values.length));
    }

    /**
     * Kolmogorov and Smirnov's test: the statistic {@code D = sup |F_n(x) - F(x)|} is the largest distance between
     * the share of the numbers up to x and the law's; its distribution for n numbers is Hipparchus's
     * {@code KolmogorovSmirnovTest.cdf} (exact for small n, Pelz and Good's expansion above). Correlated numbers
     * enter with their effective number in place of n: with n itself the test rejects correct samplers.
     *
     * @param cumulative the law's F(x), continuous
     */
    public static GoodnessOfFit kolmogorovSmirnov(double[] values, DoubleUnaryOperator cumulative,
            double effectiveSamples) {
        double[] sorted = Series.checked(values, 1);
        Require.between(effectiveSamples, 1, sorted.length, "effectiveSamples");
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double f = Require.between(cumulative.applyAsDouble(sorted[i]), 0, 1, "F(" + sorted[i] + ")");
            distance = Math.max(distance, Math.max((i + 1) / n - f, f - i / n));
        }
        int effective = (int) Math.max(1, Math.floor(effectiveSamples));
        double p = 1 - new KolmogorovSmirnovTest().cdf(distance, effective);
        return new GoodnessOfFit("Kolmogorov-Smirnov", distance, 0, Math.clamp(p, 0.0, 1.0));
    }

    @Override
    public String toString() {
        String degrees = degreesOfFreedom == 0 ? "" : ", " + degreesOfFreedom + " degrees of freedom";
        return String.format(Locale.ROOT, "%s %.4g%s, p = %.4g", test, statistic, degrees, pValue);
    }

    private static double checkedTotal(long[] counts, double[] probabilities) {
        Require.that(counts.length == probabilities.length && counts.length >= 2, "there are " + counts.length
                + " counts and " + probabilities.length + " probabilities; both must be as many, at least 2");
        Require.that(Arrays.stream(counts).allMatch(count -> count >= 0), "a count is negative: "
                + Arrays.toString(counts));
        Require.that(Arrays.stream(probabilities).allMatch(p -> p >= 0), "a probability is not a number from 0 to 1: "
                + Arrays.toString(probabilities));
        double sum = Arrays.stream(probabilities).sum();
        Require.that(Math.abs(sum - 1) < 1e-9, "the probabilities sum to " + sum + ", not to 1");
        double n = Arrays.stream(counts).sum();
        Require.that(n > 0, "nothing was counted: all counts are 0");
        return n;
    }
}
