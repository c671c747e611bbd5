package matterbook.neurons;

import matterbook.core.Require;
import matterbook.nn.Examples;

/**
 * Two spirals, 97 points each, three turns (eqs 13 to 20; K. J. Lang and M. J. Witbrock, Proc. 1988 Connectionist Models
 * Summer School, 52): r_n = 0.4 (105 - n) / 104 at the angle (n - 1) π / 16 around (0.5, 0.5), n = 1 to 97, and the same
 * mirrored in that centre. The first spiral has label 1, the second 0. Points come in pairs from the outer end to the
 * inner one.
 */
public final class Spirals {
    /** Points on one spiral. */
    public static final int PAIRS = 97;
    private static final double SPREAD = 5;

    private Spirals() {}

    /** The 194 points with coordinates between 0.1 and 0.9, as printed. */
    public static Examples asPrinted() {
        return samples(PAIRS, 1, 0.5);
    }

    /** The 194 points around 0 and stretched by 5: coordinates between -2 and 2, which a network learns faster. */
    public static Examples centred() {
        return samples(PAIRS, SPREAD, 0);
    }

    /**
     * The points of the outer turns alone.
     *
     * @param pairs how many points of each spiral, from the outside
     */
    public static Examples outer(int pairs, Examples spirals) {
        Require.that(pairs >= 1 && pairs <= PAIRS, "a spiral has 1 to " + PAIRS + " points, not " + pairs);
        return new Examples(spirals.x().rows(0, 2 * pairs), spirals.y().rows(0, 2 * pairs));
    }

    private static Examples samples(int pairs, double scale, double centre) {
        double[][] x = new double[2 * pairs][];
        double[] label = new double[2 * pairs];
        for (int n = 1; n <= pairs; n++) {
            double radius = 0.4 * (105 - n) / 104; // eq. 19
            double angle = Math.PI * (n - 1) / 16; // eq. 20
            double dx = scale * radius * StrictMath.sin(angle);
            double dy = scale * radius * StrictMath.cos(angle);
            x[2 * n - 2] = new double[]{centre + dx, centre + dy}; // eqs 13, 15
            label[2 * n - 2] = 1; // eq. 17
            x[2 * n - 1] = new double[]{centre - dx, centre - dy}; // eqs 14, 16
        }
        return Examples.of(x, label);
    }
}
