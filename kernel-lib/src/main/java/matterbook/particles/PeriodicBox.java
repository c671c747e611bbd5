package matterbook.particles;

import matterbook.core.Require;

/** A rectangle that repeats itself in both directions: what leaves on the right comes in on the left. */
public record PeriodicBox(double width, double height) {
    public PeriodicBox {
        Require.positive(width, "the box's width");
        Require.positive(height, "the box's height");
    }

    /** A square box. */
    public static PeriodicBox square(double side) {
        return new PeriodicBox(side, side);
    }

    public double area() {
        return width * height;
    }

    /** The coordinate in [0, width) of the same place. */
    public double wrapX(double x) {
        return wrap(x, width);
    }

    /** The coordinate in [0, height) of the same place. */
    public double wrapY(double y) {
        return wrap(y, height);
    }

    /**
     * The square of the distance between the nearest images of two points (minimum image convention).
     *
     * @param x1 as all coordinates here wrapped into the box
     */
    public double distanceSquared(double x1, double y1, double x2, double y2) {
        double dx = Math.abs(x1 - x2);
        double dy = Math.abs(y1 - y2);
        dx = Math.min(dx, width - dx);
        dy = Math.min(dy, height - dy);
        return dx * dx + dy * dy;
    }

    private static double wrap(double x, double side) {
        double wrapped = x - side * Math.floor(x / side);
        // for a tiny negative x the difference rounds to the side itself
        return wrapped < side ? wrapped : 0;
    }
}
