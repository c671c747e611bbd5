package matterbook.particles;

import java.util.Arrays;

import matterbook.core.Require;

/**
 * Finds the particles near a place in a time that does not grow with their number: the box is cut into cells no
 * smaller than the range asked for, so that neighbours sit in the same cell or in one of the eight around it
 * (B. Quentrec and C. Brot, J. Comput. Phys. 13, 430 (1973)).
 *
 * <p>It reads the coordinates from the arrays of its owner, who calls {@link #moved} after each change.
 */
public final class CellList {
    private static final int MOST_CELLS = 1 << 20;

    private final PeriodicBox box;
    private final double range;
    private final double[] x;
    private final double[] y;
    private final int columns;
    private final int rows;
    private final int[][] around;
    private final CellChains chains;

    /** What is done with each pair: the numbers of both and the square of their distance. */
    @FunctionalInterface
    public interface PairAction {
        void accept(int i, int j, double distanceSquared);
    }

    /**
     * A list for distances up to {@code range}.
     *
     * @param x the owner's coordinates, wrapped into the box; not copied
     * @param range at most half of the box's shorter side, so that a pair is a pair once
     */
    public CellList(PeriodicBox box, double range, double[] x, double[] y) {
        Require.positive(range, "the range");
        double shorter = Math.min(box.width(), box.height());
        Require.that(range <= shorter / 2,
                "the range " + range + " is more than half of the box's shorter side " + shorter);
        Require.that(x.length == y.length, "there are " + x.length + " x and " + y.length + " y");
        this.box = box;
        this.range = range;
        this.x = x;
        this.y = y;
        columns = cells(box.width());
        rows = cells(box.height());
        around = new int[columns * rows][];
        Arrays.setAll(around, this::around);
        chains = new CellChains(columns * rows, x.length);
        for (int i = 0; i < x.length; i++) {
            Require.that(x[i] >= 0 && x[i] < box.width() && y[i] >= 0 && y[i] < box.height(), "particle " + i
                    + " is at (" + x[i] + ", " + y[i] + "), outside of the box; wrap its coordinates");
            chains.put(i, cellAt(x[i], y[i]));
        }
    }

    /** Tells the list that particle i has new coordinates. */
    public void moved(int i) {
        int now = cellAt(x[i], y[i]);
        if (now != chains.cell(i)) {
            chains.take(i);
            chains.put(i, now);
        }
    }

    /** Whether a particle other than {@code except} is nearer to (px, py) than {@code distance}, at most the range. */
    public boolean anyCloser(double px, double py, int except, double distance) {
        if (!(distance <= range)) {
            throw new IllegalArgumentException("the list serves distances up to " + range + ", not " + distance);
        }
        double limit = distance * distance;
        for (int c : around[cellAt(px, py)]) {
            for (int j = chains.first(c); j != CellChains.NONE; j = chains.next(j)) {
                if (j != except && box.distanceSquared(px, py, x[j], y[j]) < limit) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Visits each pair nearer than the range once. */
    public void forEachPair(PairAction action) {
        double limit = range * range;
        for (int i = 0; i < x.length; i++) {
            for (int c : around[chains.cell(i)]) {
                for (int j = chains.first(c); j != CellChains.NONE; j = chains.next(j)) {
                    if (j < i) {
                        double distanceSquared = box.distanceSquared(x[i], y[i], x[j], y[j]);
                        if (distanceSquared < limit) {
                            action.accept(i, j, distanceSquared);
                        }
                    }
                }
            }
        }
    }

    private int cells(double side) {
        // more cells than particles would only cost memory
        int most = (int) Math.min(Math.sqrt(MOST_CELLS), 2 + 2 * Math.sqrt(x.length));
        return (int) Math.clamp(Math.floor(side / range), 1, most);
    }

    private int cellAt(double px, double py) {
        int column = Math.min(columns - 1, (int) (px / box.width() * columns));
        int row = Math.min(rows - 1, (int) (py / box.height() * rows));
        return row * columns + column;
    }

    /** The cell and those around it, each once: with fewer than three in a row some coincide. */
    private int[] around(int c) {
        int[] cells = new int[9];
        for (int k = 0; k < cells.length; k++) {
            int column = Math.floorMod(c % columns + k % 3 - 1, columns);
            int row = Math.floorMod(c / columns + k / 3 - 1, rows);
            cells[k] = row * columns + column;
        }
        return Arrays.stream(cells).distinct().toArray();
    }
}
