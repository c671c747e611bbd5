package matterbook.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.stats.GoodnessOfFit;
import matterbook.stats.RunningStats;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The tests behind checkDistribution. */
final class DistributionCheck {
    private static final int SHARE_DIGITS = 3;
    private static final int MOST_SHARES = 6;
    /** Below this a p-value is the rounding of 1 minus a distribution function. */
    private static final double LEAST_P = 1e-10;

    private DistributionCheck() {}

    static void run(Samples samples, Law law, double falseAlarmRate, String what, String hint) {
        switch (law) {
            case Law.Moments moments ->
                moments(samples, moments.mean(), moments.variance(), falseAlarmRate, what, hint);
            case Law.Continuous continuous -> continuous(samples, continuous, falseAlarmRate, what, hint);
            case Law.Discrete discrete -> discrete(samples, discrete, falseAlarmRate, what, hint);
        }
    }

    /** Where the test fails, the message names the place at which the share of the samples up to x is most wrong. */
    private static void continuous(Samples samples, Law.Continuous law, double rate, String what, String hint) {
        GoodnessOfFit fit = GoodnessOfFit.kolmogorovSmirnov(samples.values(), law.cumulative(),
                samples.effectiveSize());
        if (fit.pValue() >= rate) {
            return;
        }
        double[] x = samples.values().clone();
        Arrays.sort(x);
        int worst = 0;
        double share = 0;
        double miss = -1;
        for (int i = 0; i < x.length; i++) {
            double below = law.cumulative().applyAsDouble(x[i]);
            for (int count = i; count <= i + 1; count++) {
                double reached = (double) count / x.length;
                if (Math.abs(reached - below) >= miss) {
                    miss = Math.abs(reached - below);
                    worst = i;
                    share = reached;
                }
            }
        }
        Check.fail(what + ", share up to " + Digits.shortest(x[worst], 3) + ", where it is most wrong",
                Digits.shortest(law.cumulative().applyAsDouble(x[worst]), SHARE_DIGITS),
                Digits.shortest(share, SHARE_DIGITS) + evidence(fit, samples, rate), hint);
    }

    /** Where the test fails, the message shows all shares of a short law, of a long one the share most wrong. */
    private static void discrete(Samples samples, Law.Discrete law, double rate, String what, String hint) {
        long[] counts = counts(samples, law, what);
        double[] wanted = law.probabilities();
        GoodnessOfFit fit = GoodnessOfFit.chiSquare(counts, wanted, samples.effectiveSize());
        if (fit.pValue() >= rate) {
            return;
        }
        double[] got = Arrays.stream(counts).mapToDouble(count -> (double) count / samples.size()).toArray();
        boolean all = wanted.length <= MOST_SHARES;
        int worst = mostWrong(wanted, got);
        Check.fail(what + (all ? ", shares" : ", share of " + worst + ", the one most wrong"),
                all ? shares(wanted) : shares(wanted[worst]),
                (all ? shares(got) : shares(got[worst])) + evidence(fit, samples, rate), hint);
    }

    /** The bin with the largest term of chi-square. */
    private static int mostWrong(double[] wanted, double[] got) {
        return IntStream.range(0, wanted.length).boxed().max(Comparator.comparingDouble(i -> {
            double miss = got[i] - wanted[i];
            return miss == 0 ? 0 : miss * miss / wanted[i];
        })).orElseThrow();
    }

    private static String shares(double... shares) {
        return Arrays.stream(shares).mapToObj(share -> Digits.shortest(share, SHARE_DIGITS))
                .collect(Collectors.joining(" "));
    }

    private static String evidence(GoodnessOfFit fit, Samples samples, double rate) {
        String p = fit.pValue() < LEAST_P ? "p < 1e-10" : String.format(Locale.ROOT, "p = %.1g", fit.pValue());
        return String.format(Locale.ROOT, " (%s of %s: %s, false alarm 1 in %.0f)", fit.test(), samples, p, 1 / rate);
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

    private static long[] counts(Samples samples, Law.Discrete law, String what) {
        long[] counts = new long[law.probabilities().length];
        for (double value : samples.values()) {
            if (value != Math.rint(value) || value < 0 || value >= counts.length) {
                Check.fail(what, "whole numbers from 0 to " + (counts.length - 1), Digits.shortest(value, 6), "");
            }
            counts[(int) value]++;
        }
        return counts;
    }
}
