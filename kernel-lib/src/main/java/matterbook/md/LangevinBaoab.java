package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/**
 * Langevin's equation split into half a kick (B), half a drift (A), friction and noise solved exactly (O), and the first two
 * again (B. Leimkuhler and C. Matthews, Appl. Math. Res. Express 2013, 34): averages over positions are nearly free of an
 * error by the time step.
 *
 * @param friction zeta of m dv = (f - zeta v) dt + sqrt(2 zeta T) dW
 */
public record LangevinBaoab(double timeStep, double friction, double temperature) implements Stochastic {
    public LangevinBaoab {
        Bath.require(timeStep, friction, temperature);
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        Kicks.kick(state, timeStep / 2);
        Kicks.drift(state, timeStep / 2);
        double decay = Math.exp(-friction * timeStep / state.mass);
        double noise = Math.sqrt(temperature / state.mass * (1 - decay * decay));
        double[] kick = state.noise;
        for (double[] v : state.velocity) {
            rng.fillNormal(kick);
            for (int i = 0; i < state.size; i++) {
                v[i] = decay * v[i] + noise * kick[i];
            }
        }
        Kicks.drift(state, timeStep / 2);
        kernel.compute(state);
        Kicks.kick(state, timeStep / 2);
    }
}
