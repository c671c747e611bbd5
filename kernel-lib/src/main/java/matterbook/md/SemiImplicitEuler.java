package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/** Velocities by the forces first, then positions by the new velocities: of first order, but symplectic. */
public record SemiImplicitEuler(double timeStep) implements Deterministic {
    public SemiImplicitEuler {
        Require.positive(timeStep, "the time step");
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        Kicks.kick(state, timeStep);
        Kicks.drift(state, timeStep);
        kernel.compute(state);
    }
}
