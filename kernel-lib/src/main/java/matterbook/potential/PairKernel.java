package matterbook.potential;

import matterbook.particles.State;

/** Adds up the forces between all pairs. One kernel belongs to one run. */
@FunctionalInterface
public interface PairKernel extends AutoCloseable {
    /**
     * Sets {@link State#force} for the present positions and, if {@link State#measuring}, {@link State#energy} and
     * {@link State#virial}. It may reorder the particles.
     */
    void compute(State state);

    /** How often the kernel has made its neighbour list; 0 if it has none. */
    default long builds() {
        return 0;
    }

    /** Lets threads go, if the kernel has some. */
    @Override
    default void close() {
        // most kernels have none
    }
}
