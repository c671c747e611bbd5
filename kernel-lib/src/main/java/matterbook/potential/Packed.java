package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.State;

/**
 * The kernel in plain Java. Each pair stands once in the neighbour list; particles are worked off in three loops without a
 * branch: the pairs within the cut-off are packed together, their forces calculated at once, and scattered to both partners.
 */
final class Packed extends ListKernel {
    private static final int CLUSTER = 8;

    private final PairLaw law;
    private final double cutoff;
    private final PackedWorker[] workers;
    private final int[] begin;
    private final int[] parts;
    private final GridSearch search;
    private final GridSearch.Candidates near = new GridSearch.Candidates();
    private int[] list = new int[1024];

    Packed(CutPotential potential, State state, double reach, double skin, int threads) {
        super(state, reach, skin, threads);
        law = PairLaw.of(potential);
        cutoff = potential.cutoff();
        search = new GridSearch(grid);
        workers = new PackedWorker[threads];
        begin = new int[state.size + 1];
        parts = new int[threads + 1];
    }

    @Override
    void build(State state) {
        int n = 0;
        int longest = 0;
        for (int from = 0; from < state.size; from += CLUSTER) {
            int to = Math.min(from + CLUSTER, state.size);
            int candidates = gather(from, to);
            if (n + (long) CLUSTER * candidates > list.length) {
                list = Arrays.copyOf(list, 2 * list.length + CLUSTER * candidates);
            }
            for (int i = from; i < to; i++) {
                begin[i] = n;
                n = neighbours(i, candidates, n);
                longest = Math.max(longest, n - begin[i]);
            }
        }
        begin[state.size] = n;
        share(n, state.size);
        for (int w = 0; w < workers.length; w++) {
            workers[w] = new PackedWorker(law, cutoff, grid, state, list, begin, longest);
        }
    }

    /** Finds the places near a few successive particles, but of pairs that an earlier one has no more; returns how many. */
    private int gather(int from, int to) {
        int stretches = search.stretches(from, to);
        int n = 0;
        for (int s = 0; s < stretches; s++) {
            near.reserve(n + search.to[s] - search.from[s]);
            n = search.gather(search.from[s], search.to[s], from, near, n);
        }
        return n;
    }

    /** Those candidates that are in reach of particle i and come after it. */
    private int neighbours(int i, int candidates, int n) {
        double x = grid.place[0][i];
        double y = grid.place[1][i];
        double z = grid.place[2][i];
        double squaredRange = listRange * listRange;
        int end = n;
        for (int m = 0; m < candidates; m++) {
            double dx = x - near.x[m];
            double dy = y - near.y[m];
            double dz = z - near.z[m];
            list[end] = near.place[m];
            long sign = Double.doubleToRawLongBits(dx * dx + dy * dy + dz * dz - squaredRange) >>> 63;
            end += (int) sign & ((i - near.owner[m]) >>> 31);
        }
        return end;
    }

    /** Gives each worker about as many pairs. */
    private void share(int pairs, int size) {
        for (int w = 1; w < workers.length; w++) {
            int at = Arrays.binarySearch(begin, (int) ((long) pairs * w / workers.length));
            parts[w] = Math.clamp(at < 0 ? -at - 1 : at, parts[w - 1], size);
        }
        parts[workers.length] = size;
    }

    @Override
    void addForces(State state) {
        crew.run(w -> workers[w].run(parts[w], parts[w + 1], state.measuring));
        for (int axis = 0; axis < state.dimensions; axis++) {
            fold(state, axis);
        }
        if (state.measuring) {
            state.energy = 0;
            state.virial = 0;
            for (PackedWorker worker : workers) {
                state.energy += worker.energy;
                state.virial += worker.virial;
            }
        }
    }

    /** Adds the workers' forces in their order, and those on ghosts to their owners. */
    private void fold(State state, int axis) {
        double[] sum = workers[0].force[axis];
        for (int w = 1; w < workers.length; w++) {
            double[] more = workers[w].force[axis];
            for (int p = 0; p < grid.total; p++) {
                sum[p] += more[p];
            }
        }
        for (int g = state.size; g < grid.total; g++) {
            sum[grid.owner[g]] += sum[g];
        }
        System.arraycopy(sum, 0, state.force[axis], 0, state.size);
    }
}
