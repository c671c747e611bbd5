package matterbook.adsorption;

import java.util.Optional;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.particles.UnitCell;
import matterbook.potential.CutPotential;
import matterbook.potential.Ewald;
import matterbook.potential.EwaldField;
import matterbook.potential.RadialTable;
import org.jspecify.annotations.Nullable;

/**
 * The energy of a guest, fast: lists of the atoms near each voxel, walls before anything else, potentials and the spatial part
 * of the Ewald sum from tables of r², the framework's waves precomputed. It equals {@link PlainHostGuest} to 1e-6 of the
 * larger of its two parts or 1e-3 K, whichever is more.
 *
 * <p>Any number of threads may use one.
 */
public final class TabulatedHostGuest implements HostGuest {
    /** The part to which the terms of the Ewald sum have fallen where they end. */
    public static final double EWALD_TOLERANCE = 1e-6;

    /** Short enough that a list has few atoms beyond the cut-off, long enough that all lists take a few megabytes. */
    private static final double VOXEL = 1.0;
    /** Only a place without a wall of its own, inside a molecule, could come nearer to an atom. */
    private static final double LEAST_DISTANCE = 0.05;

    private final Framework framework;
    private final Guest guest;
    private final UnitCell cell;
    private final double[] reciprocal = new double[9];
    private final double[] edges = new double[9];
    private final VoxelLists lists;
    /** x, y, z and charge of each image. */
    private final double[] atoms;
    private final int[] types;
    private final Site[] sites;
    private final double cutoffSquared;
    private final RadialTable screened;
    private final @Nullable EwaldField field;

    /** What a loop needs to know of a site. */
    private static final class Site {
        /** A table for each type of the framework's atoms; null without van der Waals potential. */
        final RadialTable @Nullable [] tables;
        /** 0 without. */
        final double wallSquared;
        /** Times the Coulomb constant. */
        final double charge;

        Site(RadialTable @Nullable [] tables, double wallSquared, double charge) {
            this.tables = tables;
            this.wallSquared = wallSquared;
            this.charge = charge;
        }
    }

    /** With the force field's own walls. */
    public TabulatedHostGuest(Framework framework, ForceField forceField, Guest guest) {
        this(framework, forceField, guest, 0);
    }

    /**
     * With walls of at least {@code wall} angstrom: 1.6 costs carbon dioxide in Mg-MOF-74 nothing and settles half of all
     * random places. 0 leaves the force field's own.
     */
    public TabulatedHostGuest(Framework framework, ForceField forceField, Guest guest, double wall) {
        this.framework = framework;
        this.guest = guest;
        double cutoff = forceField.cutoff();
        Require.between(wall, 0, cutoff / 2, "the wall");
        cell = framework.cell();
        cutoffSquared = cutoff * cutoff;
        sites = new Site[guest.size()];
        double farthest = 0;
        for (int s = 0; s < sites.length; s++) {
            sites[s] = site(framework, forceField, guest.sites().get(s), wall);
            farthest = Math.max(farthest, Math.sqrt(sites[s].wallSquared));
        }
        FrameworkImages images = FrameworkImages.of(framework, cutoff);
        lists = VoxelLists.of(cell, images, cutoff, farthest, VOXEL);
        double[] charges = guest.isCharged() ? framework.crystal().charges() : new double[framework.size()];
        types = new int[images.size()];
        atoms = new double[4 * types.length];
        flatten(images, charges);
        Ewald ewald = Ewald.of(cell, EWALD_TOLERANCE, cutoff);
        field = guest.isCharged() ? EwaldField.of(ewald, framework.crystal().positions(), charges) : null;
        screened = RadialTable.of(ewald::screened, LEAST_DISTANCE, cutoff);
        for (int k = 0; k < 3; k++) {
            System.arraycopy(cell.reciprocal(k), 0, reciprocal, 3 * k, 3);
            System.arraycopy(cell.edge(k), 0, edges, 3 * k, 3);
        }
    }

    private void flatten(FrameworkImages images, double[] charges) {
        for (int n = 0; n < types.length; n++) {
            types[n] = framework.type(images.atom(n));
            atoms[4 * n] = images.x(n);
            atoms[4 * n + 1] = images.y(n);
            atoms[4 * n + 2] = images.z(n);
            atoms[4 * n + 3] = charges[images.atom(n)];
        }
    }

