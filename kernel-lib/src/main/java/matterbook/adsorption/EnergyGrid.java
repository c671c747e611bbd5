package matterbook.adsorption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.particles.UnitCell;

/**
 * The energy of a guest from tables in space: for each kind of its sites, van der Waals and charge together, the energy on the
 * points of a grid over the cell, and between them a cubic through the four nearest points along each edge (Lagrange). A
 * guest costs no sum over atoms. Right for force fields, whose energy is a sum over sites; a polarised framework or a network
 * needs them themselves, and can be guided by a grid.
 *
 * <p>Any number of threads may use one.
 */
public final class EnergyGrid implements EnergySurface {
    /** In angstrom: errors of thermally reached places are then a few hundredths of a kJ/mol. */
    public static final double SPACING = 0.15;

    /** Symmetry shifts by halves, thirds, quarters and sixths of an edge: they carry such a grid into itself. */
    private static final int MULTIPLE = 12;
    /** In kJ/mol; what is above is not met at any temperature, and would spoil the cubics beside it. */
    private static final float CAP = 1000;
    /** Above this at the nearest point, a guest overlaps. */
    private static final float WALL = 500;

    private final Framework framework;
    private final Guest guest;
    private final int[] counts;
    private final double[] reciprocal = new double[9];
    /** The table of each site: a border of one point before the cell and two behind it makes wrapping needless. */
    private final float[][] tables;

    private EnergyGrid(Framework framework, Guest guest, int[] counts, float[][] tables) {
        this.framework = framework;
        this.guest = guest;
        this.counts = counts;
        this.tables = tables;
        for (int k = 0; k < 3; k++) {
            double[] row = framework.cell().reciprocal(k);
            for (int axis = 0; axis < 3; axis++) {
                reciprocal[3 * k + axis] = row[axis] * counts[k];
            }
        }
    }

    /** The grid of a force field with points about 0.15 angstrom apart. */
    public static EnergyGrid of(Framework framework, ForceField forceField, Guest guest) {
        return of(framework, forceField, guest, SPACING);
    }

    /**
     * The grid of a force field.
     *
     * @param spacing the distance of the points in angstrom, at most
     */
    public static EnergyGrid of(Framework framework, ForceField forceField, Guest guest, double spacing) {
        Require.between(spacing, 0.02, 1, "the spacing of a grid");
        UnitCell cell = framework.cell();
        int[] counts = new int[3];
        for (int k = 0; k < 3; k++) {
            counts[k] = MULTIPLE * (int) Math.ceil(cell.length(k) / spacing / MULTIPLE);
        }
        Map<String, Guest.Site> kinds = new HashMap<>();
        guest.sites().forEach(site -> kinds.putIfAbsent(kind(site), site));
        GridOrbits orbits = GridOrbits.of(framework, counts);
        Map<String, float[]> filled = new HashMap<>();
        try (Progress progress = Progress.start("energy grid", (long) kinds.size() * orbits.size())) {
            kinds.forEach((kind, site) -> filled.put(kind,
                    fill(new TabulatedHostGuest(framework, forceField, alone(site)), counts, orbits, progress)));
        }
        List<float[]> tables = new ArrayList<>();
        for (Guest.Site site : guest.sites()) {
            tables.add(filled.get(kind(site)));
        }
        return new EnergyGrid(framework, guest, counts, tables.toArray(float[][]::new));
    }

    private static String kind(Guest.Site site) {
        return site.type() + " " + site.charge();
    }

    /** A guest of nothing but this site. */
    private static Guest alone(Guest.Site site) {
        return new Guest(site.type(), List.of(new Guest.Site(site.type(), site.charge(), 1, 0, 0, 0)));
    }

    private static float[] fill(HostGuest site, int[] counts, GridOrbits orbits, Progress progress) {
        UnitCell cell = site.framework().cell();
        float[] inner = new float[counts[0] * counts[1] * counts[2]];
        for (int n = 0; n < orbits.size(); n++) {
            int point = orbits.point(n);
            int row = point / counts[2];
            int layer = row / counts[1];
            double[] r = cell.cartesian((double) layer / counts[0], (double) (row % counts[1]) / counts[1],
                    (double) (point % counts[2]) / counts[2]);
            double energy = site.kjPerMol(r);
            inner[point] = (float) Math.clamp(energy, -CAP, CAP);
            progress.step();
        }
        orbits.spread(inner);
        return bordered(inner, counts);
    }

