package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * A rule that takes the particles from one time to the next. {@link Deterministic} and {@link Stochastic} ones can be run;
 * a rule of one's own implements one of these two.
 */
public interface Integrator {
    /** The time step dt. */
    double timeStep();

    /**
     * Moves the state by one time step. The forces in the state are those of its positions, before and after: a step ends
     * with a call of the kernel.
     *
     * @param rng for the integrators that need noise
     */
    void step(State state, PairKernel kernel, Rng rng);

    /** What is to be done before the first step, when the forces are known. */
    default void prepare(State state) {
        // most need nothing
    }

    /** The kinetic energy as measured: that of the velocities, where the rule moves them. */
    default double kineticEnergy(State state) {
        return state.kineticEnergy();
    }

    /** About how far the fastest particle goes in a step of length {@code dt} from here. */
    default double largestMove(State state, double dt) {
        return state.largestSpeed() * dt + state.largestForce() / state.mass * dt * dt / 2;
    }
}
