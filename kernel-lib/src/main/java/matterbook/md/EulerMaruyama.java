package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Brownian motion without inertia, zeta dr = f dt + sqrt(2 zeta T) dW, by the rule of G. Maruyama (Rend. Circ. Mat.
 * Palermo 4, 48 (1955)): r += f dt / zeta + sqrt(2 T dt / zeta) · noise. Velocities stay as they are and mean nothing: without inertia
 * they are Maxwell's at every time, so the kinetic energy is measured as their mean, d N T / 2, and enters the pressure so.
 *
 * @param friction zeta
 */
public record EulerMaruyama(double timeStep, double friction, double temperature) implements Stochastic {
    public EulerMaruyama {
        Bath.require(timeStep, friction, temperature);
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        double mobility = timeStep / friction;
        double noise = Math.sqrt(2 * temperature * timeStep / friction);
        double[] kick = state.noise;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] r = state.position[axis];
            double[] f = state.force[axis];
            rng.fillNormal(kick);
            for (int i = 0; i < state.size; i++) {
                r[i] += f[i] * mobility + noise * kick[i];
            }
        }
        kernel.compute(state);
    }

    /** d N T / 2. */
    @Override
    public double kineticEnergy(State state) {
        return state.dimensions * state.size * temperature / 2;
    }

    @Override
    public double largestMove(State state, double dt) {
        return state.largestForce() * dt / friction;
    }
}
