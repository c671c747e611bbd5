package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.PeriodicBox;
import matterbook.particles.State;

/**
 * Particles sorted in space: in columns along the last axis, and by the last coordinate within a column, up in one column
 * and down in the next, so that successive particles are always near each other. {@link #sort} orders the state like that
 * and adds ghosts, the images of particles that lie within the range outside of the box; after it a search needs no
 * periodic boundary.
 *
 * <p>Places are numbered: first the particles in the state's order, then the ghosts.
 */
final class ColumnGrid {
    private static final int CLUSTER = 8;

    /** Coordinates of all places, wrapped; the third axis is 0 in two dimensions. Changed by {@link #refresh}. */
    final double[][] place = new double[3][0];
    /** Which particle a place is an image of; a particle's own number for itself. */
    int[] owner = new int[0];
    /** Particles and ghosts. */
    int total;

    /** The last {@link #gather}'s candidates: places and their coordinates. */
    int[] near = new int[256];
    final double[][] nearPlace = new double[3][256];

    private final double range;
    private final PeriodicBox box;
    private final int dimensions;
    private final int size;
    private final int last;
    private final double[][] base;
    private final double[] width = new double[2];
    private final int[] count = {1, 1};
    private final int[] pad = {0, 0};
    private double[][] ghostShift = new double[3][0];
    private final int[] start;
    private int[] member = new int[0];
    private final double[][] sorted = new double[3][0];
    private long[] keys = new long[0];

    ColumnGrid(State state, double range) {
        // the order along a column is only as fine as a key: a little more is searched
        this.range = range * (1 + 1e-6);
        box = state.box;
        dimensions = state.dimensions;
        size = state.size;
        last = dimensions - 1;
        base = new double[dimensions][size];
        double side = Math.pow(CLUSTER * box.volume() / size, 1.0 / dimensions);
        for (int axis = 0; axis < last; axis++) {
            count[axis] = (int) Math.max(1, Math.rint(box.side(axis) / side));
            width[axis] = box.side(axis) / count[axis];
            pad[axis] = (int) Math.ceil(range / width[axis]);
        }
        start = new int[(count[0] + 2 * pad[0]) * (count[1] + 2 * pad[1]) + 1];
    }

    /** Orders the state, finds the ghosts and prepares the search. */
    void sort(State state) {
        wrap(state);
        state.reorder(order(state));
        wrap(state);
        total = size;
        reserve(size);
        refreshParticles(state);
        for (int i = 0; i < size; i++) {
            owner[i] = i;
        }
        for (int axis = 0; axis < dimensions; axis++) {
            addGhosts(axis);
        }
        fillColumns();
    }

    /** Where each particle's image in the box is: base is what is to be taken off its coordinates. */
    private void wrap(State state) {
        for (int axis = 0; axis < dimensions; axis++) {
            double side = box.side(axis);
            for (int i = 0; i < size; i++) {
                base[axis][i] = side * Math.floor(state.position[axis][i] / side);
            }
        }
    }

    /** Brings the coordinates of all places up to date with the state. */
    void refresh(State state) {
        refreshParticles(state);
        for (int axis = 0; axis < dimensions; axis++) {
            double[] values = place[axis];
            double[] shift = ghostShift[axis];
            for (int g = size; g < total; g++) {
                values[g] = values[owner[g]] + shift[g - size];
            }
        }
    }

    private void refreshParticles(State state) {
        for (int axis = 0; axis < dimensions; axis++) {
            double[] values = place[axis];
            double[] from = state.position[axis];
            double[] less = base[axis];
            for (int i = 0; i < size; i++) {
                values[i] = from[i] - less[i];
            }
        }
    }

    /** The particles' new order: by column, then along it; ties by identity, so that the order depends on places alone. */
    private int[] order(State state) {
        int[] column = new int[size];
        int[] first = new int[count[0] * count[1] + 1];
        for (int i = 0; i < size; i++) {
            int a = cell(0, state.position[0][i] - base[0][i]);
            int b = last == 2 ? cell(1, state.position[1][i] - base[1][i]) : 0;
            // the second axis too runs up and down
            column[i] = a * count[1] + (a % 2 == 0 ? b : count[1] - 1 - b);
            first[column[i] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] standing = new int[size];
        long[] key = new long[size];
        int[] next = first.clone();
        for (int i = 0; i < size; i++) {
            standing[state.id[i]] = i;
            key[next[column[i]]++] = key(state.position[last][i] - base[last][i], state.id[i]);
        }
        int[] order = new int[size];
        for (int c = 0; c + 1 < first.length; c++) {
            Arrays.sort(key, first[c], first[c + 1]);
            for (int k = first[c]; k < first[c + 1]; k++) {
                int to = c % 2 == 0 ? k : first[c] + first[c + 1] - 1 - k;
                order[to] = standing[(int) key[k]];
            }
        }
        return order;
    }

    /** Sorts by the coordinate along the column (as finely as 2^-31 of its length), then by the number. */
    private long key(double coordinate, int number) {
        double along = (coordinate + range) / (box.side(last) + 2 * range);
        return ((long) (Math.clamp(along, 0, 1) * Integer.MAX_VALUE) << 32) | number;
    }

    private int cell(int axis, double coordinate) {
        return Math.clamp((int) (coordinate / width[axis]), 0, count[axis] - 1);
    }

    /** Images along one axis of all places so far. */
    private void addGhosts(int axis) {
        double side = box.side(axis);
        int before = total;
        for (int p = 0; p < before; p++) {
            double c = place[axis][p];
            if (c < range) {
                addGhost(p, axis, side);
            }
            if (c >= side - range) {
                addGhost(p, axis, -side);
            }
        }
    }

    private void addGhost(int of, int axis, double shift) {
        if (total == owner.length) {
            reserve(total + total / 2 + 16);
        }
        for (int a = 0; a < dimensions; a++) {
            double own = a == axis ? shift : 0;
            place[a][total] = place[a][of] + own;
            ghostShift[a][total - size] = own + (of < size ? 0 : ghostShift[a][of - size]);
        }
        owner[total++] = owner[of];
    }

    private void reserve(int capacity) {
        if (capacity <= owner.length) {
            return;
        }
        owner = Arrays.copyOf(owner, capacity);
        member = new int[capacity];
        keys = new long[capacity];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = Arrays.copyOf(place[axis], capacity);
            ghostShift[axis] = Arrays.copyOf(ghostShift[axis], capacity);
            sorted[axis] = new double[capacity];
        }
    }

