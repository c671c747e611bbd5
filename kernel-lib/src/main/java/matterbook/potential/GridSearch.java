package matterbook.potential;

import java.util.Arrays;

/** Searches a {@link ColumnGrid} for the places near some particles, with arrays of its own: each thread has one. */
final class GridSearch {
    private final ColumnGrid grid;
    private final int last;
    private final double range;
    /** The last search's stretches of {@link ColumnGrid#sorted}. */
    int[] from = new int[64];
    int[] to = new int[64];

    private final double[] low = new double[3];
    private final double[] high = new double[3];

    GridSearch(ColumnGrid grid) {
        this.grid = grid;
        last = grid.dimensions - 1;
        range = grid.range;
    }

    /**
     * Finds the stretches of {@link ColumnGrid#sorted} that can lie within the range of the smallest box around particles
     * {@code begin} to {@code end - 1}; returns how many there are.
     */
    int stretches(int begin, int end) {
        bound(begin, end);
        int found = 0;
        int bFirst = last == 2 ? grid.padded(1, low[1] - range) : 0;
        int bLast = last == 2 ? grid.padded(1, high[1] + range) : 0;
        for (int a = grid.padded(0, low[0] - range); a <= grid.padded(0, high[0] + range); a++) {
            for (int b = bFirst; b <= bLast; b++) {
                double gap = squaredGap(0, a) + (last == 2 ? squaredGap(1, b) : 0);
                double left = range * range - gap;
                if (left >= 0) {
                    found = stretch(a * (grid.count[1] + 2 * grid.pad[1]) + b, Math.sqrt(left), found);
                }
            }
        }
        return found;
    }

    private void bound(int begin, int end) {
        for (int axis = 0; axis < grid.dimensions; axis++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                least = Math.min(least, grid.place[axis][i]);
                most = Math.max(most, grid.place[axis][i]);
            }
            low[axis] = least;
            high[axis] = most;
        }
    }

    /** The square of the gap between a column and the box. */
    private double squaredGap(int axis, int column) {
        double left = (column - grid.pad[axis]) * grid.width[axis];
        double gap = Math.max(0, Math.max(left - high[axis], low[axis] - left - grid.width[axis]));
        return gap * gap;
    }

    private int stretch(int column, double reach, int found) {
        if (found == from.length) {
            from = Arrays.copyOf(from, 2 * found);
            to = Arrays.copyOf(to, 2 * found);
        }
        from[found] = grid.start[column * grid.layers + grid.layer(low[last] - reach)];
        to[found] = grid.start[column * grid.layers + grid.layer(high[last] + reach) + 1];
        return to[found] > from[found] ? found + 1 : found;
    }

    /**
     * Copies those places of a stretch that are within the range of the last search's box and whose owner is at least
     * {@code leastOwner} to the candidates at n; returns how many candidates there are now.
     */
    int gather(int begin, int end, int leastOwner, Candidates into, int n) {
        double lowX = low[0];
        double lowY = low[1];
        double lowZ = low[2];
        double highX = high[0];
        double highY = high[1];
        double highZ = high[2];
        double squaredRange = range * range;
        int found = n;
        for (int k = begin; k < end; k++) {
            double x = grid.sorted[0][k];
            double y = grid.sorted[1][k];
            double z = grid.sorted[2][k];
            double dx = Math.max(0, Math.max(lowX - x, x - highX));
            double dy = Math.max(0, Math.max(lowY - y, y - highY));
            double dz = Math.max(0, Math.max(lowZ - z, z - highZ));
            into.place[found] = grid.member[k];
            into.owner[found] = grid.sortedOwner[k];
            into.x[found] = x;
            into.y[found] = y;
            into.z[found] = z;
            long near = Double.doubleToRawLongBits(dx * dx + dy * dy + dz * dz - squaredRange) >>> 63;
            found += (int) near & ~((grid.sortedOwner[k] - leastOwner) >>> 31);
        }
        return found;
    }

    /** Places that may be near some particles: their numbers, owners and coordinates. */
    static final class Candidates {
        int[] place = new int[0];
        int[] owner = new int[0];
        double[] x = new double[0];
        double[] y = new double[0];
        double[] z = new double[0];

        void reserve(int room) {
            if (room > place.length) {
                place = Arrays.copyOf(place, 2 * room);
                owner = Arrays.copyOf(owner, 2 * room);
                x = Arrays.copyOf(x, 2 * room);
                y = Arrays.copyOf(y, 2 * room);
                z = Arrays.copyOf(z, 2 * room);
            }
        }
    }
}
