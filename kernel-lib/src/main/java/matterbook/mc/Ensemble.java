package matterbook.mc;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.PairPotential;

/**
 * What is held fixed while a fluid is sampled: N, V and T ({@link Nvt}), N, P and T ({@link Npt}), or the activity, V and T
 * ({@link GrandCanonical}).
 *
 * <pre>{@code
 * var disks = Fluid.squareLattice(32, 0.64);
 * var run = new Nvt(0.9).run(disks, new InversePower(12).cutAt(3), Sweeps.of(5000).after(1000), Rng.seeded(1));
 * run.meanPressure()
 * }</pre>
 */
public sealed interface Ensemble permits Nvt, Npt, GrandCanonical {
    /** The temperature k_B T. */
    double temperature();

    /** The longest shift of a particle along each axis, before it is tuned. */
    double step();

    /** Whether what the cut left out of the energy is part of it; see {@link matterbook.potential.TailCorrection}. */
    boolean tail();

    /** Whether energies are summed over all particles, to be read and compared, and not over neighbours. */
    boolean allPairs();

    /**
     * Samples the fluid from this start, which stays as it is. Velocities play no part.
     *
     * @param potential any that ends somewhere; {@link matterbook.potential.HardCore} for hard disks and spheres
     * @throws matterbook.core.UserError if a side of the box is, or becomes, shorter than twice the cut-off, if particles
     *             overlap at the start, or if the potential gives no number
     */
    default McRun run(Fluid start, PairPotential potential, Sweeps sweeps, Rng rng) {
        return new FluidWalk(this, start, CutPotential.of(potential), rng).run(sweeps);
    }
}
