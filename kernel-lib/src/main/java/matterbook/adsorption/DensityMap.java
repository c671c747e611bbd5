package matterbook.adsorption;

import matterbook.core.Require;
import matterbook.particles.UnitCell;

/**
 * Where guests are: how often the voxels of a framework's cell were visited, as a share of all visits per volume
 * (1/angstrom³). The integral over a cell is 1.
 */
public final class DensityMap {
    /** Of a voxel's edges, in angstrom. */
    private static final double SIZE = 0.25;

    private final UnitCell cell;
    private final int[] counts;
    private final double[] density;

    private DensityMap(UnitCell cell, int[] counts, double[] density) {
        this.cell = cell;
        this.counts = counts;
        this.density = density;
    }

    /** Collects places. */
    static final class Counter {
        private final UnitCell cell;
        private final int[] counts = new int[3];
        private final double[] sums;
        private double total;

        Counter(UnitCell cell) {
            this.cell = cell;
            for (int k = 0; k < 3; k++) {
                counts[k] = Math.max(1, (int) Math.round(cell.length(k) / SIZE));
            }
            sums = new double[counts[0] * counts[1] * counts[2]];
        }

        void add(double x, double y, double z, double weight) {
            double[] f = cell.fractional(x, y, z);
            sums[voxel(counts, f[0], f[1], f[2])] += weight;
            total += weight;
        }

        DensityMap map() {
            double[] density = new double[sums.length];
            double scale = total == 0 ? 0 : sums.length / (total * cell.volume());
            for (int n = 0; n < density.length; n++) {
                density[n] = sums[n] * scale;
            }
            return new DensityMap(cell, counts.clone(), density);
        }
    }

    private static int voxel(int[] counts, double f0, double f1, double f2) {
        return (layer(counts, 0, f0) * counts[1] + layer(counts, 1, f1)) * counts[2] + layer(counts, 2, f2);
    }

    private static int layer(int[] counts, int k, double fractional) {
        return (int) (UnitCell.fraction(fractional) * counts[k]);
    }

    public UnitCell cell() {
        return cell;
    }

    /** How many voxels there are along each edge. */
    public int[] counts() {
        return counts.clone();
    }

    /** The share of visits per volume at a place in any cell, in 1/angstrom³; 1 / volume where all places are alike. */
    public double at(double x, double y, double z) {
        double[] f = cell.fractional(x, y, z);
        return density[voxel(counts, f[0], f[1], f[2])];
    }

    /**
     * The density seen along edge {@code k}: summed over the edge's length, in 1/angstrom², on a square of points around the
     * middle of a cell, row 0 on top.
     *
     * @param side of the square, in angstrom
     * @param points along each side of the square
     */
    public double[][] along(int k, double side, int points) {
        Require.that(k >= 0 && k < 3, "edges are 0 (a), 1 (b) and 2 (c), not " + k);
        Require.positive(side, "the side of the square");
        Require.positive(points, "the number of points");
        double[][] view = view(k);
        double[] middle = cell.cartesian(0.5, 0.5, 0.5);
        int layers = counts[k];
        double[][] seen = new double[points][points];
        for (int row = 0; row < points; row++) {
            for (int column = 0; column < points; column++) {
                double right = ((column + 0.5) / points - 0.5) * side;
                double up = (0.5 - (row + 0.5) / points) * side;
                double sum = 0;
                for (int layer = 0; layer < layers; layer++) {
                    double deep = (layer + 0.5) / layers * cell.length(k);
                    double[] r = middle.clone();
                    for (int axis = 0; axis < 3; axis++) {
                        r[axis] += right * view[0][axis] + up * view[1][axis] + deep * view[2][axis];
                    }
                    sum += at(r[0], r[1], r[2]);
                }
                seen[row][column] = sum * cell.length(k) / layers;
            }
        }
        return seen;
    }

    /** Where an atom at this place is seen, x to the right and y up from the middle of {@link #along}. */
    public double[] seen(int k, double x, double y, double z) {
        double[][] view = view(k);
        double[] middle = cell.cartesian(0.5, 0.5, 0.5);
        double[] d = {x - middle[0], y - middle[1], z - middle[2]};
        return new double[]{dot(d, view[0]), dot(d, view[1])};
    }

    /** Three unit vectors at right angles: to the right, up, and along edge k. */
    private double[][] view(int k) {
        double[] deep = unit(cell.edge(k));
        double[] other = cell.edge((k + 1) % 3);
        double along = dot(other, deep);
        double[] right = unit(other[0] - along * deep[0], other[1] - along * deep[1], other[2] - along * deep[2]);
        double[] up = {deep[1] * right[2] - deep[2] * right[1], deep[2] * right[0] - deep[0] * right[2],
                deep[0] * right[1] - deep[1] * right[0]};
        return new double[][]{right, up, deep};
    }

    private static double[] unit(double... v) {
        double length = Math.sqrt(dot(v, v));
        return new double[]{v[0] / length, v[1] / length, v[2] / length};
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    @Override
    public String toString() {
        return "density in " + counts[0] + " x " + counts[1] + " x " + counts[2] + " voxels of a " + cell;
    }
}
