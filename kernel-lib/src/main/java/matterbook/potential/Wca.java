package matterbook.potential;

/**
 * The repulsive part of the Lennard-Jones potential: shifted by its depth 1 and cut in its minimum at
 * 2<sup>1/6</sup> (J. D. Weeks, D. Chandler and H. C. Andersen, J. Chem. Phys. 54, 5237 (1971)).
 */
public record Wca() implements PairPotential {
    /** 2<sup>1/6</sup>, where it ends. */
    public static final double RANGE = Math.pow(2, 1.0 / 6);

    private static final LennardJones LENNARD_JONES = new LennardJones();

    @Override
    public double energy(double r) {
        return r < RANGE ? LENNARD_JONES.energy(r) + 1 : 0;
    }

    @Override
    public double force(double r) {
        return r < RANGE ? LENNARD_JONES.force(r) : 0;
    }

    @Override
    public double range() {
        return RANGE;
    }
}
