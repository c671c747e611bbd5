package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Verlet's own rule, in which velocities take no part (L. Verlet, Phys. Rev. 159, 98 (1967)):
 *
 * <pre>
 * r(t + dt) = 2 r(t) - r(t - dt) + f dt² / m        v(t) = [r(t + dt) - r(t - dt)] / 2 dt
 * </pre>
 *
 * The state keeps the last displacement r(t) - r(t - dt), which loses fewer digits than the difference of two positions.
 * Positions are those of {@link VelocityVerlet} but for rounding.
 */
public record PositionVerlet(double timeStep) implements Deterministic {
    public PositionVerlet {
        Require.positive(timeStep, "the time step");
    }

    /**
     * Refused: this rule never looks at the velocities that a thermostat changes.
     *
     * @throws UserError always
     */
    @Override
    public Stochastic with(Thermostat thermostat) {
        throw new UserError("position Verlet moves without velocities, so a thermostat would change nothing;"
                + " take new VelocityVerlet(" + timeStep + ").with(...), which walks the same way");
    }

    /** The displacement that led here, to second order: v dt - f dt² / 2m. */
    @Override
    public void prepare(State state) {
        for (int axis = 0; axis < state.dimensions; axis++) {
            for (int i = 0; i < state.size; i++) {
                state.displacement[axis][i] = timeStep
                        * (state.velocity[axis][i] - state.force[axis][i] * timeStep / (2 * state.mass));
            }
        }
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        double factor = timeStep * timeStep / state.mass;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] r = state.position[axis];
            double[] d = state.displacement[axis];
            double[] f = state.force[axis];
            for (int i = 0; i < state.size; i++) {
                d[i] += f[i] * factor;
                r[i] += d[i];
            }
        }
        kernel.compute(state);
        setVelocities(state);
    }

    /** v(t) = [r(t) - r(t - dt)] / dt + f(t) dt / 2m, the same as the mean over both steps. */
    private void setVelocities(State state) {
        double half = timeStep / 2 / state.mass;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] v = state.velocity[axis];
            double[] d = state.displacement[axis];
            double[] f = state.force[axis];
            for (int i = 0; i < state.size; i++) {
                v[i] = d[i] / timeStep + f[i] * half;
            }
        }
    }
}
