package matterbook.potential;

import matterbook.core.Require;

/**
 * u(r) = 4 eps [(sigma / r)<sup>12</sup> - (sigma / r)<sup>6</sup>] (J. E. Jones, Proc. R. Soc. A 106, 463 (1924)).
 *
 * @param epsilon the depth of the well
 * @param sigma where the energy is 0; the well is at 2<sup>1/6</sup> sigma
 */
public record LennardJones(double epsilon, double sigma) implements PairPotential {
    public LennardJones {
        Require.positive(epsilon, "epsilon");
        Require.positive(sigma, "sigma");
    }

    /** In reduced units: epsilon and sigma are 1. */
    public LennardJones() {
        this(1, 1);
    }

    @Override
    public double energy(double r) {
        double s6 = Math.pow(sigma / r, 6);
        return 4 * epsilon * s6 * (s6 - 1);
    }

    @Override
    public double force(double r) {
        double s6 = Math.pow(sigma / r, 6);
        return 24 * epsilon * s6 * (2 * s6 - 1) / r;
    }
}
