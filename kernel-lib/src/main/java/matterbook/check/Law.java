package matterbook.check;

import java.util.function.DoubleUnaryOperator;

import matterbook.core.Require;

/** What samples are checked against. */
public sealed interface Law {
    /** A mean and a variance. */
    record Moments(double mean, double variance) implements Law {
        public Moments {
            Require.that(Double.isFinite(mean), "the mean must be finite, not " + mean);
            Require.positive(variance, "the variance");
        }
    }

    /** A continuous law by its cumulative distribution function F: checked by Kolmogorov and Smirnov. */
    record Continuous(DoubleUnaryOperator cumulative) implements Law {}

    /** A law on 0, 1, ..., k - 1: checked by chi-square. */
    final class Discrete implements Law {
        private final double[] probabilities;

        private Discrete(double[] probabilities) {
            this.probabilities = probabilities;
        }

        double[] probabilities() {
            return probabilities;
        }
    }

    /** The law's mean and variance alone. */
    static Law moments(double mean, double variance) {
        return new Moments(mean, variance);
    }

    /** The continuous law with this cumulative distribution function. */
    static Law continuous(DoubleUnaryOperator cumulative) {
        return new Continuous(cumulative);
    }

    /** The law that gives 0, 1, 2, ... these probabilities. */
    static Law discrete(double... probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            Require.between(p, 0, 1, "a probability");
            sum += p;
        }
        Require.that(probabilities.length >= 2 && Math.abs(sum - 1) < 1e-9,
                "at least two probabilities that sum to 1 are needed; they sum to " + sum);
        return new Discrete(probabilities.clone());
    }
}
