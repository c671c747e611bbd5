package matterbook.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Every observation predicted by a fit that has not seen it: the rows are dealt by chance into folds of equal size (within
 * one); for each fold the regressor, with its scaling, is fitted to all others.
 */
public final class CrossValidation {
    private final List<Score> folds;
    private final double[] predicted;
    private final Score overall;

    private CrossValidation(List<Score> folds, double[] predicted, Score overall) {
        this.folds = List.copyOf(folds);
        this.predicted = predicted;
        this.overall = overall;
    }

    /** With {@code folds} folds, at least 2 and at most as many as there are rows. */
    public static CrossValidation of(Regressor regressor, Observations data, int folds, Rng rng) {
        Require.that(folds >= 2 && folds <= data.size(),
                "folds must be 2 to " + data.size() + ", the number of observations, not " + folds);
        int[] order = Observations.shuffled(data.size(), rng);
        double[] predicted = new double[data.size()];
        List<Score> scores = new ArrayList<>();
        try (Progress progress = Progress.start("folds", folds)) {
            for (int fold = 0; fold < folds; fold++) {
                int from = (int) ((long) fold * order.length / folds);
                int to = (int) ((fold + 1L) * order.length / folds);
                int[] held = Arrays.copyOfRange(order, from, to);
                int[] others = IntStream.concat(Arrays.stream(order, 0, from), Arrays.stream(order, to, order.length))
                        .toArray();
                Observations test = data.pick(held);
                double[] p = regressor.fit(data.pick(others), rng.split()).predict(test.x());
                scores.add(Score.of(test.y(), p));
                for (int i = 0; i < held.length; i++) {
                    predicted[held[i]] = p[i];
                }
                progress.step();
            }
        }
        return new CrossValidation(scores, predicted, Score.of(data.y(), predicted));
    }

    /** The score of each fold. */
    public List<Score> folds() {
        return folds;
    }

    /** The prediction for each row, in the rows' order: a copy. */
    public double[] predicted() {
        return predicted.clone();
    }

    /** The score of all these predictions together. */
    public Score overall() {
        return overall;
    }

    /** The folds' RMSE. */
    public Spread rmse() {
        return Spread.of(folds.stream().mapToDouble(Score::rmse).toArray());
    }

    /** The folds' MAE. */
    public Spread mae() {
        return Spread.of(folds.stream().mapToDouble(Score::mae).toArray());
    }

    /** The folds' R². */
    public Spread r2() {
        return Spread.of(folds.stream().mapToDouble(Score::r2).toArray());
    }

    /** One line: {@code 5 folds: RMSE 0.31 (spread 0.02), MAE ..., R² ...}. */
    @Override
    public String toString() {
        return folds.size() + " folds: RMSE " + rmse() + ", MAE " + mae() + ", R² " + r2();
    }
}
