package matterbook.stats;

import java.util.Locale;

import matterbook.core.Require;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * So many successes in so many independent trials, with the interval that holds the true chance of a success with about
 * the chance {@code confidence} (E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927)): {@code (p + z²/2n ± z sqrt(p (1 - p)/n
 * + z²/4n²)) / (1 + z²/n)}, {@code z} the normal quantile {@code (1 + confidence) / 2}. It has a width above 0 when all
 * trials succeed or none does, and never leaves 0 to 1.
 */
public record Proportion(int successes, int trials) {
    private static final double CONFIDENCE = 0.95;

    public Proportion {
        Require.positive(trials, "the number of trials");
        Require.that(successes >= 0 && successes <= trials,
                "of " + trials + " trials, " + successes + " cannot have succeeded");
    }

    /** successes / trials. */
    public double value() {
        return (double) successes / trials;
    }

    /** The lower end of the interval. */
    public double low(double confidence) {
        return successes == 0 ? 0 : centre(confidence) - half(confidence);
    }

    /** The upper end of the interval. */
    public double high(double confidence) {
        return successes == trials ? 1 : centre(confidence) + half(confidence);
    }

    private double centre(double confidence) {
        double z = quantile(confidence);
        return (value() + z * z / (2 * trials)) / (1 + z * z / trials);
    }

    private double half(double confidence) {
        double z = quantile(confidence);
        double p = value();
        return z * Math.sqrt(p * (1 - p) / trials + z * z / (4.0 * trials * trials)) / (1 + z * z / trials);
    }

    private static double quantile(double confidence) {
        Require.that(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1: " + confidence);
        return new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
    }

    /** {@code 19/20 (76 to 99 %)}, the interval that of 95 %. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d/%d (%.0f to %.0f %%)", successes, trials, 100 * low(CONFIDENCE),
                100 * high(CONFIDENCE));
    }
}
