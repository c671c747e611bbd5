package matterbook.potential;

import matterbook.particles.State;

/**
 * How two particles act on each other: energy u(r) and force -du/dr at distance r, above 0 where they repel. These two
 * methods are all that a potential needs:
 *
 * <pre>{@code
 * record Morse(double depth, double width) implements PairPotential {
 *     public double energy(double r) { double e = exp(-(r - 1) / width); return depth * e * (e - 2); }
 *     public double force(double r)  { double e = exp(-(r - 1) / width); return 2 * depth / width * e * (e - 1); }
 * }
 * new Morse(1, 0.2).cutAt(2.5)
 * }</pre>
 *
 * <p>A simulation needs one that ends somewhere: {@link #cutAt}, {@link #cutAndShiftedAt} or {@link #forceShiftedAt}.
 */
public interface PairPotential extends Forces {
    /** The energy u(r) of a pair at distance r. */
    double energy(double r);

    /** The force -du/dr of a pair at distance r. */
    double force(double r);

    /** Where energy and force end; infinite if they do not. */
    default double range() {
        return Double.POSITIVE_INFINITY;
    }

    /** This potential up to {@code cutoff} and nothing beyond: the energy jumps there, the force too. */
    default CutPotential cutAt(double cutoff) {
        return new CutPotential(this, cutoff, Cut.PLAIN);
    }

    /** This potential less its value at {@code cutoff}, and nothing beyond: the energy is continuous. */
    default CutPotential cutAndShiftedAt(double cutoff) {
        return new CutPotential(this, cutoff, Cut.SHIFTED);
    }

    /**
     * Force and energy both brought to 0 at {@code cutoff}: f(r) - f(rc) and u(r) - u(rc) + (r - rc) f(rc) (S. D. Stoddard
     * and J. Ford, Phys. Rev. A 8, 1504 (1973)).
     */
    default CutPotential forceShiftedAt(double cutoff) {
        return new CutPotential(this, cutoff, Cut.FORCE_SHIFTED);
    }

    /** The kernel that is fastest for this potential; see {@link PairForces} for a choice. */
    @Override
    default PairKernel kernel(State state) {
        return PairForces.of(CutPotential.of(this)).kernel(state);
    }
}
