package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.PeriodicBox;
import matterbook.particles.State;

/**
 * Particles sorted in space: in columns along the last axis, and in thin layers within a column, up in one column and down
 * in the next, so that successive particles are always near each other. {@link #sort} orders the state like that
 * and adds ghosts, the images of particles that lie within the range outside of the box; after it a search needs no
 * periodic boundary.
 *
 * <p>Places are numbered: first the particles in the state's order, then the ghosts.
 */
final class ColumnGrid {
    private static final int CLUSTER = 8;
    /** As many entries as a vector has follow the last place. */
    private static final int ROOM = 16;
    /** Layers for each width of a column. */
    private static final int LAYERS = 4;

    /** Coordinates of all places, wrapped; the third axis is 0 in two dimensions. Changed by {@link #refresh}. */
    final double[][] place = new double[3][0];
    /** Which particle a place is an image of; a particle's own number for itself. */
    int[] owner = new int[0];
    /** Particles and ghosts. */
    int total;

    /** Places and their coordinates by column and layer; some room follows the last. */
    int[] member = new int[0];
    final double[][] sorted = new double[3][0];

    private final double range;
    private final PeriodicBox box;
    final int dimensions;
    private final int size;
    private final int last;
    private final double[][] base;
    private final double[] width = new double[2];
    private final int[] count = {1, 1};
    private final int[] pad = {0, 0};
    private double[][] ghostShift = new double[3][0];
    private final int[] start;
    private int[] cells = new int[0];
    private final int[] next;
    private final int layers;
    private final double height;

    ColumnGrid(State state, double range) {
        this.range = range;
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
        layers = (int) Math.ceil((box.side(last) + 2 * range) / (side / LAYERS));
        height = (box.side(last) + 2 * range) / layers;
        start = new int[(count[0] + 2 * pad[0]) * (count[1] + 2 * pad[1]) * layers + 1];
        next = new int[start.length - 1];
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

    /** The particles' new order: by column, then layer, then identity, so that it depends on places alone. */
    private int[] order(State state) {
        int[] standing = new int[size];
        for (int i = 0; i < size; i++) {
            standing[state.id[i]] = i;
        }
        int[] cell = new int[size];
        int[] next = new int[count[0] * count[1] * layers + 1];
        for (int i = 0; i < size; i++) {
            cell[i] = snake(state, i);
            next[cell[i] + 1]++;
        }
        for (int c = 1; c < next.length; c++) {
            next[c] += next[c - 1];
        }
        int[] order = new int[size];
        for (int id = 0; id < size; id++) {
            order[next[cell[standing[id]]]++] = standing[id];
        }
        return order;
    }

    /** The number of a particle's cell on a way through all cells that goes up and down and never jumps. */
    private int snake(State state, int i) {
        int a = cell(0, state.position[0][i] - base[0][i]);
        int b = last == 2 ? cell(1, state.position[1][i] - base[1][i]) : 0;
        int column = a * count[1] + (a % 2 == 0 ? b : count[1] - 1 - b);
        int layer = layer(state.position[last][i] - base[last][i]);
        return column * layers + (column % 2 == 0 ? layer : layers - 1 - layer);
    }

    private int layer(double coordinate) {
        return Math.clamp((int) ((coordinate + range) / height), 0, layers - 1);
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
        member = new int[capacity + ROOM];
        cells = new int[capacity];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = Arrays.copyOf(place[axis], capacity);
            ghostShift[axis] = Arrays.copyOf(ghostShift[axis], capacity);
            sorted[axis] = new double[capacity + ROOM];
        }
    }

    /** All places by column and layer, for the search. */
    private void fillColumns() {
        Arrays.fill(start, 0);
        for (int p = 0; p < total; p++) {
            cells[p] = column(p) * layers + layer(place[last][p]);
            start[cells[p] + 1]++;
        }
        for (int c = 1; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        System.arraycopy(start, 0, next, 0, next.length);
        for (int p = 0; p < total; p++) {
            int k = next[cells[p]]++;
            member[k] = p;
            for (int axis = 0; axis < dimensions; axis++) {
                sorted[axis][k] = place[axis][p];
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

    /** Searches, with arrays of its own: each thread has one. */
    final class Search {
        /** The last search's stretches of {@link #sorted}. */
        int[] from = new int[64];
        int[] to = new int[64];

        private final double[] low = new double[3];
        private final double[] high = new double[3];

        /**
         * Finds the stretches of {@link #sorted} that can lie within the range of the smallest box around particles
         * {@code begin} to {@code end - 1}; returns how many there are.
         */
        int stretches(int begin, int end) {
            bound(begin, end);
            int found = 0;
            int bFirst = last == 2 ? padded(1, low[1] - range) : 0;
            int bLast = last == 2 ? padded(1, high[1] + range) : 0;
            for (int a = padded(0, low[0] - range); a <= padded(0, high[0] + range); a++) {
                for (int b = bFirst; b <= bLast; b++) {
                    double gap = squaredGap(0, a) + (last == 2 ? squaredGap(1, b) : 0);
                    double left = range * range - gap;
                    if (left >= 0) {
                        found = stretch(a * (count[1] + 2 * pad[1]) + b, Math.sqrt(left), found);
                    }
                }
            }
            return found;
        }

        private void bound(int begin, int end) {
            for (int axis = 0; axis < dimensions; axis++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = begin; i < end; i++) {
                    least = Math.min(least, place[axis][i]);
                    most = Math.max(most, place[axis][i]);
                }
                low[axis] = least;
                high[axis] = most;
            }
        }

        /** The square of the gap between a column and the box. */
        private double squaredGap(int axis, int column) {
            double left = (column - pad[axis]) * width[axis];
            double gap = Math.max(0, Math.max(left - high[axis], low[axis] - left - width[axis]));
            return gap * gap;
        }

        private int stretch(int column, double reach, int found) {
            if (found == from.length) {
                from = Arrays.copyOf(from, 2 * found);
                to = Arrays.copyOf(to, 2 * found);
            }
            from[found] = start[column * layers + layer(low[last] - reach)];
            to[found] = start[column * layers + layer(high[last] + reach) + 1];
            return to[found] > from[found] ? found + 1 : found;
        }

        /** The square of the distance from the last search's box to a place of {@link #sorted}. */
        double squaredDistance(int k) {
            double x = sorted[0][k];
            double y = sorted[1][k];
            double z = sorted[2][k];
            double dx = Math.max(0, Math.max(low[0] - x, x - high[0]));
            double dy = Math.max(0, Math.max(low[1] - y, y - high[1]));
            double dz = Math.max(0, Math.max(low[2] - z, z - high[2]));
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
