package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.particles.UnitCell;

/**
 * Places drawn more often where a guest likes to be. The cell is cut into voxels; a voxel is drawn with the probability
 * p = 0.2 / n + 0.8 s / (sum of s), s² the mean of exp(-2 U / RT) over some random poses in it: the choice that would make
 * the error of a Henry coefficient least, were s known exactly. No place weighs more than 5: what the pilot missed is still
 * found, and averages are right whatever the map is.
 */
public final class PlacementMap implements Placement {
    /** The share drawn from everywhere alike. */
    private static final double EVEN = 0.2;

    private final UnitCell cell;
    private final int[] counts;
    private final double[] weights;
    /** The probability of a voxel and all before it. */
    private final double[] cumulative;

    private PlacementMap(UnitCell cell, int[] counts, double[] strength) {
        this.cell = cell;
        this.counts = counts;
        double total = 0;
        for (double s : strength) {
            total += s;
        }
        int n = strength.length;
        weights = new double[n];
        cumulative = new double[n];
        double sum = 0;
        for (int voxel = 0; voxel < n; voxel++) {
            double p = total > 0 ? EVEN / n + (1 - EVEN) * strength[voxel] / total : 1.0 / n;
            weights[voxel] = 1 / (n * p);
            sum += p;
            cumulative[voxel] = sum;
        }
        cumulative[n - 1] = 1;
    }

    /**
     * The map for a temperature, with voxels of about 0.7 angstrom and 32 poses in each.
     *
     * @param guide the energies that it goes by; a cheap surface will do
     */
    public static PlacementMap of(EnergySurface guide, double temperature, Rng rng) {
        return of(guide, temperature, 0.7, 32, rng);
    }

    /**
     * The map with voxels of this size.
     *
     * @param size the length of a voxel's edges in angstrom
     * @param poses how many are tried in each voxel
     */
    public static PlacementMap of(EnergySurface guide, double temperature, double size, int poses, Rng rng) {
        Require.positive(size, "the voxels' size");
        Require.positive(poses, "the number of poses");
        double beta = 1 / (Codata.KJ_PER_MOL_PER_KELVIN * Require.positive(temperature, "the temperature"));
        UnitCell cell = guide.framework().cell();
        int[] counts = new int[3];
        for (int k = 0; k < 3; k++) {
            counts[k] = Math.max(1, (int) Math.round(cell.length(k) / size));
        }
        double[] energies = new double[counts[0] * counts[1] * counts[2] * poses];
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < energies.length; n++) {
            if (n % poses == 0) {
                Stop.check();
            }
            energies[n] = guide.kjPerMol(in(cell, counts, n / poses, rng).sites(guide.guest()));
            least = Math.min(least, energies[n]);
        }
        double[] strength = new double[energies.length / poses];
        for (int n = 0; n < energies.length; n++) {
            // relative to the least energy: nothing overflows at low temperatures
            strength[n / poses] += energies[n] == Double.POSITIVE_INFINITY
                    ? 0
                    : Math.exp(2 * beta * (least - energies[n]));
        }
        for (int voxel = 0; voxel < strength.length; voxel++) {
            strength[voxel] = Math.sqrt(strength[voxel]);
        }
        return new PlacementMap(cell, counts, strength);
    }

    /** A pose with its centre somewhere in a voxel. */
    private static Pose in(UnitCell cell, int[] counts, int voxel, Rng rng) {
        int c = voxel % counts[2];
        int b = voxel / counts[2] % counts[1];
        int a = voxel / counts[2] / counts[1];
        double[] r = cell.cartesian((a + rng.nextDouble()) / counts[0], (b + rng.nextDouble()) / counts[1],
                (c + rng.nextDouble()) / counts[2]);
        return Pose.turnedAnyhow(r[0], r[1], r[2], rng);
    }

    @Override
    public Trial draw(Rng rng) {
        int voxel = first(rng.nextDouble());
        return new Trial(in(cell, counts, voxel, rng), weights[voxel]);
    }

    /** The first voxel whose cumulative probability is above u. */
    private int first(double u) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public double weight(double x, double y, double z) {
        double[] f = cell.fractional(x, y, z);
        int voxel = 0;
        for (int k = 0; k < 3; k++) {
            int layer = (int) (UnitCell.fraction(f[k]) * counts[k]);
            voxel = voxel * counts[k] + layer;
        }
        return weights[voxel];
    }

    /** How many voxels there are. */
    public int size() {
        return weights.length;
    }

    @Override
    public String toString() {
        return size() + " voxels over the " + cell;
    }
}
