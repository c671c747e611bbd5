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

    final double range;
    private final PeriodicBox box;
    final int dimensions;
    private final int size;
    private final int last;
    private final double[][] base;
    final double[] width = new double[2];
    final int[] count = {1, 1};
    final int[] pad = {0, 0};
    private double[][] ghostShift = new double[3][0];
    final int[] start;
    private int[] cells = new int[0];
    int[] sortedOwner = new int[0];
    private final int[] next;
    final int layers;
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
        for (int i = 0; i < size; i++) {
            owner[i] = i;
        }
        refresh(state, 0, 1);
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

    /** Brings the coordinates of one of so many parts of all places up to date with the state. */
    void refresh(State state, int part, int parts) {
        int from = Crew.share(size, part, parts);
        int to = Crew.share(size, part + 1, parts);
        int firstGhost = size + Crew.share(total - size, part, parts);
        int endOfGhosts = size + Crew.share(total - size, part + 1, parts);
        for (int axis = 0; axis < dimensions; axis++) {
            double[] values = place[axis];
            double[] position = state.position[axis];
            double[] less = base[axis];
            for (int i = from; i < to; i++) {
                values[i] = position[i] - less[i];
            }
            // not by way of the owner's place, which may be of another part
            double[] shift = ghostShift[axis];
            for (int g = firstGhost; g < endOfGhosts; g++) {
                values[g] = position[owner[g]] - less[owner[g]] + shift[g - size];
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

    int layer(double coordinate) {
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
        sortedOwner = new int[capacity];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] = Arrays.copyOf(place[axis], capacity + ROOM);
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
            sortedOwner[k] = owner[p];
        }
    }

    private int column(int p) {
        return padded(0, place[0][p]) * (count[1] + 2 * pad[1]) + (last == 2 ? padded(1, place[1][p]) : 0);
    }

    /** The number of a column along an axis, with those of ghosts. */
    int padded(int axis, double coordinate) {
        return Math.clamp((int) Math.floor(coordinate / width[axis]) + pad[axis], 0, count[axis] + 2 * pad[axis] - 1);
    }
}
