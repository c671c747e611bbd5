package matterbook.adsorption;

import matterbook.particles.UnitCell;

/**
 * The smallest distance between the atoms of a guest (its sites that have a mass) and those of a framework: against it the
 * errors of potentials are shown.
 */
public final class SmallestDistance {
    private static final double VOXEL = 1.0;

    private final Guest guest;
    private final UnitCell cell;
    private final FrameworkImages images;
    private final VoxelLists lists;
    private final double reach;

    private SmallestDistance(Guest guest, UnitCell cell, FrameworkImages images, double reach) {
        this.guest = guest;
        this.cell = cell;
        this.images = images;
        this.reach = reach;
        lists = VoxelLists.of(cell, images, reach, reach, VOXEL);
    }

    /** For this guest in this framework. */
    public static SmallestDistance of(Framework framework, Guest guest, double reach) {
        return new SmallestDistance(guest, framework.cell(), FrameworkImages.of(framework, reach), reach);
    }

    /** In angstrom; infinite beyond the reach. */
    public double at(double[] sites) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < guest.size(); s++) {
            if (guest.sites().get(s).mass() > 0) {
                double[] f = cell.fractional(sites[3 * s], sites[3 * s + 1], sites[3 * s + 2]);
                for (int k = 0; k < 3; k++) {
                    f[k] = UnitCell.fraction(f[k]);
                }
                double[] r = cell.cartesian(f);
                int voxel = lists.voxel(f[0], f[1], f[2]);
                for (int at = lists.start(voxel); at < lists.end(voxel); at++) {
                    int n = lists.image(at);
                    double dx = images.x(n) - r[0];
                    double dy = images.y(n) - r[1];
                    double dz = images.z(n) - r[2];
                    least = Math.min(least, dx * dx + dy * dy + dz * dz);
                }
            }
        }
        return least <= reach * reach ? Math.sqrt(least) : Double.POSITIVE_INFINITY;
    }
}
