package matterbook.potential;

import matterbook.core.Require;

/**
 * u(r) = strength · r<sup>-n</sup>: soft spheres, which only repel.
 *
 * @param exponent n, at least 1
 */
public record InversePower(int exponent, double strength) implements PairPotential {
    public InversePower {
        Require.positive(exponent, "the exponent");
        Require.that(Double.isFinite(strength), "the strength must be finite, not " + strength);
    }

    /** With strength 1. */
    public InversePower(int exponent) {
        this(exponent, 1);
    }

    @Override
    public double energy(double r) {
        return strength * Math.pow(r, -exponent);
    }

    @Override
    public double force(double r) {
        return exponent * strength * Math.pow(r, -exponent - 1);
    }
}
