package matterbook.particles;

import java.util.Arrays;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * The parallelepiped that a crystal repeats: three edges a, b, c of any lengths and angles (lengths in angstrom). A place is
 * r = f<sub>0</sub> a + f<sub>1</sub> b + f<sub>2</sub> c; f are its fractional coordinates.
 *
 * <p>The edges are right-handed: their volume a · (b × c) is above 0.
 */
public final class UnitCell {
    private static final String EDGES = "abc";
    private static final double LEAST_FLATNESS = 1e-6;

    /** Row k is edge k. */
    private final double[][] edges;
    /** Row k is a vector with f<sub>k</sub> = row · r: the reciprocal vectors without the factor 2 pi. */
    private final double[][] reciprocal;
    private final double volume;

    private UnitCell(double[][] edges) {
        this.edges = edges;
        double[] bc = cross(edges[1], edges[2]);
        volume = dot(edges[0], bc);
        double brick = 1;
        for (int k = 0; k < 3; k++) {
            brick *= Require.positive(length(k), "the length of edge " + EDGES.charAt(k));
        }
        if (!(volume > LEAST_FLATNESS * brick)) {
            throw new UserError(volume < -LEAST_FLATNESS * brick
                    ? "the edges of this cell are left-handed: exchange two of them"
                    : "the edges of this cell lie in one plane: it has no volume");
        }
        reciprocal = new double[][]{bc, cross(edges[2], edges[0]), cross(edges[0], edges[1])};
        for (double[] row : reciprocal) {
            for (int axis = 0; axis < 3; axis++) {
                row[axis] /= volume;
            }
        }
    }

    /**
     * The cell with these edge lengths (angstrom) and angles (degrees; alpha between b and c, beta between a and c, gamma
     * between a and b). Edge a points along x, b lies in the plane of x and y.
     *
     * @throws UserError if no cell has such angles
     */
    public static UnitCell of(double a, double b, double c, double alpha, double beta, double gamma) {
        Require.positive(a, "the length of edge a");
        Require.positive(b, "the length of edge b");
        Require.positive(c, "the length of edge c");
        double[] cosine = {cosine(alpha, "alpha"), cosine(beta, "beta"), cosine(gamma, "gamma")};
        double sineGamma = Math.sqrt(1 - cosine[2] * cosine[2]);
        double y = (cosine[0] - cosine[1] * cosine[2]) / sineGamma;
        double squared = 1 - cosine[1] * cosine[1] - y * y;
        if (!(squared > LEAST_FLATNESS)) {
            throw new UserError("no cell has the angles " + Digits.shortest(alpha, 6) + ", " + Digits.shortest(beta, 6)
                    + " and " + Digits.shortest(gamma, 6)
                    + " degrees: each must be less than the sum of the others, and all together less than 360");
        }
        return new UnitCell(new double[][]{{a, 0, 0}, {b * cosine[2], b * sineGamma, 0},
                {c * cosine[1], c * y, c * Math.sqrt(squared)}});
    }

    /** The cell of these three edges. */
    public static UnitCell ofEdges(double[] a, double[] b, double[] c) {
        for (double[] edge : new double[][]{a, b, c}) {
            Require.that(edge.length == 3, "an edge has three coordinates, not " + edge.length);
        }
        return new UnitCell(new double[][]{a.clone(), b.clone(), c.clone()});
    }

    /** A brick with edges along the axes. */
    public static UnitCell brick(double a, double b, double c) {
        return new UnitCell(new double[][]{{a, 0, 0}, {0, b, 0}, {0, 0, c}});
    }

    /** A cube. */
    public static UnitCell cube(double side) {
        return brick(side, side, side);
    }

    /** The vector of edge 0 (a), 1 (b) or 2 (c). */
    public double[] edge(int k) {
        return edges[k].clone();
    }

    /** The vector g with f<sub>k</sub> = g · r, in 1/angstrom; 2 pi times it is the physicist's reciprocal vector. */
    public double[] reciprocal(int k) {
        return reciprocal[k].clone();
    }

    /** The length of edge k. */
    public double length(int k) {
        return Math.sqrt(dot(edges[k], edges[k]));
    }

    /** Angle 0 (alpha, between b and c), 1 (beta) or 2 (gamma) in degrees. */
    public double angle(int k) {
        int i = (k + 1) % 3;
        int j = (k + 2) % 3;
        return Math.toDegrees(Math.acos(dot(edges[i], edges[j]) / (length(i) * length(j))));
    }

    /** a · (b × c). */
    public double volume() {
        return volume;
    }

    /**
     * The distance between the two faces that edge k joins: at most its length, and what counts for a cut-off. A sphere of
     * radius R fits in the cell if 2 R is at most the least width.
     */
    public double width(int k) {
        return 1 / Math.sqrt(dot(reciprocal[k], reciprocal[k]));
    }

