package matterbook.potential;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;
import org.hipparchus.special.Erf;

/**
 * The electrostatic energy of point charges that repeat with a cell, without a cut-off (P. P. Ewald, Ann. Phys. 369, 253
 * (1921)). 1/r is split into erfc(alpha r)/r, which ends soon and is added up in space, and erf(alpha r)/r, which is smooth
 * and is added up over waves k of the reciprocal lattice:
 *
 * <pre>
 * phi(r) = sum_j sum_images q_j erfc(alpha |r - r_j|) / |r - r_j|
 *        + 4 pi / V sum_(k != 0) exp(-k² / 4 alpha²) / k² · sum_j q_j cos(k · (r - r_j))  -  pi Q / (alpha² V)
 * E      = 1/2 sum_i q_i phi(r_i), where i is left out of its own first sum  -  alpha / sqrt(pi) sum_i q_i²
 * </pre>
 *
 * <p>Energies are in charge² / length; the surroundings conduct ("tinfoil"). Charges add up to Q = 0; what rounding left is
 * balanced by an even background, the last term of phi. This is the readable form, a triple loop; {@link EwaldField} has the
 * waves of charges that stay where they are precomputed.
 *
 * @param alpha the width of the split, one over a length: the result does not depend on it
 * @param cutoff where the sum in space ends
 * @param waveCutoff the largest k
 */
public record Ewald(UnitCell cell, double alpha, double cutoff, double waveCutoff) {
    /** The largest charge of a cell that passes for rounding. */
    private static final double ROUNDING = 0.01;

    public Ewald {
        Require.positive(alpha, "alpha");
        Require.positive(cutoff, "the cut-off in space");
        Require.positive(waveCutoff, "the largest wave");
    }

    /**
     * The sum whose two parts both end where their terms have fallen by the factor {@code tolerance}: with
     * p = sqrt(-ln tolerance), alpha = p / cutoff and the largest k = 2 alpha p.
     */
    public static Ewald of(UnitCell cell, double tolerance, double cutoff) {
        Require.that(tolerance > 0 && tolerance < 0.1, "the tolerance must lie between 0 and 0.1, not " + tolerance);
        double p = Math.sqrt(-Math.log(tolerance));
        double alpha = p / Require.positive(cutoff, "the cut-off in space");
        return new Ewald(cell, alpha, cutoff, 2 * alpha * p);
    }

    /** As {@link #of(UnitCell, double, double)}, with the cut-off at which both parts have equally many terms. */
    public static Ewald of(UnitCell cell, double tolerance) {
        double p = Math.sqrt(-Math.log(tolerance));
        return of(cell, tolerance, p / Math.sqrt(Math.PI) * Math.cbrt(cell.volume()));
    }

    /**
     * The electrostatic energy of a cell.
     *
     * @param r row 0 has x of all charges, row 1 y, row 2 z
     * @throws UserError if the charges do not add up to 0
     */
    public double energy(double[][] r, double[] charges) {
        requireNeutral(charges);
        double energy = 0;
        for (int i = 0; i < charges.length; i++) {
            Stop.check();
            energy += charges[i] * (potential(r, charges, r[0][i], r[1][i], r[2][i], i) / 2
                    - alpha / Math.sqrt(Math.PI) * charges[i]);
        }
        return energy;
    }

    /** The potential phi of the charges and all their images at a place where there is none of them. */
    public double potential(double[][] r, double[] charges, double x, double y, double z) {
        requireNeutral(charges);
        return potential(r, charges, x, y, z, -1);
    }

    private double potential(double[][] r, double[] charges, double x, double y, double z, int self) {
        double sum = 0;
        double total = 0;
        for (int j = 0; j < charges.length; j++) {
            double[] d = {x - r[0][j], y - r[1][j], z - r[2][j]};
            sum += charges[j] * (space(d, j == self) + waves(d));
            total += charges[j];
        }
        return sum - Math.PI * total / (alpha * alpha * cell.volume());
    }

    /** The sum over images in space for one charge at this distance; of itself only its images count. */
    private double space(double[] d, boolean self) {
        double sum = 0;
        for (double distance : cell.distancesWithin(cutoff, d)) {
            sum += self && distance == 0 ? 0 : screened(distance);
        }
        return sum;
    }

    /** erfc(alpha r) / r. */
    public double screened(double distance) {
        return Erf.erfc(alpha * distance) / distance;
    }

    private double waves(double[] d) {
        double[] f = cell.fractional(d);
        int[] most = mostWaves();
        double sum = 0;
        for (int h = -most[0]; h <= most[0]; h++) {
            for (int k = -most[1]; k <= most[1]; k++) {
                for (int l = -most[2]; l <= most[2]; l++) {
                    sum += weight(h, k, l) * Math.cos(2 * Math.PI * (h * f[0] + k * f[1] + l * f[2]));
                }
            }
        }
        return sum;
    }

    /** 4 pi / V · exp(-k² / 4 alpha²) / k² of a wave; 0 of k = 0 and of those beyond the largest. */
    double weight(int h, int k, int l) {
        double[] ga = cell.reciprocal(0);
        double[] gb = cell.reciprocal(1);
        double[] gc = cell.reciprocal(2);
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            squared += square(2 * Math.PI * (h * ga[axis] + k * gb[axis] + l * gc[axis]));
        }
        return squared == 0 || squared > waveCutoff * waveCutoff
                ? 0
                : 4 * Math.PI / cell.volume() * Math.exp(-squared / (4 * alpha * alpha)) / squared;
    }

    /** The largest index of a wave along each edge: k · a = 2 pi h. */
    int[] mostWaves() {
        int[] most = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            most[axis] = (int) (waveCutoff * cell.length(axis) / (2 * Math.PI));
        }
        return most;
    }

    static void requireNeutral(double[] charges) {
        double total = 0;
        for (double charge : charges) {
            total += charge;
        }
        if (!(Math.abs(total) <= ROUNDING)) {
            throw new UserError("the charges of a cell add up to " + Digits.shortest(total, 4)
                    + "; an Ewald sum needs 0 (up to " + ROUNDING + " for rounding)");
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
