package matterbook.stats;

import matterbook.core.Estimate;

/**
 * Mean and variance of a stream of numbers in one pass and without cancellation.
 *
 * <p>With {@code d = x - mean} before the update: {@code mean += d / n} and {@code M2 += d (x - mean)} after it;
 * the variance is {@code M2 / (n - 1)} (B. P. Welford, Technometrics 4, 419 (1962)).
 */
public final class RunningStats {
    private long count;
    private double mean;
    private double squares;

    /** The statistics of all of {@code values}. */
    public static RunningStats of(double... values) {
        RunningStats stats = new RunningStats();
        for (double value : values) {
            stats.add(value);
        }
        return stats;
    }

    /** Takes one more number into account. */
    public void add(double value) {
        count++;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
    }

    public long count() {
        return count;
    }

    /** The mean; NaN before the first number. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The unbiased variance, with n - 1 in the denominator; NaN below two numbers. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * The mean with its standard error {@code sqrt(variance / n)}. Right for independent numbers only: for a
     * correlated series use {@link Blocking}.
     *
     * @throws IllegalStateException below two numbers
     */
    public Estimate estimate() {
        if (count < 2) {
            throw new IllegalStateException("an error needs at least 2 numbers; there are " + count);
        }
        return new Estimate(mean(), Math.sqrt(variance() / count));
    }

    @Override
    public String toString() {
        return "mean " + mean() + ", standard deviation " + standardDeviation() + " of " + count + " numbers";
    }
}
