package matterbook.particles;

import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Stop;

/** Where particles are: a snapshot that does not change. The state of a running simulation belongs to its sampler. */
public final class Configuration {
    private final PeriodicBox box;
    private final double[][] coordinates;

    private Configuration(PeriodicBox box, double[][] coordinates) {
        this.box = box;
        this.coordinates = coordinates;
    }

    /**
     * Particles at these places, which are copied and wrapped into the box.
     *
     * @throws IllegalArgumentException if there is none, the lengths differ or a coordinate is not finite
     */
    public static Configuration of(PeriodicBox box, double[] x, double[] y) {
        Require.that(box.dimensions() == 2, "a box of three dimensions needs a z for each particle");
        Require.that(x.length == y.length && x.length > 0, "there are " + x.length + " x and " + y.length
                + " y; both must be as many, at least 1");
        return of(box, new double[][]{x, y});
    }

    /** The same in three dimensions. */
    public static Configuration of(PeriodicBox box, double[] x, double[] y, double[] z) {
        Require.that(box.dimensions() == 3, "a box of two dimensions has no z");
        Require.that(x.length == y.length && y.length == z.length && x.length > 0, "there are " + x.length + " x, "
                + y.length + " y and " + z.length + " z; all must be as many, at least 1");
        return of(box, new double[][]{x, y, z});
    }

    /** One array of coordinates for each axis of the box, all of the same length. */
    static Configuration of(PeriodicBox box, double[][] coordinates) {
        double[][] wrapped = new double[coordinates.length][];
        for (int axis = 0; axis < wrapped.length; axis++) {
            wrapped[axis] = new double[coordinates[axis].length];
        }
        for (int i = 0; i < coordinates[0].length; i++) {
            for (int axis = 0; axis < wrapped.length; axis++) {
                Require.that(Double.isFinite(coordinates[axis][i]), place(coordinates, i));
                wrapped[axis][i] = box.wrap(axis, coordinates[axis][i]);
            }
        }
        return new Configuration(box, wrapped);
    }

    private static String place(double[][] coordinates, int i) {
        String place = Arrays.toString(Arrays.stream(coordinates).mapToDouble(axis -> axis[i]).toArray());
        return "particle " + i + " is at (" + place.substring(1, place.length() - 1) + ")";
    }

    public PeriodicBox box() {
        return box;
    }

    /** The number of particles N. */
    public int size() {
        return coordinates[0].length;
    }

    /** The x coordinates; a copy. */
    public double[] x() {
        return coordinates[0].clone();
    }

    /** The y coordinates; a copy. */
    public double[] y() {
        return coordinates[1].clone();
    }

    /** The z coordinates, a copy; all 0 in two dimensions. */
    public double[] z() {
        return coordinates.length > 2 ? coordinates[2].clone() : new double[size()];
    }

    /** N / volume; in two dimensions N / area. */
    public double numberDensity() {
        return size() / box.volume();
    }

    /** The distance between the nearest images of particles i and j. */
    public double distance(int i, int j) {
        double squared = 0;
        for (int axis = 0; axis < coordinates.length; axis++) {
            double d = Math.abs(coordinates[axis][i] - coordinates[axis][j]);
            d = Math.min(d, box.side(axis) - d);
            squared += d * d;
        }
        return Math.sqrt(squared);
    }

    /** The smallest distance between two particles; infinite for one alone. By all pairs: for checks. */
    public double smallestDistance() {
        return closestPair().distance();
    }

    /** Two particles, the lower number first, and their distance. */
    public record Pair(int first, int second, double distance) {}

    /** The two nearest particles; particle 0 with itself, infinitely far, for one alone. By all pairs: for checks. */
    public Pair closestPair() {
        Pair closest = new Pair(0, 0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < size(); i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                double distance = distance(i, j);
                if (distance < closest.distance()) {
                    closest = new Pair(j, i, distance);
                }
            }
        }
        return closest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size() + " particles in a box of ");
        for (int axis = 0; axis < coordinates.length; axis++) {
            text.append(axis == 0 ? "" : " x ").append(Digits.shortest(box.side(axis), 6));
        }
        return text.toString();
    }
}
