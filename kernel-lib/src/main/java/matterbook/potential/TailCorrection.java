package matterbook.potential;

import matterbook.core.UserError;
import matterbook.particles.Fluid;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * What lies beyond a cut-off, if the particles there are evenly spread (g(r) = 1): long-range corrections to a plain cut
 * (M. P. Allen and D. J. Tildesley, Computer Simulation of Liquids, 2nd ed., section 2.8). With S(r) the surface 4 pi r²
 * of the sphere, or 2 pi r of the circle, and d dimensions:
 *
 * <pre>
 * U / N = rho / 2 ∫ u(r) S(r) dr        P = rho² / (2 d) ∫ r f(r) S(r) dr        both from rc to infinity
 * </pre>
 *
 * @param potential the potential before it was cut
 */
public record TailCorrection(PairPotential potential, double cutoff) {
    // exact for powers up to r^-60: with r = rc / t the integrand is a polynomial in t
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(32, 0, 1);
    private static final double FAR = 1e4;

    /** The correction to the energy of the whole fluid. */
    public double energy(Fluid fluid) {
        return fluid.size() * energyPerParticle(fluid.numberDensity(), fluid.dimensions());
    }

    /** The correction to the pressure. */
    public double pressure(Fluid fluid) {
        return pressure(fluid.numberDensity(), fluid.dimensions());
    }

    /** The correction to the energy per particle at this number density in 2 or 3 dimensions. */
    public double energyPerParticle(double density, int dimensions) {
        requireEnd(dimensions);
        return density / 2 * integral(r -> potential.energy(r) * surface(r, dimensions));
    }

    /** The correction to the pressure at this number density in 2 or 3 dimensions. */
    public double pressure(double density, int dimensions) {
        requireEnd(dimensions);
        return density * density / (2 * dimensions)
                * integral(r -> r * potential.force(r) * surface(r, dimensions));
    }

    private double integral(Radial integrand) {
        return GAUSS.integrate(t -> integrand.at(cutoff / t) * cutoff / (t * t));
    }

    private static double surface(double r, int dimensions) {
        return dimensions == 2 ? 2 * Math.PI * r : 4 * Math.PI * r * r;
    }

    private void requireEnd(int dimensions) {
        double near = Math.abs(potential.energy(cutoff * FAR)) * Math.pow(FAR, dimensions);
        double far = Math.abs(potential.energy(cutoff * FAR * FAR)) * Math.pow(FAR * FAR, dimensions);
        if (!(far < near * (1 - 1e-9) || far == 0)) {
            throw new UserError("this potential falls off no faster than r^-" + dimensions
                    + ": what lies beyond a cut-off has no end");
        }
    }

    private interface Radial {
        double at(double r);
    }
}