    private static Site site(Framework framework, ForceField forceField, Guest.Site site, double wall) {
        double charge = Codata.COULOMB_KELVIN_ANGSTROM * site.charge();
        double own = forceField.wall(site.type());
        RadialTable[] tables = new RadialTable[framework.types().size()];
        for (int type = 0; type < tables.length; type++) {
            Optional<CutPotential> pair = forceField.pair(framework.example(type), framework.types().get(type),
                    site.type());
            if (pair.isEmpty()) {
                return new Site(null, 0, charge);
            }
            CutPotential cut = pair.get();
            // the last piece of a table goes beyond the cut-off, and the potential must not jump in it
            tables[type] = RadialTable.of(r -> cut.potential().energy(r) - cut.energyShift(), own, cut.cutoff());
        }
        return new Site(tables, Math.max(own, wall) * Math.max(own, wall), charge);
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
    public GuestEnergy energy(double[] places) {
        double[] wrapped = new double[places.length];
        int[] voxels = new int[sites.length];
        for (int s = 0; s < sites.length; s++) {
            voxels[s] = wrap(places, wrapped, 3 * s);
            if (sites[s].wallSquared > 0 && behindWall(s, voxels[s], wrapped)) {
                return GuestEnergy.OVERLAP;
            }
        }
        double vanDerWaals = 0;
        double coulomb = 0;
        for (int s = 0; s < sites.length; s++) {
            double x = wrapped[3 * s];
            double y = wrapped[3 * s + 1];
            double z = wrapped[3 * s + 2];
            RadialTable[] tables = sites[s].tables;
            if (sites[s].charge == 0 && tables != null) {
                vanDerWaals += vanDerWaals(tables, voxels[s], x, y, z);
            } else if (field != null) {
                double potential = field.at(x, y, z);
                if (tables == null) {
                    potential += potential(voxels[s], x, y, z);
                } else {
                    Both both = both(tables, voxels[s], x, y, z);
                    vanDerWaals += both.vanDerWaals;
                    potential += both.potential;
                }
                coulomb += sites[s].charge * potential;
            }
        }
        return new GuestEnergy(vanDerWaals, coulomb);
    }

    /** Writes the same place in the cell; returns its voxel. */
    private int wrap(double[] places, double[] wrapped, int at) {
        double x = places[at];
        double y = places[at + 1];
        double z = places[at + 2];
        double f0 = UnitCell.fraction(reciprocal[0] * x + reciprocal[1] * y + reciprocal[2] * z);
        double f1 = UnitCell.fraction(reciprocal[3] * x + reciprocal[4] * y + reciprocal[5] * z);
        double f2 = UnitCell.fraction(reciprocal[6] * x + reciprocal[7] * y + reciprocal[8] * z);
        for (int axis = 0; axis < 3; axis++) {
            wrapped[at + axis] = f0 * edges[axis] + f1 * edges[3 + axis] + f2 * edges[6 + axis];
        }
        return lists.voxel(f0, f1, f2);
    }

    private boolean behindWall(int s, int voxel, double[] wrapped) {
        double x = wrapped[3 * s];
        double y = wrapped[3 * s + 1];
        double z = wrapped[3 * s + 2];
        double wallSquared = sites[s].wallSquared;
        int end = lists.nearEnd(voxel);
        for (int at = lists.start(voxel); at < end; at++) {
            if (squared(lists.image(at) << 2, x, y, z) < wallSquared) {
                return true;
            }
        }
        return false;
    }

    private double squared(int atom, double x, double y, double z) {
        double dx = atoms[atom] - x;
        double dy = atoms[atom + 1] - y;
        double dz = atoms[atom + 2] - z;
        return dx * dx + dy * dy + dz * dz;
    }

    /** Two sums over one list. */
    private record Both(double vanDerWaals, double potential) {}

    private Both both(RadialTable[] tables, int voxel, double x, double y, double z) {
        double vanDerWaals = 0;
        double potential = 0;
        int end = lists.end(voxel);
        for (int at = lists.start(voxel); at < end; at++) {
            int image = lists.image(at);
            double squared = squared(image << 2, x, y, z);
            if (squared < cutoffSquared) {
                vanDerWaals += tables[types[image]].at(squared);
                potential += atoms[(image << 2) + 3] * screened.at(squared);
            }
        }
        return new Both(vanDerWaals, potential);
    }

    private double vanDerWaals(RadialTable[] tables, int voxel, double x, double y, double z) {
        double sum = 0;
        int end = lists.end(voxel);
        for (int at = lists.start(voxel); at < end; at++) {
            int image = lists.image(at);
            double squared = squared(image << 2, x, y, z);
            if (squared < cutoffSquared) {
                sum += tables[types[image]].at(squared);
            }
        }
        return sum;
    }

    private double potential(int voxel, double x, double y, double z) {
        double sum = 0;
        int end = lists.end(voxel);
        for (int at = lists.start(voxel); at < end; at++) {
            int image = lists.image(at);
            double squared = squared(image << 2, x, y, z);
            if (squared < cutoffSquared) {
                sum += atoms[(image << 2) + 3]
                        * screened.at(Math.max(squared, LEAST_DISTANCE * LEAST_DISTANCE));
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return guest.name() + " in " + framework + "; " + lists.size() + " voxels, " + types.length + " images, "
                + (field == null ? 0 : field.waves()) + " waves";
    }
}
