package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.Forces;

/** An integrator without noise. */
public interface Deterministic extends Integrator {
    /**
     * Runs this many steps from a fluid and returns what was measured; the start stays as it is.
     *
     * @throws matterbook.core.UserError if the box is too small for the forces, particles overlap, or the time step is so
     *             long that the run explodes
     */
    default MdRun run(Fluid start, Forces forces, long steps, Every every) {
        return Simulation.run(start, this, forces, steps, every, Rng.seeded(0));
    }

    /** This integrator with a thermostat that acts after each step. */
    default Stochastic with(Thermostat thermostat) {
        return new Thermostatted(this, thermostat);
    }
}