    private static float[] bordered(float[] inner, int[] n) {
        float[] table = new float[(n[0] + 3) * (n[1] + 3) * (n[2] + 3)];
        int at = 0;
        for (int a = 0; a < n[0] + 3; a++) {
            for (int b = 0; b < n[1] + 3; b++) {
                int row = ((a + n[0] - 1) % n[0] * n[1] + (b + n[1] - 1) % n[1]) * n[2];
                for (int c = 0; c < n[2] + 3; c++) {
                    table[at++] = inner[row + (c + n[2] - 1) % n[2]];
                }
            }
        }
        return table;
    }

    @Override
    public Framework framework() {
        return framework;
    }

    @Override
    public Guest guest() {
        return guest;
    }

    @Override
    public double kjPerMol(double[] sites) {
        double sum = 0;
        for (int s = 0; s < tables.length; s++) {
            double energy = site(tables[s], sites[3 * s], sites[3 * s + 1], sites[3 * s + 2]);
            if (energy == Double.POSITIVE_INFINITY) {
                return energy;
            }
            sum += energy;
        }
        return sum;
    }

    private double site(float[] table, double x, double y, double z) {
        double a = place(0, x, y, z);
        double b = place(1, x, y, z);
        double c = place(2, x, y, z);
        int i = (int) a;
        int j = (int) b;
        int k = (int) c;
        int row = counts[2] + 3;
        int layer = (counts[1] + 3) * row;
        // the point before the first corner; the border shifts all by one
        int origin = i * layer + j * row + k;
        a -= i;
        b -= j;
        c -= k;
        if (table[origin + (a < 0.5 ? layer : 2 * layer) + (b < 0.5 ? row : 2 * row) + (c < 0.5 ? 1 : 2)] > WALL) {
            return Double.POSITIVE_INFINITY;
        }
        double c0 = -c * (c - 1) * (c - 2) / 6;
        double c1 = (c + 1) * (c - 1) * (c - 2) / 2;
        double c2 = -(c + 1) * c * (c - 2) / 2;
        double c3 = (c + 1) * c * (c - 1) / 6;
        double b0 = -b * (b - 1) * (b - 2) / 6;
        double b1 = (b + 1) * (b - 1) * (b - 2) / 2;
        double b2 = -(b + 1) * b * (b - 2) / 2;
        double b3 = (b + 1) * b * (b - 1) / 6;
        double sum = 0;
        for (int m = 0; m < 4; m++) {
            int at = origin + m * layer;
            sum += weight(m, a) * (b0 * line(table, at, c0, c1, c2, c3)
                    + b1 * line(table, at + row, c0, c1, c2, c3)
                    + b2 * line(table, at + 2 * row, c0, c1, c2, c3)
                    + b3 * line(table, at + 3 * row, c0, c1, c2, c3));
        }
        return sum;
    }

    private static double line(float[] table, int at, double c0, double c1, double c2, double c3) {
        return c0 * table[at] + c1 * table[at + 1] + c2 * table[at + 2] + c3 * table[at + 3];
    }

    /** The polynomial that is 1 at point m - 1 and 0 at the other three of -1, 0, 1, 2. */
    private static double weight(int m, double t) {
        return switch (m) {
            case 0 -> -t * (t - 1) * (t - 2) / 6;
            case 1 -> (t + 1) * (t - 1) * (t - 2) / 2;
            case 2 -> -(t + 1) * t * (t - 2) / 2;
            default -> (t + 1) * t * (t - 1) / 6;
        };
    }

    /** The place along an edge in units of points, from 0 to the number of points. */
    private double place(int k, double x, double y, double z) {
        int n = counts[k];
        double f = reciprocal[3 * k] * x + reciprocal[3 * k + 1] * y + reciprocal[3 * k + 2] * z;
        double part = f - n * Math.floor(f / n);
        return part < n ? part : 0;
    }

    /** How many points there are along each edge. */
    public int[] counts() {
        return counts.clone();
    }

    @Override
    public String toString() {
        return guest.name() + " in " + framework + "; grid of " + counts[0] + " x " + counts[1] + " x " + counts[2];
    }
}
