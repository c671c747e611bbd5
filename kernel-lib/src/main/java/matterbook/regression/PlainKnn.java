package matterbook.regression;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nearest neighbours to be read: all distances, sorted. {@link Knn} gives the same bits and is made for speed.
 */
public final class PlainKnn {
    private PlainKnn() {}

    /** The rows of {@code x} nearest to {@code query}, nearest first. */
    public static List<Integer> nearest(double[][] x, double[] query, int neighbours) {
        return IntStream.range(0, x.length).boxed()
                .sorted(Comparator.comparingDouble(i -> Rows.squaredDistance(query, x[i])))
                .limit(neighbours).toList();
    }

    /** The mean target of the nearest rows. */
    public static double predict(double[][] x, double[] y, double[] query, int neighbours) {
        return nearest(x, query, neighbours).stream().mapToDouble(i -> y[i]).reduce(0, Double::sum) / neighbours;
    }

    /** The mean target of the nearest rows, each counted with 1 / distance; those at distance 0 count alone. */
    public static double predictByDistance(double[][] x, double[] y, double[] query, int neighbours) {
        double sum = 0;
        double weights = 0;
        boolean exact = false;
        for (int i : nearest(x, query, neighbours)) {
            double distance = Math.sqrt(Rows.squaredDistance(query, x[i]));
            exact |= distance == 0;
            double weight = exact ? (distance == 0 ? 1 : 0) : 1 / distance;
            sum += weight * y[i];
            weights += weight;
        }
        return sum / weights;
    }
}
