package matterbook.potential;

import matterbook.core.UserError;

/** Hard disks or spheres of diameter 1: the energy is infinite below and 0 above. */
public record HardCore() implements PairPotential {
    @Override
    public double energy(double r) {
        return r < 1 ? Double.POSITIVE_INFINITY : 0;
    }

    /** Refused: the energy jumps. */
    @Override
    public double force(double r) {
        throw new UserError("a hard core has no force; sample it by Monte Carlo");
    }

    @Override
    public double range() {
        return 1;
    }
}
