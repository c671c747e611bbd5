package matterbook.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * How the error falls with the number of observations learned from. For each of several seeds, part of the rows is kept for
 * the test, and the regressor is fitted to the first n of the rest, which come in an order of chance.
 *
 * @param points one for each size
 */
public record LearningCurve(List<Point> points) {
    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * The error at one size.
     *
     * @param size observations learned from
     * @param train the RMSE on those, over the seeds
     * @param test the RMSE on those kept for the test, over the seeds
     */
    public record Point(int size, Spread train, Spread test) {}

    /**
     * Fits and tests for all sizes and seeds.
     *
     * @param sizes numbers of observations to learn from
     * @param seeds how many times the whole is done
     * @param testPart the part of the observations that is kept for the test
     */
    public static LearningCurve of(Regressor regressor, Observations data, List<Integer> sizes, int seeds,
            double testPart, Rng rng) {
        Require.positive(seeds, "the number of seeds");
        Require.that(testPart > 0 && testPart < 1, "the part for the test must lie between 0 and 1, not " + testPart);
        double[][] train = new double[sizes.size()][seeds];
        double[][] test = new double[sizes.size()][seeds];
        try (Progress progress = Progress.start("learning curve", (long) sizes.size() * seeds)) {
            for (int seed = 0; seed < seeds; seed++) {
                Observations.Split parts = data.split(1 - testPart, rng.split());
                for (int k = 0; k < sizes.size(); k++) {
                    Observations part = first(sizes.get(k), parts.train());
                    Fitted fitted = regressor.fit(part, rng.split());
                    train[k][seed] = fitted.score(part).rmse();
                    test[k][seed] = fitted.score(parts.test()).rmse();
                    progress.step();
                }
            }
        }
        return new LearningCurve(IntStream.range(0, sizes.size())
                .mapToObj(k -> new Point(sizes.get(k), Spread.of(train[k]), Spread.of(test[k]))).toList());
    }

    private static Observations first(int size, Observations data) {
        Require.that(size >= 1 && size <= data.size(), "cannot learn from " + size + " observations: " + data.size()
                + " are there once those for the test are kept");
        return data.pick(IntStream.range(0, size).toArray());
    }

    /** The sizes, as numbers to draw. */
    public double[] sizes() {
        return points.stream().mapToDouble(Point::size).toArray();
    }

    /** The mean RMSE on what was learned from, for each size. */
    public double[] train() {
        return means(Point::train);
    }

    /** The mean RMSE on what was kept for the test, for each size. */
    public double[] test() {
        return means(Point::test);
    }

    /** The standard deviation over the seeds of the test's RMSE, for each size. */
    public double[] testDeviation() {
        return points.stream().mapToDouble(point -> point.test().deviation()).toArray();
    }

    private double[] means(Function<Point, Spread> which) {
        return points.stream().mapToDouble(point -> which.apply(point).mean()).toArray();
    }

    /** A line for each size. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Point point : points) {
            lines.add(String.format(Locale.ROOT, "%6d rows: RMSE train %s, test %s", point.size, point.train,
                    point.test));
        }
        return String.join("\n", lines);
    }
}