    /** The least of the three widths. */
    public double leastWidth() {
        return Math.min(width(0), Math.min(width(1), width(2)));
    }

    /** The place with these fractional coordinates. */
    public double[] cartesian(double... fractional) {
        double[] r = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            r[axis] = fractional[0] * edges[0][axis] + fractional[1] * edges[1][axis] + fractional[2] * edges[2][axis];
        }
        return r;
    }

    /** The fractional coordinates of this place. */
    public double[] fractional(double... cartesian) {
        return new double[]{dot(reciprocal[0], cartesian), dot(reciprocal[1], cartesian),
                dot(reciprocal[2], cartesian)};
    }

    /** The same place in the cell: all fractional coordinates in [0, 1). */
    public double[] wrap(double... cartesian) {
        double[] f = fractional(cartesian);
        for (int k = 0; k < 3; k++) {
            f[k] = fraction(f[k]);
        }
        return cartesian(f);
    }

    /** The part of a fractional coordinate that lies in [0, 1). */
    public static double fraction(double f) {
        double part = f - Math.floor(f);
        // next to a whole number rounding may lead to 1
        return part == 1 ? 0 : part;
    }

    /**
     * The shortest vector to any image: {@code difference} plus the lattice vector that makes it shortest. Right in every
     * cell: rounding the fractional coordinates alone is not, when the result is longer than half the least width.
     */
    public double[] nearest(double... difference) {
        double[] f = fractional(difference);
        double[] best = cartesian(f[0] - Math.rint(f[0]), f[1] - Math.rint(f[1]), f[2] - Math.rint(f[2]));
        double least = dot(best, best);
        if (4 * least <= leastWidth() * leastWidth()) {
            return best;
        }
        double[] start = best;
        int[] far = imagesWithin(2 * Math.sqrt(least));
        for (int i = -far[0]; i <= far[0]; i++) {
            for (int j = -far[1]; j <= far[1]; j++) {
                for (int k = -far[2]; k <= far[2]; k++) {
                    double[] image = cartesian(i, j, k);
                    for (int axis = 0; axis < 3; axis++) {
                        image[axis] += start[axis];
                    }
                    double squared = dot(image, image);
                    if (squared < least) {
                        least = squared;
                        best = image;
                    }
                }
            }
        }
        return best;
    }

    /**
     * How many cells to each side, along each edge, hold all lattice points within {@code radius} of the origin:
     * floor(radius / width).
     */
    public int[] imagesWithin(double radius) {
        Require.notNegative(radius, "the radius");
        return new int[]{(int) (radius / width(0)), (int) (radius / width(1)), (int) (radius / width(2))};
    }

    /**
     * The distances at which a place and all images of another stand, those below {@code radius} alone; zero is one of them.
     *
     * @param difference from one place to the other, in any image
     */
    public double[] distancesWithin(double radius, double... difference) {
        double[] near = nearest(difference);
        int[] far = imagesWithin(radius + Math.sqrt(dot(near, near)));
        double[] found = new double[(2 * far[0] + 1) * (2 * far[1] + 1) * (2 * far[2] + 1)];
        int count = 0;
        for (int i = -far[0]; i <= far[0]; i++) {
            for (int j = -far[1]; j <= far[1]; j++) {
                for (int k = -far[2]; k <= far[2]; k++) {
                    double[] image = cartesian(i, j, k);
                    for (int axis = 0; axis < 3; axis++) {
                        image[axis] += near[axis];
                    }
                    double distance = Math.sqrt(dot(image, image));
                    if (distance < radius) {
                        found[count++] = distance;
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The cell of n<sub>a</sub> × n<sub>b</sub> × n<sub>c</sub> of these. */
    public UnitCell times(int na, int nb, int nc) {
        int[] n = {Require.positive(na, "the number of cells along a"),
                Require.positive(nb, "the number of cells along b"),
                Require.positive(nc, "the number of cells along c")};
        double[][] longer = new double[3][3];
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                longer[k][axis] = n[k] * edges[k][axis];
            }
        }
        return new UnitCell(longer);
    }

    private static double cosine(double degrees, String name) {
        if (!(degrees > 0 && degrees < 180)) {
            throw new UserError("the angle " + name + " of a cell must lie between 0 and 180 degrees, not " + degrees);
        }
        // exact for the angles that crystals have, so that a hexagonal cell is hexagonal to the last bit
        return degrees == 90 ? 0 : degrees == 60 ? 0.5 : degrees == 120 ? -0.5 : Math.cos(Math.toRadians(degrees));
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[]{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitCell cell && Arrays.deepEquals(edges, cell.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(edges);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "cell of %s x %s x %s angstrom, angles %s, %s, %s",
                Digits.shortest(length(0), 6),
                Digits.shortest(length(1), 6), Digits.shortest(length(2), 6), Digits.shortest(angle(0), 6),
                Digits.shortest(angle(1), 6), Digits.shortest(angle(2), 6));
    }
}
