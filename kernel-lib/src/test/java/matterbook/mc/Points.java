package matterbook.mc;

import matterbook.potential.PairPotential;

/** Particles that do not see each other: an ideal gas. */
record Points() implements PairPotential {
    @Override
    public double energy(double r) {
        return 0;
    }

    @Override
    public double force(double r) {
        return 0;
    }

    @Override
    public double range() {
        return 0.1;
    }
}
