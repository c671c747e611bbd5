package matterbook.particles;

import matterbook.core.Require;

/** Regular arrangements to start a simulation from. */
public final class Lattices {
    private Lattices() {}

    /** The square lattice of {@code side} rows and columns with this number of particles in a unit of area. */
    public static Configuration square(int side, double density) {
        Require.positive(side, "the side");
        Require.positive(density, "the density");
        return rows(side, side, PeriodicBox.square(side / Math.sqrt(density)), false);
    }

    /**
     * n particles in rows and columns that fill the box evenly, of all such arrangements the one whose nearest
     * neighbours are farthest apart.
     */
    public static Configuration square(int n, PeriodicBox box) {
        return best(n, box, false);
    }

    /**
     * n particles in rows of which every other one is shifted by half a space, of all such arrangements that
     * repeat with the box the one whose nearest neighbours are farthest apart. In a box of the right shape it is
     * the hexagonal lattice.
     *
     * @param n even: the number of rows must be
     */
    public static Configuration staggered(int n, PeriodicBox box) {
        Require.that(n > 0 && n % 2 == 0, "shifted rows come in pairs: the number of particles must be even, not " + n);
        return best(n, box, true);
    }

    /**
     * The hexagonal lattice with this distance between neighbours, in the box that it fills.
     *
     * @param rows even, or the lattice does not repeat
     */
    public static Configuration hexagonal(int columns, int rows, double spacing) {
        Require.positive(columns, "columns");
        Require.positive(spacing, "spacing");
        Require.that(rows > 0 && rows % 2 == 0, "a hexagonal lattice repeats after two rows: rows must be even, not "
                + rows);
        PeriodicBox box = new PeriodicBox(columns * spacing, rows * spacing * Math.sqrt(3) / 2);
        return rows(columns, rows, box, true);
    }

    /**
     * The face-centred cubic lattice: four particles in each of {@code cells}<sup>3</sup> cubes.
     *
     * @param density particles in a unit of volume
     */
    public static Configuration faceCentred(int cells, double density) {
        Require.positive(cells, "cells along an edge");
        Require.positive(density, "the density");
        int n = Math.multiplyExact(4, Math.multiplyExact(cells, Math.multiplyExact(cells, cells)));
        PeriodicBox box = PeriodicBox.cube(Math.cbrt(n / density));
        double edge = box.width() / cells;
        double[][] r = new double[3][n];
        for (int i = 0; i < n; i++) {
            int cell = i / 4;
            int layer = cell / (cells * cells);
            // the four of a cell sit at a corner and at the middles of the three faces that meet there
            r[0][i] = (cell % cells + (i % 4 == 1 || i % 4 == 2 ? 0.75 : 0.25)) * edge;
            r[1][i] = (cell / cells % cells + (i % 4 == 1 || i % 4 == 3 ? 0.75 : 0.25)) * edge;
            r[2][i] = (layer + (i % 4 >= 2 ? 0.75 : 0.25)) * edge;
        }
        return Configuration.of(box, r);
    }

    private static Configuration best(int n, PeriodicBox box, boolean staggered) {
        Require.positive(n, "the number of particles");
        int best = 0;
        double farthest = 0;
        for (int rows = staggered ? 2 : 1; rows <= n; rows += staggered ? 2 : 1) {
            double distance = n % rows == 0 ? nearest(n / rows, rows, box, staggered) : 0;
            if (distance > farthest) {
                farthest = distance;
                best = rows;
            }
        }
        return rows(n / best, best, box, staggered);
    }

    private static double nearest(int columns, int rows, PeriodicBox box, boolean staggered) {
        double across = box.width() / columns;
        double up = box.height() / rows;
        double next = staggered ? Math.min(2 * up, Math.hypot(across / 2, up)) : up;
        return Math.min(across, next);
    }

    private static Configuration rows(int columns, int rows, PeriodicBox box, boolean staggered) {
        double[] x = new double[columns * rows];
        double[] y = new double[columns * rows];
        for (int i = 0; i < x.length; i++) {
            int row = i / columns;
            double shift = staggered && row % 2 == 1 ? 0.75 : 0.25;
            x[i] = (i % columns + shift) * box.width() / columns;
            y[i] = (row + 0.5) * box.height() / rows;
        }
        return Configuration.of(box, x, y);
    }
}
