package matterbook.adsorption;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import matterbook.core.Digits;
import matterbook.core.Require;

/**
 * How near atoms may come: the least distance of each pair of types. A model knows nothing of what lies behind the nearest
 * configurations that it learned from, and may predict anything there, so the energy behind a wall is infinite.
 */
public final class OverlapWall {
    private final double[] distance;

    private OverlapWall(double[] distance) {
        this.distance = distance;
    }

    /** These least distances in angstrom, pair by pair. */
    public static OverlapWall of(double... distances) {
        for (double r : distances) {
            Require.notNegative(r, "the distance of a wall");
        }
        return new OverlapWall(distances.clone());
    }

    /** One least distance for all these pairs. */
    public static OverlapWall of(double distance, AtomPairs pairs) {
        return of(DoubleStream.generate(() -> distance).limit(pairs.size()).toArray());
    }

    /** The least distance of each pair among those seen, times {@code part}. */
    public static OverlapWall perPair(Features features, double[][] distances, double part) {
        double[] least = new double[features.pairs().size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (double[] row : distances) {
            for (int pair = 0; pair < least.length; pair++) {
                least[pair] = Math.min(least[pair], row[pair * features.set().nearest()]);
            }
        }
        return of(Arrays.stream(least).map(r -> r * part).toArray());
    }

    /** The least of all distances seen, times {@code part}, for every pair. */
    public static OverlapWall perGuest(Features features, double[][] distances, double part) {
        OverlapWall pairs = perPair(features, distances, part);
        return of(Arrays.stream(pairs.distance).min().orElse(0), features.pairs());
    }

    /** The least distance of a pair. */
    public double distance(int pair) {
        return distance[pair];
    }

    /** Of how many pairs. */
    public int size() {
        return distance.length;
    }

    /** A copy of all. */
    public double[] distances() {
        return distance.clone();
    }

    /** The least of all. */
    public double least() {
        return Arrays.stream(distance).min().orElse(0);
    }

    /** The greatest of all. */
    public double greatest() {
        return Arrays.stream(distance).max().orElse(0);
    }

    @Override
    public String toString() {
        int digits = 4;
        return "wall at " + Digits.of(least(), digits)
                + (least() == greatest() ? "" : " to " + Digits.of(greatest(), digits)) + " angstrom";
    }
}
