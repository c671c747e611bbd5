package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.Forces;

/** An integrator with noise. */
public interface Stochastic extends Integrator {
    /**
     * Runs this many steps from a fluid and returns what was measured; the start stays as it is. The same seed gives the
     * same run.
     *
     * @throws matterbook.core.UserError if the box is too small for the forces, particles overlap, or the time step is so
     *             long that the run explodes
     */
    default MdRun run(Fluid start, Forces forces, long steps, Every every, Rng rng) {
        return Simulation.run(start, this, forces, steps, every, rng);
    }
}
