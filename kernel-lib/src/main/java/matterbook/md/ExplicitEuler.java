package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Euler's rule (L. Euler, Institutionum calculi integralis, vol. 1, 1768), positions by the old velocities, velocities by
 * the old forces:
 *
 * <pre>
 * r(t + dt) = r + v dt        v(t + dt) = v + f(t) dt / m
 * </pre>
 *
 * Of first order, and the energy grows without end: it is here to be compared with.
 */
public record ExplicitEuler(double timeStep) implements Deterministic {
    public ExplicitEuler {
        Require.positive(timeStep, "the time step");
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        Kicks.drift(state, timeStep);
        Kicks.kick(state, timeStep);
        kernel.compute(state);
    }
}
