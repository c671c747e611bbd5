package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.State;
import matterbook.potential.PairKernel;

/** An integrator followed by a thermostat. */
record Thermostatted(Deterministic motion, Thermostat thermostat) implements Stochastic {
    @Override
    public double timeStep() {
        return motion.timeStep();
    }

    @Override
    public void prepare(State state) {
        motion.prepare(state);
    }

    @Override
    public void step(State state, PairKernel kernel, Rng rng) {
        motion.step(state, kernel, rng);
        thermostat.apply(state, motion.timeStep(), rng);
    }

    @Override
    public double kineticEnergy(State state) {
        return motion.kineticEnergy(state);
    }

    @Override
    public double largestMove(State state, double dt) {
        return motion.largestMove(state, dt);
    }
}
