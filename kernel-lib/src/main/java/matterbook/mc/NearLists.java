package matterbook.mc;

import java.util.Arrays;

import matterbook.particles.CellChains;

/**
 * For each particle a list of those near it, kept up particle by particle. A list is made for the place where the particle
 * was then, its anchor, and holds all whose anchors are within the range; as long as nobody is farther from his anchor than
 * half of the skin, all within range - skin are on it (L. Verlet, Phys. Rev. 159, 98 (1967)). Who goes farther gets a new
 * anchor and leaves and enters lists alone: no step is ever so long that all lists are made anew.
 *
 * <p>Anchors are found through cells no smaller than the range.
 */
final class NearLists {
    private static final int FIRST_ROOM = 32;
    private static final double MOST_CELLS_A_PARTICLE = 4;

    private final Places places;
    private final double range;
    private final double halfSkinSquared;
    private final int[] cells = new int[3];
    /** Those around one who enters. */
    private int[] visitors;
    private final CellChains chains;
    private double[][] anchor;
    /** Particle i's list is {@code near[i * room ... i * room + count[i] - 1]}. */
    private int[] near;
    private int[] count;
    private int room = FIRST_ROOM;

    NearLists(Places places, double range, double skin) {
        this.places = places;
        this.range = range;
        halfSkinSquared = skin * skin / 4;
        int capacity = places.x.length;
        double most = Math.pow(8 + MOST_CELLS_A_PARTICLE * places.size, 1.0 / places.box.dimensions());
        for (int axis = 0; axis < 3; axis++) {
            cells[axis] = (int) Math.clamp(Math.floor(places.box.side(axis) / range), 1, most);
        }
        chains = new CellChains(cells[0] * cells[1] * cells[2], capacity);
        anchor = new double[3][capacity];
        near = new int[capacity * room];
        count = new int[capacity];
        visitors = new int[capacity + 1];
        for (int i = 0; i < places.size; i++) {
            enter(i);
        }
    }

    int[] array() {
        return near;
    }

    int begin(int i) {
        return i * room;
    }

    int end(int i) {
        return i * room + count[i];
    }

    /**
     * Whether i's list serves for this place too. A particle that has gone some of the way gets a new anchor for it first: one
     * that sits at the edge of its skin would ask for places beyond it again and again.
     */
    boolean serves(int i, double px, double py, double pz) {
        if (anchorDistance(i, px, py, pz) <= halfSkinSquared) {
            return true;
        }
        if (anchorDistance(i, places.x[i], places.y[i], places.z[i]) <= halfSkinSquared / 4) {
            return false;
        }
        leave(i);
        enter(i);
        return anchorDistance(i, px, py, pz) <= halfSkinSquared;
    }

    private double anchorDistance(int i, double px, double py, double pz) {
        double dx = px - anchor[0][i];
        double dy = py - anchor[1][i];
        double dz = pz - anchor[2][i];
        return dx * dx + dy * dy + dz * dz;
    }

    void moved(int i) {
        if (anchorDistance(i, places.x[i], places.y[i], places.z[i]) > halfSkinSquared) {
            leave(i);
            enter(i);
        }
    }

    void added() {
        int capacity = places.x.length;
        if (capacity > count.length) {
            chains.reserve(capacity);
            anchor = Arrays.stream(anchor).map(axis -> Arrays.copyOf(axis, capacity)).toArray(double[][]::new);
            near = Arrays.copyOf(near, capacity * room);
            count = Arrays.copyOf(count, capacity);
            visitors = new int[capacity + 1];
        }
        enter(places.size - 1);
    }

    /** Takes i out and gives its number to the last. */
    void leaving(int i) {
        leave(i);
        int last = places.size - 1;
        if (i != last) {
            chains.take(last);
            for (int axis = 0; axis < 3; axis++) {
                anchor[axis][i] = anchor[axis][last];
            }
            chains.put(i, chains.cell(last));
            System.arraycopy(near, begin(last), near, begin(i), count[last]);
            count[i] = count[last];
            for (int k = begin(i); k < end(i); k++) {
                near[find(near[k], last)] = i;
            }
            count[last] = 0;
        }
    }

    /** Writes the members of the cells around a place, but for i, and returns how many they are. */
    int around(int i, double px, double py, double pz, int[] out) {
        int n = 0;
        int a = cellAlong(0, px);
        int b = cellAlong(1, py);
        int c = cellAlong(2, pz);
        for (int u = from(0); u <= to(0); u++) {
            for (int v = from(1); v <= to(1); v++) {
                for (int w = from(2); w <= to(2); w++) {
                    for (int j = chains.first(index(a + u, b + v, c + w)); j != CellChains.NONE; j = chains
                            .next(j)) {
                        out[n] = j;
                        n += j == i ? 0 : 1;
                    }
                }
            }
        }
        return n;
    }

    /** With one cell along an axis there are no others around it, with two one. */
    private int from(int axis) {
        return cells[axis] >= 3 ? -1 : 0;
    }

    private int to(int axis) {
        return cells[axis] >= 2 ? 1 : 0;
    }

    private int index(int a, int b, int c) {
        return (wrap(c, 2) * cells[1] + wrap(b, 1)) * cells[0] + wrap(a, 0);
    }

    private int wrap(int a, int axis) {
        int n = cells[axis];
        return a < 0 ? a + n : a >= n ? a - n : a;
    }

    private int cellAlong(int axis, double coordinate) {
        double side = places.box.side(axis);
        return side == 0
                ? 0
                : Math.min(cells[axis] - 1, (int) (places.box.wrap(axis, coordinate) / side * cells[axis]));
    }

    /** Gives i an anchor where it is, and enters it in the lists of those near, and them in its own. */
    private void enter(int i) {
        double px = places.x[i];
        double py = places.y[i];
        double pz = places.z[i];
        anchor[0][i] = px;
        anchor[1][i] = py;
        anchor[2][i] = pz;
        int n = around(i, px, py, pz, visitors);
        for (int k = 0; k < n; k++) {
            pair(i, visitors[k]);
        }
        chains.put(i, index(cellAlong(0, px), cellAlong(1, py), cellAlong(2, pz)));
    }

    private void pair(int i, int j) {
        double dx = places.box.nearest(0, anchor[0][i] - anchor[0][j]);
        double dy = places.box.nearest(1, anchor[1][i] - anchor[1][j]);
        double dz = places.box.depth() == 0 ? 0 : places.box.nearest(2, anchor[2][i] - anchor[2][j]);
        if (dx * dx + dy * dy + dz * dz < range * range) {
            if (count[i] == room || count[j] == room) {
                grow();
            }
            near[i * room + count[i]++] = j;
            near[j * room + count[j]++] = i;
        }
    }

    private void grow() {
        int[] wider = new int[2 * near.length];
        for (int i = 0; i < count.length; i++) {
            System.arraycopy(near, i * room, wider, 2 * i * room, count[i]);
        }
        near = wider;
        room *= 2;
    }

    private void leave(int i) {
        for (int k = begin(i); k < end(i); k++) {
            int j = near[k];
            near[find(j, i)] = near[end(j) - 1];
            count[j]--;
        }
        count[i] = 0;
        chains.take(i);
    }

    /** Where i stands in j's list. */
    private int find(int j, int i) {
        int k = begin(j);
        while (near[k] != i) {
            k++;
        }
        return k;
    }
}
