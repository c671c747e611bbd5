package matterbook.potential;

import matterbook.core.Require;

/**
 * u(r) = A exp(-B r) - C / r<sup>6</sup> (R. A. Buckingham, Proc. R. Soc. A 168, 264 (1938)). At short distances the second
 * term wins and u falls to minus infinity: whoever uses it sets a wall before that.
 *
 * @param a the strength A of the repulsion
 * @param b its steepness B, one over a length
 * @param c the strength C of the dispersion
 */
public record Buckingham(double a, double b, double c) implements PairPotential {
    public Buckingham {
        Require.notNegative(a, "A");
        Require.positive(b, "B");
        Require.notNegative(c, "C");
    }

    @Override
    public double energy(double r) {
        return a * Math.exp(-b * r) - c / Math.pow(r, 6);
    }

    @Override
    public double force(double r) {
        return a * b * Math.exp(-b * r) - 6 * c / Math.pow(r, 7);
    }
}
