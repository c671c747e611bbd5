package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.State;

/**
 * The kernel on vectors, for potentials of powers 12 and 6. As many particles as fill a vector, neighbours in space, meet
 * the particles of their common neighbour list one after another: their coordinates stay in registers, the forces on them
 * too, and nothing is gathered or scattered. Each pair is calculated twice, once for either partner, which costs less
 * than to share the result would; so threads have no results to share either.
 */
final class Clustered extends ListKernel {
    private final Crew crew;
    private final ClusterWorker[] workers;
    private final double[][] place;
    private final int lanes;

    /** @param single whether forces are calculated in single precision */
    Clustered(PairLaw.TwelveSix law, double cutoff, State state, double skin, int threads, boolean single) {
        super(state, cutoff, skin);
        crew = new Crew(threads);
        lanes = single ? SingleVectors.LANES : DoubleVectors.LANES;
        int clusters = (state.size + lanes - 1) / lanes;
        place = new double[3][clusters * lanes];
        double[][] sum = new double[3][clusters * lanes];
        workers = new ClusterWorker[threads];
        for (int w = 0; w < threads; w++) {
            int from = (int) ((long) clusters * w / threads);
            int to = (int) ((long) clusters * (w + 1) / threads);
            workers[w] = single
                    ? new SingleVectors(law, cutoff, listRange, grid, state.size, from, to, place, sum)
                    : new DoubleVectors(law, cutoff, listRange, grid, state.size, from, to, place, sum);
        }
    }

    @Override
    void build(State state) {
        loadOwn(state.size);
        crew.run(w -> workers[w].build());
    }

    @Override
    void addForces(State state) {
        loadOwn(state.size);
        crew.run(w -> {
            workers[w].forces();
            if (state.measuring) {
                workers[w].measure();
            }
        });
        for (int axis = 0; axis < state.dimensions; axis++) {
            System.arraycopy(workers[0].sum[axis], 0, state.force[axis], 0, state.size);
        }
        if (state.measuring) {
            state.energy = Arrays.stream(workers).mapToDouble(worker -> worker.energy).sum() / 2;
            state.virial = Arrays.stream(workers).mapToDouble(worker -> worker.virial).sum() / 2;
        }
    }

    /** Copies the particles' coordinates; places of the last cluster that no particle fills are far from everything. */
    private void loadOwn(int size) {
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(grid.place[axis], 0, place[axis], 0, size);
            for (int i = size; i < place[axis].length; i++) {
                place[axis][i] = 1e9 * (1 + i - size);
            }
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
