package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.UnitCell;

/**
 * The cell cut into voxels, each with a list for each type of the framework's atoms: the images that may be among the
 * {@code nearest} ones of their type for some place in the voxel. Where the last of these is d from the voxel's centre, and
 * the voxel's corners are h from it, no place in the voxel has it beyond d + h, and none farther than d + 2 h from the centre
 * can be nearer. Nearest to the centre first, so that searches soon know what is too far.
 */
final class NearestLists {
    private static final int MOST_VOXELS = 20_000;
    private static final double FIRST_REACH = 9;
    private static final double MORE_REACH = 1.3;

    private final int[] counts = new int[3];
    private final int types;
    private final int nearest;
    private final double corner;
    private final int[] start;
    private FrameworkImages images;
    private int[] lists = new int[1024];

    /**
     * The lists for voxels of about this size.
     *
     * @param nearest images of a type that are wanted
     * @param size the length of a voxel's edges in angstrom; longer where there would be more than 20,000 voxels
     */
    NearestLists(Framework framework, int nearest, double size) {
        UnitCell cell = framework.cell();
        double edge = Math.max(Require.positive(size, "the voxels' size"), Math.cbrt(cell.volume() / MOST_VOXELS));
        for (int k = 0; k < 3; k++) {
            counts[k] = Math.max(1, (int) (cell.length(k) / edge));
        }
        types = framework.types().size();
        this.nearest = nearest;
        corner = corner(cell, counts);
        start = new int[counts[0] * counts[1] * counts[2] * types + 1];
        double reach = FIRST_REACH;
        images = FrameworkImages.of(framework, reach);
        while (!fill(framework)) {
            reach *= MORE_REACH;
            images = FrameworkImages.of(framework, reach);
        }
        lists = Arrays.copyOf(lists, start[start.length - 1]);
    }

    private static double corner(UnitCell cell, int[] counts) {
        double longest = 0;
        for (int signs = 0; signs < 4; signs++) {
            double[] d = cell.cartesian(1.0 / counts[0], (signs & 1) == 0 ? 1.0 / counts[1] : -1.0 / counts[1],
                    (signs & 2) == 0 ? 1.0 / counts[2] : -1.0 / counts[2]);
            longest = Math.max(longest, Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]));
        }
        return longest / 2;
    }

    /** Whether the images reach far enough. */
    private boolean fill(Framework framework) {
        UnitCell cell = framework.cell();
        int list = 0;
        for (int a = 0; a < counts[0]; a++) {
            Stop.check();
            for (int b = 0; b < counts[1]; b++) {
                int[] column = column(cell, (a + 0.5) / counts[0], (b + 0.5) / counts[1]);
                for (int c = 0; c < counts[2]; c++) {
                    double[] centre = cell.cartesian((a + 0.5) / counts[0], (b + 0.5) / counts[1],
                            (c + 0.5) / counts[2]);
                    double[] squared = squared(column, centre);
                    for (int type = 0; type < types; type++) {
                        if (!add(framework, type, column, squared, list++)) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** The images within reach of the line through the centres of a column of voxels, as far as the cell goes. */
    private int[] column(UnitCell cell, double f0, double f1) {
        double[] axis = cell.edge(2);
        double[] foot = cell.cartesian(f0, f1, 0);
        double length = cell.length(2);
        int[] found = new int[images.size()];
        int count = 0;
        for (int n = 0; n < images.size(); n++) {
            double[] d = {images.x(n) - foot[0], images.y(n) - foot[1], images.z(n) - foot[2]};
            double along = Math.clamp((d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2]) / length, 0, length);
            double squared = 0;
            for (int k = 0; k < 3; k++) {
                double off = d[k] - along * axis[k] / length;
                squared += off * off;
            }
            if (squared <= images.reach() * images.reach()) {
                found[count++] = n;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The squares of the distances from a voxel's centre. */
    private double[] squared(int[] column, double[] centre) {
        double[] squared = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            double dx = images.x(column[i]) - centre[0];
            double dy = images.y(column[i]) - centre[1];
            double dz = images.z(column[i]) - centre[2];
            squared[i] = dx * dx + dy * dy + dz * dz;
        }
        return squared;
    }

    /** Whether the images reached far enough for this list. */
    private boolean add(Framework framework, int type, int[] column, double[] squared, int list) {
        double limit = Math.sqrt(last(framework, type, column, squared)) + 2 * corner;
        if (!(limit <= images.reach())) {
            return false;
        }
        int begin = start[list];
        int end = begin;
        double[] kept = new double[nearest];
        for (int i = 0; i < column.length; i++) {
            if (squared[i] <= limit * limit && framework.type(images.atom(column[i])) == type) {
                if (end == lists.length) {
                    lists = Arrays.copyOf(lists, 2 * end);
                }
                if (end - begin == kept.length) {
                    kept = Arrays.copyOf(kept, 2 * kept.length);
                }
                int place = end++;
                while (place > begin && kept[place - 1 - begin] > squared[i]) {
                    kept[place - begin] = kept[place - 1 - begin];
                    lists[place] = lists[place - 1];
                    place--;
                }
                kept[place - begin] = squared[i];
                lists[place] = column[i];
            }
        }
        start[list + 1] = end;
        return true;
    }

    /** The last of the nearest squares of a type; infinite if there are fewer. */
    private double last(Framework framework, int type, int[] column, double[] squared) {
        double[] least = new double[nearest];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < column.length; i++) {
            if (squared[i] < least[nearest - 1] && framework.type(images.atom(column[i])) == type) {
                int place = nearest - 1;
                while (place > 0 && least[place - 1] > squared[i]) {
                    least[place] = least[place - 1];
                    place--;
                }
                least[place] = squared[i];
            }
        }
        return least[nearest - 1];
    }

    /** The images that {@link #image} names. */
    FrameworkImages images() {
        return images;
    }

    /** The first list of the voxel of a place with these fractional coordinates, all in [0, 1); its types follow. */
    int first(double f0, double f1, double f2) {
        int a = (int) (f0 * counts[0]);
        int b = (int) (f1 * counts[1]);
        int c = (int) (f2 * counts[2]);
        return ((a * counts[1] + b) * counts[2] + c) * types;
    }

    /** Where a list begins. */
    int start(int list) {
        return start[list];
    }

    /** Behind its last. */
    int end(int list) {
        return start[list + 1];
    }

    /** The image at this place of all lists. */
    int image(int at) {
        return lists[at];
    }

    /** How many images a voxel has in all its lists, on average. */
    double meanLength() {
        return (double) lists.length / (start.length - 1) * types;
    }
}
