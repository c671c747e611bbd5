package matterbook.adsorption;

import matterbook.particles.UnitCell;

/** Whether a guest is behind a wall, from lists of the few atoms near a place. Any number of threads may use one. */
final class WallCheck {
    private static final double VOXEL = 0.65;

    private final AtomPairs pairs;
    private final UnitCell cell;
    private final VoxelLists lists;
    private final double[] reciprocal = new double[9];
    private final double[] edges = new double[9];
    /** x, y, z of each image. */
    private final double[] atoms;
    private final int[] types;
    private final double[] squared;

    WallCheck(Framework framework, AtomPairs pairs, OverlapWall wall) {
        this.pairs = pairs;
        cell = framework.cell();
        double reach = Math.max(wall.greatest(), Double.MIN_NORMAL);
        FrameworkImages images = FrameworkImages.of(framework, reach);
        lists = VoxelLists.of(cell, images, reach, reach, VOXEL);
        atoms = new double[3 * images.size()];
        types = new int[images.size()];
        for (int n = 0; n < types.length; n++) {
            types[n] = framework.type(images.atom(n));
            atoms[3 * n] = images.x(n);
            atoms[3 * n + 1] = images.y(n);
            atoms[3 * n + 2] = images.z(n);
        }
        for (int k = 0; k < 3; k++) {
            System.arraycopy(cell.reciprocal(k), 0, reciprocal, 3 * k, 3);
            System.arraycopy(cell.edge(k), 0, edges, 3 * k, 3);
        }
        squared = wall.distances();
        for (int pair = 0; pair < squared.length; pair++) {
            squared[pair] *= squared[pair];
        }
    }

    /** Whether any atom of a guest with these sites is nearer to one of the framework than their wall. */
    boolean behind(double[] sites) {
        for (int s = 0; s < pairs.sites(); s++) {
            if (pairs.isAtom(s) && behind(s, sites[3 * s], sites[3 * s + 1], sites[3 * s + 2])) {
                return true;
            }
        }
        return false;
    }

    private boolean behind(int site, double x, double y, double z) {
        double f0 = UnitCell.fraction(reciprocal[0] * x + reciprocal[1] * y + reciprocal[2] * z);
        double f1 = UnitCell.fraction(reciprocal[3] * x + reciprocal[4] * y + reciprocal[5] * z);
        double f2 = UnitCell.fraction(reciprocal[6] * x + reciprocal[7] * y + reciprocal[8] * z);
        double wx = f0 * edges[0] + f1 * edges[3] + f2 * edges[6];
        double wy = f0 * edges[1] + f1 * edges[4] + f2 * edges[7];
        double wz = f0 * edges[2] + f1 * edges[5] + f2 * edges[8];
        int voxel = lists.voxel(f0, f1, f2);
        int end = lists.end(voxel);
        for (int at = lists.start(voxel); at < end; at++) {
            int image = lists.image(at);
            double dx = atoms[3 * image] - wx;
            double dy = atoms[3 * image + 1] - wy;
            double dz = atoms[3 * image + 2] - wz;
            if (dx * dx + dy * dy + dz * dz < squared[pairs.pair(site, types[image])]) {
                return true;
            }
        }
        return false;
    }
}
