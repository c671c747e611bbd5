package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.particles.UnitCell;
import matterbook.potential.CutPotential;
import matterbook.potential.RadialTable;

/**
 * What rigid guests in one periodic box do to each other: van der Waals potentials as their force field cuts them, and
 * charges q q'/r without a screen between guests whose centres are nearer than the cut-off. Farther guests do nothing: right
 * for quadrupoles such as CO2; of dipoles such as water it leaves out what goes as r<sup>-3</sup> beyond 12.8 angstrom.
 */
final class GuestPairs {
    /** In angstrom; nearer than this two sites overlap. */
    private static final double WALL = 1;

    private final double cutoffSquared;
    private final double[] reciprocal = new double[9];
    private final double[] edges = new double[9];
    private final RadialTable[] tables;
    private final int sites;

    /** @param box the cell that repeats; twice the cut-off must fit into it */
    GuestPairs(UnitCell box, ForceField forceField, Guest guest) {
        double cutoff = forceField.cutoff();
        Require.that(box.leastWidth() >= 2 * cutoff,
                "a box " + box.leastWidth() + " angstrom wide is less than twice the cut-off " + cutoff);
        cutoffSquared = cutoff * cutoff;
        sites = guest.size();
        tables = new RadialTable[sites * sites];
        double farthest = cutoff + 2 * guest.radius();
        for (int i = 0; i < sites; i++) {
            for (int j = 0; j < sites; j++) {
                Guest.Site one = guest.sites().get(i);
                Guest.Site other = guest.sites().get(j);
                CutPotential cut = forceField.betweenGuests(one.type(), other.type()).orElse(null);
                double charges = Codata.COULOMB_KELVIN_ANGSTROM * one.charge() * other.charge();
                tables[i * sites + j] = RadialTable.of(r -> Codata.KJ_PER_MOL_PER_KELVIN
                        * (charges / r + (cut == null ? 0 : cut.energy(r))), WALL, farthest);
            }
        }
        for (int k = 0; k < 3; k++) {
            System.arraycopy(box.reciprocal(k), 0, reciprocal, 3 * k, 3);
            System.arraycopy(box.edge(k), 0, edges, 3 * k, 3);
        }
    }

    /** How many cells along each edge make a box into which twice the cut-off fits. */
    static int[] cellsFor(UnitCell cell, double cutoff) {
        int[] cells = new int[3];
        for (int k = 0; k < 3; k++) {
            cells[k] = (int) Math.ceil(2 * cutoff / cell.width(k));
        }
        return cells;
    }

    /**
     * The energy in kJ/mol between guest {@code b} of a list and another; infinite if they overlap.
     *
     * @param centre of the other
     * @param places of its sites
     * @param centres x, y, z of the listed guests, one after the other
     * @param all the sites of the listed guests, one guest after the other
     */
    double kjPerMol(double[] centre, double[] places, double[] centres, double[] all, int b) {
        double x = centres[3 * b] - centre[0];
        double y = centres[3 * b + 1] - centre[1];
        double z = centres[3 * b + 2] - centre[2];
        double f0 = Math.rint(reciprocal[0] * x + reciprocal[1] * y + reciprocal[2] * z);
        double f1 = Math.rint(reciprocal[3] * x + reciprocal[4] * y + reciprocal[5] * z);
        double f2 = Math.rint(reciprocal[6] * x + reciprocal[7] * y + reciprocal[8] * z);
        double dx = -f0 * edges[0] - f1 * edges[3] - f2 * edges[6];
        double dy = -f0 * edges[1] - f1 * edges[4] - f2 * edges[7];
        double dz = -f0 * edges[2] - f1 * edges[5] - f2 * edges[8];
        if (square(x + dx) + square(y + dy) + square(z + dz) >= cutoffSquared) {
            return 0;
        }
        double sum = 0;
        int first = 3 * sites * b;
        for (int i = 0; i < sites; i++) {
            double sx = places[3 * i] - dx;
            double sy = places[3 * i + 1] - dy;
            double sz = places[3 * i + 2] - dz;
            for (int j = 0; j < sites; j++) {
                int at = first + 3 * j;
                double squared = square(all[at] - sx) + square(all[at + 1] - sy) + square(all[at + 2] - sz);
                if (squared < WALL * WALL) {
                    return Double.POSITIVE_INFINITY;
                }
                sum += tables[i * sites + j].at(squared);
            }
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
