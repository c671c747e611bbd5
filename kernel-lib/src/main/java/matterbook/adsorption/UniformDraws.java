package matterbook.adsorption;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.UserError;

/** Poses uniform in space and orientation until one is kept. */
abstract class UniformDraws implements Sampling.Draws {
    private static final int CHECK_EVERY = 256;
    private static final long MOST_TRIES = 100_000_000;

    private final EnergySurface surface;
    private final Rng rng;
    private long energies;

    UniformDraws(EnergySurface surface, Rng rng, long energies) {
        this.surface = surface;
        this.rng = rng;
        this.energies = energies;
    }

    /** Whether this pose is kept; its energy is finite. */
    abstract boolean keeps(double[] sites, double kjPerMol);

    @Override
    public Sampling.Drawn next() {
        for (long attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Pose pose = Pose.uniform(surface.framework().cell(), rng);
            double[] sites = pose.sites(surface.guest());
            double energy = surface.kjPerMol(sites);
            energies++;
            if (energy < Double.POSITIVE_INFINITY && keeps(sites, energy)) {
                return new Sampling.Drawn(pose, energy);
            }
            if (attempt % CHECK_EVERY == 0) {
                Stop.check();
            }
        }
        throw new UserError("not one of " + MOST_TRIES + " poses of " + surface.guest().name() + " in "
                + surface.framework().crystal().name() + " was kept: the guest is larger than the pores, or what"
                + " is asked for is too rare");
    }

    @Override
    public long energies() {
        return energies;
    }

    @Override
    public double[] memory() {
        return new double[]{energies};
    }
}
