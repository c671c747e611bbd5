package matterbook.stats;

import matterbook.core.Require;

/** What every analysis of a series asks of it. */
final class Series {
    private Series() {}

    /** A copy of {@code values}, which must be finite and at least {@code least} many. */
    static double[] checked(double[] values, int least) {
        Require.that(values.length >= least,
                "the series has " + values.length + " values; at least " + least + " are needed");
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " of the series is " + values[i]);
            }
        }
        return values.clone();
    }

    static double mean(double[] values) {
        return RunningStats.of(values).mean();
    }
}
