package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.particles.UnitCell;

/**
 * All images of a framework's atoms that stand within {@code reach} of some place in the cell: with them no loop needs to
 * know that the framework is periodic. How many cells to each side that takes follows from the cell's widths, not from its
 * edges: a hexagonal cell with edges of 26 angstrom is only 22.6 wide.
 */
public final class FrameworkImages {
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] atom;
    private final double reach;

    private FrameworkImages(double[][] r, int[] atom, double reach) {
        x = r[0];
        y = r[1];
        z = r[2];
        this.atom = atom;
        this.reach = reach;
    }

    /** The images within this reach of the cell. */
    public static FrameworkImages of(Framework framework, double reach) {
        Require.positive(reach, "the reach");
        UnitCell cell = framework.cell();
        double[][] r = new double[3][framework.size()];
        int[] atom = new int[framework.size()];
        int count = 0;
        double[] margin = {reach / cell.width(0), reach / cell.width(1), reach / cell.width(2)};
        for (int i = 0; i < framework.size(); i++) {
            double[] f = framework.crystal().sites().get(i).fractional();
            for (int a = first(f[0], margin[0]); a + f[0] <= 1 + margin[0]; a++) {
                for (int b = first(f[1], margin[1]); b + f[1] <= 1 + margin[1]; b++) {
                    for (int c = first(f[2], margin[2]); c + f[2] <= 1 + margin[2]; c++) {
                        if (count == atom.length) {
                            atom = Arrays.copyOf(atom, 2 * count);
                            for (int axis = 0; axis < 3; axis++) {
                                r[axis] = Arrays.copyOf(r[axis], 2 * count);
                            }
                        }
                        double[] place = cell.cartesian(f[0] + a, f[1] + b, f[2] + c);
                        for (int axis = 0; axis < 3; axis++) {
                            r[axis][count] = place[axis];
                        }
                        atom[count++] = i;
                    }
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            r[axis] = Arrays.copyOf(r[axis], count);
        }
        return new FrameworkImages(r, Arrays.copyOf(atom, count), reach);
    }

    private static int first(double fractional, double margin) {
        return (int) Math.ceil(-margin - fractional);
    }

    /** How many images there are, the cell's own atoms among them. */
    public int size() {
        return atom.length;
    }

    /** Within which distance of every place in the cell none is missing. */
    public double reach() {
        return reach;
    }

    public double x(int image) {
        return x[image];
    }

    public double y(int image) {
        return y[image];
    }

    public double z(int image) {
        return z[image];
    }

    /** Which atom of the cell this is an image of. */
    public int atom(int image) {
        return atom[image];
    }
}
