package matterbook.particles;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * A rectangle, or a brick, that repeats itself in all directions: what leaves on the right comes in on the left.
 *
 * @param depth the third side; 0 for a rectangle
 */
public record PeriodicBox(double width, double height, double depth) {
    public PeriodicBox {
        Require.positive(width, "the box's width");
        Require.positive(height, "the box's height");
        if (depth != 0) {
            Require.positive(depth, "the box's depth");
        }
    }

    /** A rectangle. */
    public PeriodicBox(double width, double height) {
        this(width, height, 0);
    }

    /** A square box of two dimensions. */
    public static PeriodicBox square(double side) {
        return new PeriodicBox(side, side);
    }

    /** A cube. */
    public static PeriodicBox cube(double side) {
        return new PeriodicBox(side, side, Require.positive(side, "the box's depth"));
    }

    /** 2 or 3. */
    public int dimensions() {
        return depth == 0 ? 2 : 3;
    }

    /** The length along axis 0 (x), 1 (y) or 2 (z); 0 for the third of a rectangle. */
    public double side(int axis) {
        return switch (axis) {
            case 0 -> width;
            case 1 -> height;
            case 2 -> depth;
            default -> throw new IllegalArgumentException("axes are 0 (x), 1 (y) and 2 (z), not " + axis);
        };
    }

    public double shortestSide() {
        double shorter = Math.min(width, height);
        return depth == 0 ? shorter : Math.min(shorter, depth);
    }

    /** Width times height. */
    public double area() {
        return width * height;
    }

    /** The volume; of a rectangle its area. */
    public double volume() {
        return depth == 0 ? area() : area() * depth;
    }

    /** The same box with all sides multiplied. */
    public PeriodicBox scaled(double factor) {
        Require.positive(factor, "the factor");
        return new PeriodicBox(width * factor, height * factor, depth * factor);
    }

    /**
     * Refuses a cut-off at which a particle would meet another and its image, or itself; exactly half of the shortest side
     * is allowed.
     *
     * @throws UserError if a side is shorter than twice the cut-off
     */
    public void requireRoomFor(double cutoff) {
        if (shortestSide() < 2 * cutoff) {
            throw new UserError("the box's shortest side " + Digits.shortest(shortestSide(), 6)
                    + " is less than twice the cut-off " + Digits.shortest(cutoff, 6) + "; take a box of at least "
                    + Digits.shortest(2 * cutoff, 6) + " or a cut-off of at most "
                    + Digits.shortest(shortestSide() / 2, 6));
        }
    }

    /** The coordinate in [0, width) of the same place. */
    public double wrapX(double x) {
        return wrap(x, width);
    }

    /** The coordinate in [0, height) of the same place. */
    public double wrapY(double y) {
        return wrap(y, height);
    }

    /** The coordinate in [0, side) of the same place along this axis. */
    public double wrap(int axis, double coordinate) {
        return wrap(coordinate, side(axis));
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

    /** The shortest way along an axis from one coordinate to another's nearest image; neither needs to be wrapped. */
    public double nearest(int axis, double difference) {
        double side = side(axis);
        return difference - side * Math.rint(difference / side);
    }

    private static double wrap(double x, double side) {
        double wrapped = x - side * Math.floor(x / side);
        // next to a multiple of the side rounding may lead out at either end
        return wrapped >= 0 && wrapped < side ? wrapped : 0;
    }
}