    /** All places by column and along it, for {@link #gather}. */
    private void fillColumns() {
        Arrays.fill(start, 0);
        for (int p = 0; p < total; p++) {
            start[column(p) + 1]++;
        }
        for (int c = 1; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        int[] next = Arrays.copyOf(start, start.length - 1);
        for (int p = 0; p < total; p++) {
            keys[next[column(p)]++] = key(place[last][p], p);
        }
        for (int c = 0; c + 1 < start.length; c++) {
            Arrays.sort(keys, start[c], start[c + 1]);
        }
        for (int k = 0; k < total; k++) {
            member[k] = (int) keys[k];
            for (int axis = 0; axis < dimensions; axis++) {
                sorted[axis][k] = place[axis][member[k]];
            }
        }
    }

    private int column(int p) {
        return padded(0, place[0][p]) * (count[1] + 2 * pad[1]) + (last == 2 ? padded(1, place[1][p]) : 0);
    }

    /** The number of a column along an axis, with those of ghosts. */
    private int padded(int axis, double coordinate) {
        return Math.clamp((int) Math.floor(coordinate / width[axis]) + pad[axis], 0, count[axis] + 2 * pad[axis] - 1);
    }

    /**
     * Gathers the places that are within the range of the smallest box around particles {@code from} to {@code to - 1} and
     * whose owner is at least {@code leastOwner}; returns how many.
     */
    int gather(int from, int to, int leastOwner) {
        double[] low = {0, 0, 0};
        double[] high = {0, 0, 0};
        for (int axis = 0; axis < dimensions; axis++) {
            low[axis] = Double.POSITIVE_INFINITY;
            high[axis] = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low[axis] = Math.min(low[axis], place[axis][i]);
                high[axis] = Math.max(high[axis], place[axis][i]);
            }
        }
        int found = 0;
        int bFirst = last == 2 ? padded(1, low[1] - range) : 0;
        int bLast = last == 2 ? padded(1, high[1] + range) : 0;
        for (int a = padded(0, low[0] - range); a <= padded(0, high[0] + range); a++) {
            for (int b = bFirst; b <= bLast; b++) {
                double gap = squaredGap(0, a, low[0], high[0]) + (last == 2 ? squaredGap(1, b, low[1], high[1]) : 0);
                double left = range * range - gap;
                if (left >= 0) {
                    found = gatherColumn(a * (count[1] + 2 * pad[1]) + b, Math.sqrt(left), low, high, leastOwner,
                            found);
                }
            }
        }
        return found;
    }

    /** The square of the gap between a column and an interval along an axis. */
    private double squaredGap(int axis, int column, double low, double high) {
        double left = (column - pad[axis]) * width[axis];
        double gap = Math.max(0, Math.max(left - high, low - left - width[axis]));
        return gap * gap;
    }

    private int gatherColumn(int column, double reach, double[] low, double[] high, int leastOwner, int found) {
        int end = start[column + 1];
        int k = firstAbove(low[last] - reach, start[column], end);
        double top = high[last] + reach;
        int n = found;
        if (n + end - k > near.length) {
            reserveNear(n + end - k);
        }
        double squaredRange = range * range;
        for (; k < end && sorted[last][k] <= top; k++) {
            double x = sorted[0][k];
            double y = sorted[1][k];
            double z = sorted[2][k];
            double dx = Math.max(0, Math.max(low[0] - x, x - high[0]));
            double dy = Math.max(0, Math.max(low[1] - y, y - high[1]));
            double dz = Math.max(0, Math.max(low[2] - z, z - high[2]));
            near[n] = member[k];
            nearPlace[0][n] = x;
            nearPlace[1][n] = y;
            nearPlace[2][n] = z;
            n += dx * dx + dy * dy + dz * dz < squaredRange && owner[member[k]] >= leastOwner ? 1 : 0;
        }
        return n;
    }

    private void reserveNear(int capacity) {
        near = Arrays.copyOf(near, 2 * capacity);
        for (int axis = 0; axis < 3; axis++) {
            nearPlace[axis] = Arrays.copyOf(nearPlace[axis], 2 * capacity);
        }
    }

    private int firstAbove(double value, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[last][middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
