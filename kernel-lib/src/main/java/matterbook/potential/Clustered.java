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
    private final ClusterWorker[] workers;

    /** @param single whether forces are calculated in single precision */
    Clustered(PairLaw.TwelveSix law, double cutoff, State state, double skin, int threads, boolean single) {
        super(state, cutoff, skin, threads);
        int lanes = single ? SingleVectors.LANES : DoubleVectors.LANES;
        int clusters = (state.size + lanes - 1) / lanes;
        double[][] sum = new double[3][clusters * lanes];
        workers = new ClusterWorker[threads];
        for (int w = 0; w < threads; w++) {
            int from = Crew.share(clusters, w, threads);
            int to = Crew.share(clusters, w + 1, threads);
            workers[w] = single
                    ? new SingleVectors(law, cutoff, listRange, grid, state.size, from, to, sum)
                    : new DoubleVectors(law, cutoff, listRange, grid, state.size, from, to, sum);
        }
    }

    @Override
    void build(State state) {
        crew.run(w -> workers[w].build());
    }

    @Override
    void addForces(State state) {
        crew.run(w -> {
            workers[w].forces(state);
            if (state.measuring) {
                workers[w].measure();
            }
        });
        if (state.measuring) {
            state.energy = Arrays.stream(workers).mapToDouble(worker -> worker.energy).sum() / 2;
            state.virial = Arrays.stream(workers).mapToDouble(worker -> worker.virial).sum() / 2;
        }
    }
}
