package matterbook.potential;

import java.util.function.DoubleUnaryOperator;

import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * A function of a distance, looked up by the distance's square: no square root, no exponential. Each power of two of r² is
 * cut into 64 pieces, with a cubic through four points of each; the pieces meet, since the ends are two of the points. A
 * piece is found from the bits of r² itself.
 *
 * <p>Relative errors up to a distance of 12.8: below 2e-7 for r<sup>-12</sup>, 2e-5 for exp(-3.9 r), 1e-6 for
 * erfc(0.29 r)/r.
 */
public final class RadialTable {
    private static final int PIECE_BITS = 6;
    private static final int SHIFT = 52 - PIECE_BITS;
    private static final long REST = (1L << SHIFT) - 1;
    /** Where the cubic meets the function, in parts of a piece. */
    private static final double[] NODES = {0, 0.25, 0.75, 1};

    private final int first;
    private final double[] coefficients;

    private RadialTable(int first, double[] coefficients) {
        this.first = first;
        this.coefficients = coefficients;
    }

    /**
     * The table of a function between two distances.
     *
     * @throws UserError if the function is not finite somewhere between
     */
    public static RadialTable of(DoubleUnaryOperator function, double from, double to) {
        Require.positive(from, "the shortest distance of a table");
        Require.that(to > from, "a table must end beyond its begin " + from + ", not at " + to);
        int first = piece(from * from);
        int pieces = piece(to * to) + 1 - first;
        double[] coefficients = new double[4 * pieces];
        for (int n = 0; n < pieces; n++) {
            double start = Double.longBitsToDouble((long) (first + n) << SHIFT);
            double width = Double.longBitsToDouble((long) (first + n + 1) << SHIFT) - start;
            cubic(function, start, width, coefficients, 4 * n);
        }
        return new RadialTable(first, coefficients);
    }

    /** The value at distance sqrt({@code squared}), which must lie within the table. */
    public double at(double squared) {
        long bits = Double.doubleToRawLongBits(squared);
        int at = ((int) (bits >>> SHIFT) - first) << 2;
        double d = squared - Double.longBitsToDouble(bits & ~REST);
        return coefficients[at] + d * (coefficients[at + 1] + d * (coefficients[at + 2] + d * coefficients[at + 3]));
    }

    private static int piece(double squared) {
        return (int) (Double.doubleToRawLongBits(squared) >>> SHIFT);
    }

    /** Newton's divided differences through the four nodes, then the coefficients of the powers of d. */
    private static void cubic(DoubleUnaryOperator function, double start, double width, double[] out, int at) {
        double[] x = new double[4];
        double[] y = new double[4];
        for (int n = 0; n < 4; n++) {
            x[n] = NODES[n] * width;
            double r = Math.sqrt(start + x[n]);
            y[n] = function.applyAsDouble(r);
            if (!Double.isFinite(y[n])) {
                throw new UserError("a table needs a finite function, but at distance " + r + " it is " + y[n]);
            }
        }
        for (int order = 1; order < 4; order++) {
            for (int n = 3; n >= order; n--) {
                y[n] = (y[n] - y[n - 1]) / (x[n] - x[n - order]);
            }
        }
        // y0 + y1 d + y2 d (d - x1) + y3 d (d - x1) (d - x2), for x0 = 0
        out[at] = y[0];
        out[at + 1] = y[1] - y[2] * x[1] + y[3] * x[1] * x[2];
        out[at + 2] = y[2] - y[3] * (x[1] + x[2]);
        out[at + 3] = y[3];
    }
}
