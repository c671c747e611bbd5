package matterbook.neurons;

import java.util.Locale;

import matterbook.core.Require;
import matterbook.reproduce.Claim;
import matterbook.stats.MeanInterval;

/**
 * By how much one network is ahead of another from the same starts: the mean of the differences start by start, which what
 * both share (phantoms, seeds) does not widen, with its 95 % interval.
 */
record Lead(MeanInterval interval) {
    private static final double CONFIDENCE = 0.95;

    /** Of {@code ours} over {@code theirs}, number by number. */
    static Lead of(double[] ours, double[] theirs) {
        Require.that(ours.length == theirs.length, ours.length + " starts cannot be paired with " + theirs.length);
        double[] differences = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            differences[i] = ours[i] - theirs[i];
        }
        return new Lead(MeanInterval.of(differences, CONFIDENCE));
    }

    /** Holds or fails if the interval lies above or below 0; otherwise there were too few starts to tell. */
    Claim.Verdict verdict() {
        return interval.contains(0) ? Claim.Verdict.NOT_TESTABLE : Claim.judge(interval.low() > 0);
    }

    /** {@code +3.9 (+2.1 to +5.7)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f)", interval.mean().value(), interval.low(),
                interval.high());
    }

    /** {@code 88.9 % (87.5 to 90.2)}: the mean of numbers in percent, with its 95 % interval. */
    static String percent(double[] numbers) {
        MeanInterval mean = MeanInterval.of(numbers, CONFIDENCE);
        return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", mean.mean().value(), mean.low(), mean.high());
    }
}
