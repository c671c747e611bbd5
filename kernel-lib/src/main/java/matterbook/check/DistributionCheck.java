package matterbook.check;

import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.stats.GoodnessOfFit;
import matterbook.stats.RunningStats;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The tests behind checkDistribution. */
final class DistributionCheck {
    private DistributionCheck() {}

    static void run(Samples samples, Law law, double falseAlarmRate, String what, String hint) {
        switch (law) {
            case Law.Moments moments ->
                moments(samples, moments.mean(), moments.variance(), falseAlarmRate, what, hint);
            case Law.Continuous continuous -> judge(
                    GoodnessOfFit.kolmogorovSmirnov(samples.values(), continuous.cumulative(), samples.effectiveSize()),
                    samples,
                    falseAlarmRate, what, hint);
            case Law.Discrete discrete ->
                judge(GoodnessOfFit.chiSquare(counts(samples, discrete, what, hint), discrete.probabilities(),
                        samples.effectiveSize()), samples, falseAlarmRate, what, hint);
        }
    }

    /** Mean and variance each get half of the rate; both are normal to good accuracy from some 30 samples on. */
    private static void moments(Samples samples, double mean, double variance, double rate, String what, String hint) {
        double sigmas = new NormalDistribution().inverseCumulativeProbability(1 - rate / 4);
        double meanError = Math.sqrt(variance / samples.effectiveSize());
        band(RunningStats.of(samples.values()).mean(), mean, sigmas * meanError, sigmas, rate,
                what + ", mean of " + samples, hint);
        Samples squares = samples.map(x -> (x - mean) * (x - mean));
        RunningStats stats = RunningStats.of(squares.values());
        double error = Math.sqrt(stats.variance() / squares.effectiveSize());
        band(stats.mean(), variance, sigmas * error, sigmas, rate, what + ", variance of " + samples, hint);
    }

    private static void band(double actual, double expected, double tolerance, double sigmas, double rate, String what,
            String hint) {
        if (!(Math.abs(actual - expected) <= tolerance)) {
            String band = tolerance > 0 ? new Estimate(expected, tolerance).toString() : Digits.shortest(expected, 6);
            Check.fail(what, String.format(Locale.ROOT, "%s (%.1f sigma, false alarm 1 in %.0f)", band, sigmas,
                    1 / rate), Numbers.got(actual, expected), hint);
        }
    }

    private static void judge(GoodnessOfFit fit, Samples samples, double rate, String what, String hint) {
        if (!(fit.pValue() >= rate)) {
            Check.fail(what + ", " + fit.test() + " of " + samples,
                    String.format(Locale.ROOT, "p >= %.1g (false alarm 1 in %.0f)", rate, 1 / rate),
                    String.format(Locale.ROOT, "p = %.1g", fit.pValue()), hint);
        }
    }

    private static long[] counts(Samples samples, Law.Discrete law, String what, String hint) {
        long[] counts = new long[law.probabilities().length];
        for (double value : samples.values()) {
            if (value != Math.rint(value) || value < 0 || value >= counts.length) {
                Check.fail(what, "whole numbers from 0 to " + (counts.length - 1), Digits.shortest(value, 6), hint);
            }
            counts[(int) value]++;
        }
        return counts;
    }
}
