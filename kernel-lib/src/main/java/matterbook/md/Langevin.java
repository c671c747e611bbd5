package matterbook.md;

import matterbook.core.Digits;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Langevin's equation m dv = (f - zeta v) dt + sqrt(2 zeta T) dW by the semi-implicit rule of Euler and Maruyama: v by
 * forces, friction and noise, then r by the new v.
 *
 * <p>The time step leaves a trace: for free particles &lt;v²&gt; is d T / m / (1 - zeta dt / 2m). {@link LangevinBaoab} is
 * more exact. Steps of 2 m / zeta and more would make velocities grow without end, forces or none.
 *
 * @param friction zeta
 */
public record Langevin(double timeStep, double friction, double temperature) implements Stochastic {
    public Langevin {
        Bath.require(timeStep, friction, temperature);
    }

    /** Refuses a time step at which friction turns velocities round by more than they were. */
    @Override
    public void prepare(State state) {
        double longest = 2 * state.mass / friction;
        if (timeStep >= longest) {
            throw new UserError("the time step " + timeStep + " is too long for the friction " + friction
                    + " and the mass " + state.mass + ": it must be below 2 m / zeta = "
                    + Digits.shortest(longest, 4) + "; try " + Digits.shortest(longest / 20, 2));
        }
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        double decay = 1 - friction * timeStep / state.mass;
        double push = timeStep / state.mass;
        double noise = Math.sqrt(2 * friction * temperature * timeStep) / state.mass;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] r = state.position[axis];
            double[] v = state.velocity[axis];
            double[] f = state.force[axis];
            double[] kick = state.noise;
            rng.fillNormal(kick);
            for (int i = 0; i < state.size; i++) {
                v[i] = decay * v[i] + push * f[i] + noise * kick[i];
                r[i] += v[i] * timeStep;
            }
        }
        kernel.compute(state);
    }
}
