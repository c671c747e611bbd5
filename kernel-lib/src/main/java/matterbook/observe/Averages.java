package matterbook.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.stats.Blocking;
import matterbook.stats.RunningStats;

/** Means with the errors that this package gives them. */
final class Averages {
    private Averages() {}

    /** The mean of each column over the frames, with the error by blocking; NaN for the error of fewer than 4 frames. */
    static List<Estimate> overFrames(double[][] byFrame) {
        List<Estimate> means = new ArrayList<>();
        for (int column = 0; column < byFrame[0].length; column++) {
            int at = column;
            double[] series = Arrays.stream(byFrame).mapToDouble(row -> row[at]).toArray();
            means.add(overFrames(series));
        }
        return List.copyOf(means);
    }

    static Estimate overFrames(double[] series) {
        return series.length < Blocking.LEAST
                ? new Estimate(Arrays.stream(series).average().orElseThrow(), Double.NaN)
                : Blocking.of(series).estimate();
    }

    /** The mean over independent groups; NaN for the error of one alone. */
    static Estimate overGroups(double[] values) {
        return values.length < 2
                ? new Estimate(values[0], Double.NaN)
                : RunningStats.of(values).estimate();
    }
}
