package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Half a kick, a drift, half a kick with the new forces (W. C. Swope et al., J. Chem. Phys. 76, 637 (1982)):
 *
 * <pre>
 * r(t + dt) = r + v dt + f dt² / 2m        v(t + dt) = v + [f(t) + f(t + dt)] dt / 2m
 * </pre>
 *
 * Of second order, symplectic and reversible: the energy swings about its value by an amount that falls as dt², and does
 * not drift.
 */
public record VelocityVerlet(double timeStep) implements Deterministic {
    public VelocityVerlet {
        Require.positive(timeStep, "the time step");
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        kickAndDrift(state);
        kernel.compute(state);
        Kicks.kick(state, timeStep / 2);
    }

    /** Both in one sweep over the arrays. */
    private void kickAndDrift(State state) {
        double half = timeStep / 2 / state.mass;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] r = state.position[axis];
            double[] v = state.velocity[axis];
            double[] f = state.force[axis];
            for (int i = 0; i < state.size; i++) {
                double faster = v[i] + f[i] * half;
                v[i] = faster;
                r[i] += faster * timeStep;
            }
        }
    }
}
