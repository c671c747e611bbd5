package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;

/**
 * Particles collide with a bath: each one at random times, {@code rate} a unit of time on average, gets a new velocity from
 * Maxwell's distribution, with the chance 1 - exp(-rate dt) in a step (H. C. Andersen, J. Chem. Phys. 72, 2384 (1980)). It samples the canonical ensemble; momentum is
 * not conserved.
 */
public record Andersen(double temperature, double rate) implements Thermostat {
    public Andersen {
        Require.positive(temperature, "the temperature");
        Require.positive(rate, "the rate");
    }

    @Override
    public void apply(State state, double dt, Rng rng) {
        double width = Math.sqrt(temperature / state.mass);
        double chance = -Math.expm1(-rate * dt);
        for (int i = 0; i < state.size; i++) {
            if (rng.nextDouble() < chance) {
                for (double[] v : state.velocity) {
                    v[i] = width * rng.nextGaussian();
                }
            }
        }
    }
}
