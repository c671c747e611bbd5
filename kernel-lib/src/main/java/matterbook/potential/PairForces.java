package matterbook.potential;

import matterbook.core.Require;
import matterbook.particles.State;

/**
 * Pair forces with a choice of how they are added up.
 *
 * @param skin how far beyond the cut-off a neighbour list reaches: it is made anew when a particle has moved by half of it
 * @param threads 1 or more; the same seed and number of threads give the same result
 */
public record PairForces(CutPotential potential, PairMethod method, double skin, int threads) implements Forces {
    private static final double USUAL_SKIN = 0.4;

    public PairForces {
        Require.positive(skin, "the skin");
        Require.positive(threads, "the number of threads");
    }

    static PairForces of(CutPotential potential) {
        return new PairForces(potential, PairMethod.FASTEST, Math.min(USUAL_SKIN, potential.cutoff()), 1);
    }

    /** The same by this method. */
    public PairForces by(PairMethod other) {
        return new PairForces(potential, other, skin, threads);
    }

    /** The same with a neighbour list that reaches this far beyond the cut-off. */
    public PairForces skin(double other) {
        return new PairForces(potential, method, other, threads);
    }

    /** The same with this many threads. */
    public PairForces threads(int other) {
        return new PairForces(potential, method, skin, other);
    }

    /**
     * @throws matterbook.core.UserError if a side of the box is shorter than twice the cut-off
     */
    @Override
    public PairKernel kernel(State state) {
        double largest = 1;
        for (double diameter : state.diameter) {
            largest = Math.max(largest, diameter);
        }
        double reach = potential.cutoff() * largest;
        state.box.requireRoomFor(reach);
        double margin = Math.min(skin, reach);
        return switch (method) {
            case NAIVE -> new Naive(potential);
            case PACKED -> new Packed(potential, state, reach, margin, threads);
            case FASTEST, CLUSTERED -> clustered(state, reach, margin, false);
            case CLUSTERED_SINGLE -> clustered(state, reach, margin, true);
        };
    }

    /** The kernel on vectors; the packed one where there are no vectors, or no vector code for this potential. */
    private PairKernel clustered(State state, double reach, double margin, boolean single) {
        return Vectors.AVAILABLE && state.diameter.length == 0
                && PairLaw.of(potential) instanceof PairLaw.TwelveSix law
                        ? new Clustered(law, reach, state, margin, threads, single)
                        : new Packed(potential, state, reach, margin, threads);
    }
}
