package matterbook.mc;

import matterbook.core.Require;

/**
 * The canonical ensemble: the density of configurations is exp(-U / T). One particle, drawn at random, is shifted by up to
 * {@code step} along each axis; the move is taken with the probability min(1, exp(-dU / T)) (N. Metropolis et al., J. Chem.
 * Phys. 21, 1087 (1953)).
 */
public record Nvt(double temperature, double step, boolean tail, boolean allPairs) implements Ensemble {
    static final double FIRST_STEP = 0.15;

    public Nvt {
        Require.positive(temperature, "the temperature");
        Require.positive(step, "the step");
    }

    /** With shifts up to 0.15, unless equilibration tunes them. */
    public Nvt(double temperature) {
        this(temperature, FIRST_STEP, false, false);
    }

    /** The same with shifts up to this. */
    public Nvt step(double longest) {
        return new Nvt(temperature, longest, tail, allPairs);
    }

    /** The same with long-range corrections to energy and pressure. */
    public Nvt withTail() {
        return new Nvt(temperature, step, true, allPairs);
    }

    /** The same with sums over all particles: slow, and a check of the fast way. */
    public Nvt overAllPairs() {
        return new Nvt(temperature, step, tail, true);
    }
}
