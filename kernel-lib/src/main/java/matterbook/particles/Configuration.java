package matterbook.particles;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Stop;

/** Where particles are: a snapshot that does not change. The state of a running simulation belongs to its sampler. */
public final class Configuration {
    private final PeriodicBox box;
    private final double[] x;
    private final double[] y;

    private Configuration(PeriodicBox box, double[] x, double[] y) {
        this.box = box;
        this.x = x;
        this.y = y;
    }

    /**
     * Particles at these places, which are copied and wrapped into the box.
     *
     * @throws IllegalArgumentException if there is none, the lengths differ or a coordinate is not finite
     */
    public static Configuration of(PeriodicBox box, double[] x, double[] y) {
        Require.that(x.length == y.length && x.length > 0, "there are " + x.length + " x and " + y.length
                + " y; both must be as many, at least 1");
        double[] wrappedX = new double[x.length];
        double[] wrappedY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Require.that(Double.isFinite(x[i]) && Double.isFinite(y[i]),
                    "particle " + i + " is at (" + x[i] + ", " + y[i] + ")");
            wrappedX[i] = box.wrapX(x[i]);
            wrappedY[i] = box.wrapY(y[i]);
        }
        return new Configuration(box, wrappedX, wrappedY);
    }

    public PeriodicBox box() {
        return box;
    }

    /** The number of particles N. */
    public int size() {
        return x.length;
    }

    /** The x coordinates; a copy. */
    public double[] x() {
        return x.clone();
    }

    /** The y coordinates; a copy. */
    public double[] y() {
        return y.clone();
    }

    /** N / area. */
    public double numberDensity() {
        return x.length / box.area();
    }

    /** The distance between the nearest images of particles i and j. */
    public double distance(int i, int j) {
        return Math.sqrt(box.distanceSquared(x[i], y[i], x[j], y[j]));
    }

    /** The smallest distance between two particles; infinite for one alone. By all pairs: for checks. */
    public double smallestDistance() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                least = Math.min(least, distance(i, j));
            }
        }
        return least;
    }

    @Override
    public String toString() {
        return x.length + " particles in a box of " + Digits.shortest(box.width(), 6) + " x "
                + Digits.shortest(box.height(), 6);
    }
}
