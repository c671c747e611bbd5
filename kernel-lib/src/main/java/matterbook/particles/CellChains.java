package matterbook.particles;

import java.util.Arrays;

/**
 * Which particles sit in which cell: the members of a cell are a doubly linked list, so that one comes or goes in a time
 * that does not grow with their number.
 *
 * <pre>{@code
 * for (int j = chains.first(cell); j != CellChains.NONE; j = chains.next(j)) { ... }
 * }</pre>
 */
public final class CellChains {
    /** Stands for nobody. */
    public static final int NONE = -1;

    private final int[] first;
    private int[] next;
    private int[] previous;
    private int[] cell;

    /** Empty cells, and room for this many particles. */
    public CellChains(int cells, int capacity) {
        first = new int[cells];
        Arrays.fill(first, NONE);
        next = new int[capacity];
        previous = new int[capacity];
        cell = new int[capacity];
    }

    /** Makes room for more particles. */
    public void reserve(int capacity) {
        if (capacity > cell.length) {
            next = Arrays.copyOf(next, capacity);
            previous = Arrays.copyOf(previous, capacity);
            cell = Arrays.copyOf(cell, capacity);
        }
    }

    /** A cell's first member, or {@link #NONE}. */
    public int first(int ofCell) {
        return first[ofCell];
    }

    /** The member after this one in its cell, or {@link #NONE}. */
    public int next(int member) {
        return next[member];
    }

    /** The cell where a particle was put last. */
    public int cell(int particle) {
        return cell[particle];
    }

    /** Puts a particle that is nowhere into a cell. */
    public void put(int particle, int into) {
        cell[particle] = into;
        previous[particle] = NONE;
        next[particle] = first[into];
        if (first[into] != NONE) {
            previous[first[into]] = particle;
        }
        first[into] = particle;
    }

    /** Takes a particle out of its cell. */
    public void take(int particle) {
        if (previous[particle] == NONE) {
            first[cell[particle]] = next[particle];
        } else {
            next[previous[particle]] = next[particle];
        }
        if (next[particle] != NONE) {
            previous[next[particle]] = previous[particle];
        }
    }
}
