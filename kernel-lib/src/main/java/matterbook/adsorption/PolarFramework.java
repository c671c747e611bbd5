package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.particles.UnitCell;

/**
 * A framework whose atoms can be polarised ({@link Thole}) by the charges of one guest and by one another. The guest is alone:
 * fields and dipoles act up to a cut-off, at which a switch 1 angstrom wide brings them to 0, and the cell is repeated until
 * it is twice as wide as that.
 *
 * <p>The permanent charges of the framework polarise it too, with the guest or without; that belongs to its charges, and only
 * what the guest adds is here. The guest itself has no dipole that could be induced.
 */
public final class PolarFramework {
    /** Where fields end if nothing else is said, in angstrom. */
    public static final double CUTOFF = 10;

    private static final double SWITCH = 1;
    private static final double VOXEL = 2;

    private final Framework framework;
    private final Framework repeated;
    private final UnitCell cell;
    private final FrameworkImages images;
    private final VoxelLists lists;
    private final double[][] r;
    private final double[] alpha;
    private final double cutoff;

    private PolarFramework(Framework framework, double cutoff) {
        this.framework = framework;
        this.cutoff = cutoff;
        UnitCell one = framework.cell();
        int[] times = new int[3];
        for (int k = 0; k < 3; k++) {
            times[k] = (int) Math.ceil(2 * cutoff / one.width(k));
        }
        Crystal crystal = framework.crystal().times(times[0], times[1], times[2]);
        repeated = Framework.of(crystal);
        cell = crystal.cell();
        images = FrameworkImages.of(repeated, cutoff);
        lists = VoxelLists.of(cell, images, cutoff, 0, VOXEL);
        r = crystal.positions();
        alpha = crystal.sites().stream().map(AtomSite::element).mapToDouble(Thole::polarisability).toArray();
    }

    /** With fields up to this cut-off (angstrom). */
    public static PolarFramework of(Framework framework, double cutoff) {
        Require.that(cutoff > 2 * SWITCH, "the cut-off must be above " + 2 * SWITCH + " angstrom, not " + cutoff);
        return new PolarFramework(framework, cutoff);
    }

    /** With fields up to {@value #CUTOFF} angstrom. */
    public static PolarFramework of(Framework framework) {
        return of(framework, CUTOFF);
    }

    public Framework framework() {
        return framework;
    }

    /** How many polarisable atoms the repeated cell has. */
    public int size() {
        return alpha.length;
    }

    /** The polarisability of an atom in angstrom³. */
    public double polarisability(int atom) {
        return alpha[atom];
    }

    /** 1 up to 1 angstrom before the cut-off, 0 behind it, smooth to the second derivative between. */
    private double reach(double distance) {
        double t = Math.clamp((cutoff - distance) / SWITCH, 0, 1);
        return t * t * t * (10 - 15 * t + 6 * t * t);
    }

    /**
     * The field of a dipole at {@code j} on atom {@code i} is T mu: T = 3 lambda5 d d / |d|⁵ - lambda3 / |d|³, in 1/angstrom³,
     * row by row; all 0 beyond the cut-off.
     */
    public double[] coupling(int i, int j) {
        double[] tensor = new double[9];
        double[] d = cell.nearest(r[0][i] - r[0][j], r[1][i] - r[1][j], r[2][i] - r[2][j]);
        double squared = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        double distance = Math.sqrt(squared);
        if (i == j || distance >= cutoff) {
            return tensor;
        }
        Thole.Damping part = Thole.damping(distance / Math.pow(alpha[i] * alpha[j], 1.0 / 6));
        double cube = reach(distance) / (squared * distance);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                tensor[3 * a + b] = 3 * part.lambda5() * cube * d[a] * d[b] / squared
                        - (a == b ? part.lambda3() * cube : 0);
            }
        }
        return tensor;
    }

    /** The field of a guest's charges. */
    static final class Field {
        private final int[] atoms;
        private final double[] values;

        Field(int[] atoms, double[] values) {
            this.atoms = atoms;
            this.values = values;
        }

        /** Those of the repeated cell that it reaches, ascending. */
        int[] atoms() {
            return atoms;
        }

        /** x, y, z of the field on each of them, in elementary charges / angstrom². */
        double[] values() {
            return values;
        }
    }

    /** The field of a guest with these sites, by the distance of each atom from its centre of mass. */
    Field field(Guest guest, double[] guestAlpha, double[] sites) {
        double[] centre = centre(guest, sites);
        double[] f = cell.fractional(centre);
        for (int k = 0; k < 3; k++) {
            f[k] = UnitCell.fraction(f[k]);
        }
        double[] home = cell.cartesian(f);
        int voxel = lists.voxel(f[0], f[1], f[2]);
        double[] dense = new double[3 * size()];
        int[] atoms = new int[lists.end(voxel) - lists.start(voxel)];
        int count = 0;
        for (int at = lists.start(voxel); at < lists.end(voxel); at++) {
            int n = lists.image(at);
            double[] place = {images.x(n) - home[0], images.y(n) - home[1], images.z(n) - home[2]};
            double distance = Math.sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
            if (distance < cutoff) {
                int atom = images.atom(n);
                atoms[count++] = atom;
                double reach = reach(distance);
                for (int s = 0; s < guestAlpha.length; s++) {
                    if (guestAlpha[s] > 0) {
                        add(dense, atom, place, sites, 3 * s, centre, guestAlpha[s],
                                reach * guest.sites().get(s).charge());
                    }
                }
            }
        }
        int[] sorted = Arrays.copyOf(atoms, count);
        Arrays.sort(sorted);
        double[] values = new double[3 * count];
        for (int k = 0; k < count; k++) {
            System.arraycopy(dense, 3 * sorted[k], values, 3 * k, 3);
        }
        return new Field(sorted, values);
    }

    private void add(double[] dense, int atom, double[] place, double[] sites, int s, double[] centre, double siteAlpha,
            double charge) {
        double x = place[0] - (sites[s] - centre[0]);
        double y = place[1] - (sites[s + 1] - centre[1]);
        double z = place[2] - (sites[s + 2] - centre[2]);
        double squared = x * x + y * y + z * z;
        double distance = Math.sqrt(squared);
        double u = distance / Math.pow(alpha[atom] * siteAlpha, 1.0 / 6);
        double strength = charge * Thole.damping(u).lambda3() / (squared * distance);
        dense[3 * atom] += strength * x;
        dense[3 * atom + 1] += strength * y;
        dense[3 * atom + 2] += strength * z;
    }

    private static double[] centre(Guest guest, double[] sites) {
        double[] centre = new double[3];
        double mass = guest.mass();
        for (int s = 0; s < guest.size(); s++) {
            for (int axis = 0; axis < 3; axis++) {
                centre[axis] += guest.sites().get(s).mass() / mass * sites[3 * s + axis];
            }
        }
        return centre;
    }

    @Override
    public String toString() {
        return size() + " polarisable atoms, fields up to " + cutoff + " angstrom, " + framework;
    }
}
