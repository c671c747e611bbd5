package matterbook.potential;

import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * A potential that ends at a cut-off.
 *
 * <p>Of particles with different diameters, a pair with mean diameter a has the energy u(r / a): it is cut at a times the
 * cut-off.
 *
 * @param cutoff the distance r<sub>c</sub> at which it ends
 */
public record CutPotential(PairPotential potential, double cutoff, Cut cut) implements PairPotential {
    public CutPotential {
        Require.positive(cutoff, "the cut-off");
        if (potential instanceof CutPotential inner) {
            throw new UserError("this potential is cut at " + inner.cutoff + " already");
        }
    }

    /** The potential as it is if it is cut or ends by itself. */
    public static CutPotential of(PairPotential potential) {
        if (potential instanceof CutPotential already) {
            return already;
        }
        if (Double.isFinite(potential.range())) {
            return potential.cutAt(potential.range());
        }
        throw new UserError("this potential does not end; cut it, for example with .cutAt(2.5)");
    }

    @Override
    public double energy(double r) {
        return r < cutoff ? potential.energy(r) - energyShift() + (r - cutoff) * forceShift() : 0;
    }

    @Override
    public double force(double r) {
        return r < cutoff ? potential.force(r) - forceShift() : 0;
    }

    @Override
    public double range() {
        return cutoff;
    }

    /** What is taken off the energy inside the cut-off. */
    public double energyShift() {
        return cut == Cut.PLAIN ? 0 : potential.energy(cutoff);
    }

    /** What is taken off the force inside the cut-off. */
    public double forceShift() {
        return cut == Cut.FORCE_SHIFTED ? potential.force(cutoff) : 0;
    }

    /** How these forces are to be calculated; {@link PairForces} has the choices. */
    public PairForces by(PairMethod method) {
        return PairForces.of(this).by(method);
    }

    /** These forces calculated by this many threads. */
    public PairForces threads(int threads) {
        return PairForces.of(this).threads(threads);
    }

    /** What the cut left out of energy and pressure, for a fluid of evenly spread particles beyond the cut-off. */
    public TailCorrection tail() {
        return new TailCorrection(potential, cutoff);
    }
}
