package matterbook.observe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.Fluid;

/**
 * Clusters: two particles nearer than a reach belong to the same one, and so does whatever is linked by a chain of such
 * (by union and find: R. E. Tarjan, J. ACM 22, 215 (1975)). Clusters are numbered from 0, the largest first.
 */
public final class Clusters {
    private final int[] label;
    private final int[] neighbours;
    private final int[] sizes;

    private Clusters(int[] label, int[] neighbours, int[] sizes) {
        this.label = label;
        this.neighbours = neighbours;
        this.sizes = sizes;
    }

    /** The clusters of a fluid; a reach of 1.5 diameters is usual. */
    public static Clusters of(Fluid fluid, double reach) {
        Require.positive(reach, "the reach");
        int n = fluid.size();
        int[] parent = IntStream.range(0, n).toArray();
        int[] neighbours = new int[n];
        double[][] r = fluid.positions();
        for (int i = 0; i < n; i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                double squared = 0;
                for (int axis = 0; axis < r.length; axis++) {
                    double d = fluid.box().nearest(axis, r[axis][i] - r[axis][j]);
                    squared += d * d;
                }
                if (squared < reach * reach) {
                    neighbours[i]++;
                    neighbours[j]++;
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        return numbered(parent, neighbours);
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static Clusters numbered(int[] parent, int[] neighbours) {
        int n = parent.length;
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            size[root(parent, i)]++;
        }
        List<Integer> roots = IntStream.range(0, n).filter(i -> size[i] > 0).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -size[i]).thenComparing(Comparator.naturalOrder()))
                .toList();
        int[] number = new int[n];
        for (int k = 0; k < roots.size(); k++) {
            number[roots.get(k)] = k;
        }
        int[] label = new int[n];
        Arrays.setAll(label, i -> number[root(parent, i)]);
        return new Clusters(label, neighbours, roots.stream().mapToInt(i -> size[i]).toArray());
    }

    /** The number of each particle's cluster. */
    public int[] labels() {
        return label.clone();
    }

    /** How many particles each particle has within the reach. */
    public int[] neighbours() {
        return neighbours.clone();
    }

    /** The clusters' sizes, the largest first. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** How many clusters there are; a particle alone is one. */
    public int count() {
        return sizes.length;
    }

    /** The size of the largest cluster. */
    public int largest() {
        return sizes[0];
    }

    /** The mean size of the cluster that a particle is in: the sum of s² over the sum of s. */
    public double meanSize() {
        return Arrays.stream(sizes).mapToDouble(s -> (double) s * s).sum() / label.length;
    }

    /** {@link #meanSize()} over frames, with a block error. */
    public static Estimate meanSize(List<Fluid> frames, double reach) {
        Require.that(!frames.isEmpty(), "a mean needs at least one frame");
        return Averages.overFrames(frames.stream().mapToDouble(frame -> of(frame, reach).meanSize()).toArray());
    }

    @Override
    public String toString() {
        return count() + (count() == 1 ? " cluster" : " clusters") + ", the largest of " + largest()
                + " particles, mean size " + Digits.shortest(meanSize(), 4);
    }
}
