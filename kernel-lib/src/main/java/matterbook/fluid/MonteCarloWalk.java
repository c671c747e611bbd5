package matterbook.fluid;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.mc.McRun;
import matterbook.mc.Nvt;
import matterbook.mc.Sweeps;
import matterbook.md.Checkpoint;
import matterbook.md.Measurement;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;

/**
 * Metropolis sampling piece by piece. Each piece starts from the places that the last one left, with a new neighbour list:
 * so places and random generator are all that a checkpoint needs. Time is counted in sweeps.
 */
final class MonteCarloWalk implements Walk {
    private final Nvt ensemble;
    private final CutPotential potential;
    private final Rng rng;
    private McRun last;
    private long step;

    MonteCarloWalk(Nvt ensemble, PotentialChoice choice, Fluid start, Rng rng, long step) {
        this.ensemble = ensemble;
        this.rng = rng;
        this.step = step;
        if (choice.cut() == null) {
            throw new UserError("metropolis needs a potential; without one every move is taken");
        }
        potential = choice.cut();
        last = ensemble.run(start, potential, Sweeps.of(0), rng);
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public void advance(long sweeps) {
        last = ensemble.run(last.last(), potential, Sweeps.of(sweeps).every(Math.max(1, sweeps)), rng);
        step += sweeps;
    }

    /** Without velocities: K is 0, the temperature is the ensemble's. */
    @Override
    public Measurement measure() {
        int end = last.sweep().length - 1;
        return new Measurement(step, 0, last.potentialEnergy()[end], last.virial()[end], ensemble.temperature(),
                last.pressure()[end]);
    }

    @Override
    public Fluid fluid() {
        return last.last();
    }

    @Override
    public Checkpoint checkpoint() {
        return Checkpoint.of(fluid(), step, rng, ensemble.toString());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
