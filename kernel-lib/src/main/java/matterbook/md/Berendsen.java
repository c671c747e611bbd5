package matterbook.md;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.State;

/**
 * All velocities are scaled so that the temperature relaxes to the given one in about {@code time} (H. J. C. Berendsen et
 * al., J. Chem. Phys. 81, 3684 (1984)):
 *
 * <pre>
 * v *= sqrt(1 + dt / time · (T / T(t) - 1)),   T(t) = 2 K / (d N)
 * </pre>
 *
 * Good for bringing a fluid to a temperature; its fluctuations are not those of any
 * ensemble, so measure without it.
 *
 * @param time the relaxation time; a single time step sets the temperature at once
 */
public record Berendsen(double temperature, double time) implements Thermostat {
    public Berendsen {
        Require.positive(temperature, "the temperature");
        Require.positive(time, "the relaxation time");
    }

    @Override
    public void apply(State state, double dt, Rng rng) {
        double now = 2 * state.kineticEnergy() / (state.dimensions * state.size);
        if (now == 0) {
            return;
        }
        double factor = Math.sqrt(1 + Math.min(1, dt / time) * (temperature / now - 1));
        for (double[] v : state.velocity) {
            for (int i = 0; i < state.size; i++) {
                v[i] *= factor;
            }
        }
    }
}
