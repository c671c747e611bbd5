package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Velocities by the forces first, then positions by the new velocities:
 *
 * <pre>
 * v(t + dt) = v + f(t) dt / m        r(t + dt) = r + v(t + dt) dt
 * </pre>
 *
 * Of first order, but symplectic (R. D. Ruth, IEEE Trans. Nucl. Sci. 30, 2669 (1983)): the energy swings and does not drift.
 */
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
