package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.UnitCell;

/**
 * The cell cut into voxels, each with a list of the images that may stand within the reach of some place in it. Those that may
 * stand within a second, shorter distance come first in the list: overlaps are found there, before anything is calculated.
 */
public final class VoxelLists {
    /** Lists of more voxels than this would not fit a processor's memory near by. */
    private static final int MOST_VOXELS = 20_000;

    private final UnitCell cell;
    private final FrameworkImages images;
    private final int[] counts;
    private final double halfDiagonal;
    private final int[] start;
    private final int[] nearEnd;
    private int[] lists = new int[1024];

    private VoxelLists(UnitCell cell, FrameworkImages images, int[] counts) {
        this.cell = cell;
        this.images = images;
        this.counts = counts;
        halfDiagonal = halfDiagonal(cell, counts);
        start = new int[counts[0] * counts[1] * counts[2] + 1];
        nearEnd = new int[start.length - 1];
    }

    /**
     * The lists for voxels of about this size.
     *
     * @param images those within {@code reach} of the cell, or more
     * @param near the shorter distance, at most {@code reach}
     * @param size the length of a voxel's edges in angstrom; longer where there would be more than 20,000 voxels
     */
    public static VoxelLists of(UnitCell cell, FrameworkImages images, double reach, double near, double size) {
        Require.between(near, 0, reach, "the near distance");
        Require.that(reach <= images.reach(), "the images reach " + images.reach() + " angstrom, not " + reach);
        double edge = Math.max(Require.positive(size, "the voxels' size"), Math.cbrt(cell.volume() / MOST_VOXELS));
        int[] counts = new int[3];
        for (int k = 0; k < 3; k++) {
            counts[k] = Math.max(1, (int) Math.ceil(cell.length(k) / edge));
        }
        VoxelLists lists = new VoxelLists(cell, images, counts);
        lists.fill(reach, near);
        return lists;
    }

    private void fill(double reach, double near) {
        int[] all = new int[images.size()];
        double[][] fractional = new double[images.size()][];
        for (int n = 0; n < all.length; n++) {
            all[n] = n;
            fractional[n] = cell.fractional(images.x(n), images.y(n), images.z(n));
        }
        int end = 0;
        int voxel = 0;
        for (int a = 0; a < counts[0]; a++) {
            Stop.check();
            int[] slab = between(all, fractional, 0, a, reach);
            for (int b = 0; b < counts[1]; b++) {
                int[] column = between(slab, fractional, 1, b, reach);
                for (int c = 0; c < counts[2]; c++) {
                    double[] centre = cell.cartesian((a + 0.5) / counts[0], (b + 0.5) / counts[1],
                            (c + 0.5) / counts[2]);
                    end = add(column, centre, end, 0, near + halfDiagonal);
                    nearEnd[voxel] = end;
                    end = add(column, centre, end, near + halfDiagonal, reach + halfDiagonal);
                    start[++voxel] = end;
                }
            }
        }
        lists = Arrays.copyOf(lists, end);
    }

    /** Those that may lie within reach of a layer of voxels, by the distance between its faces. */
    private int[] between(int[] from, double[][] fractional, int axis, int layer, double reach) {
        double margin = reach / cell.width(axis);
        double low = (double) layer / counts[axis] - margin;
        double high = (layer + 1.0) / counts[axis] + margin;
        int[] found = new int[from.length];
        int count = 0;
        for (int image : from) {
            if (fractional[image][axis] >= low && fractional[image][axis] <= high) {
                found[count++] = image;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Appends the images between two distances from a voxel's centre; returns the new end. */
    private int add(int[] from, double[] centre, int at, double beyond, double within) {
        int end = at;
        for (int image : from) {
            double dx = images.x(image) - centre[0];
            double dy = images.y(image) - centre[1];
            double dz = images.z(image) - centre[2];
            double squared = dx * dx + dy * dy + dz * dz;
            if (squared <= within * within && (beyond == 0 || squared > beyond * beyond)) {
                if (end == lists.length) {
                    lists = Arrays.copyOf(lists, 2 * end);
                }
                lists[end++] = image;
            }
        }
        return end;
    }

    private static double halfDiagonal(UnitCell cell, int[] counts) {
        double longest = 0;
        for (int signs = 0; signs < 4; signs++) {
            double[] d = cell.cartesian(1.0 / counts[0], (signs & 1) == 0 ? 1.0 / counts[1] : -1.0 / counts[1],
                    (signs & 2) == 0 ? 1.0 / counts[2] : -1.0 / counts[2]);
            longest = Math.max(longest, Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]));
        }
        return longest / 2;
    }

    /** How many voxels there are. */
    public int size() {
        return nearEnd.length;
    }

    /** The voxel of a place with these fractional coordinates, all in [0, 1). */
    public int voxel(double f0, double f1, double f2) {
        int a = (int) (f0 * counts[0]);
        int b = (int) (f1 * counts[1]);
        int c = (int) (f2 * counts[2]);
        return (a * counts[1] + b) * counts[2] + c;
    }

    /** Where the list of a voxel begins; {@link #image} has its members. */
    public int start(int voxel) {
        return start[voxel];
    }

    /** Behind the last of the near ones. */
    public int nearEnd(int voxel) {
        return nearEnd[voxel];
    }

    /** Behind the last. */
    public int end(int voxel) {
        return start[voxel + 1];
    }

    /** The image at this place of all lists, to be looked up in the {@link FrameworkImages}. */
    public int image(int at) {
        return lists[at];
    }

    /** How many images a list has on average. */
    public double meanLength() {
        return (double) lists.length / size();
    }
}
