package matterbook.fluid;

import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import matterbook.particles.State;
import matterbook.potential.CutPotential;
import matterbook.potential.PairKernel;

/**
 * Energy and virial of particles as they stand.
 *
 * @param energy the sum of u(r) over all pairs within the cut-off
 * @param virial the sum of r·f over the same pairs
 * @param longRangeCorrection what the cut left out of the energy if the particles beyond are evenly spread; 0 for a
 *            potential that ends by itself or was shifted, NaN if it has no bound
 */
public record FluidEnergy(int particles, double energy, double virial, double longRangeCorrection) {
    /** A pair so near that its energy hides all others. */
    private static final double OVERLAP = 1e4;

    /**
     * Adds up the pairs.
     *
     * @throws UserError if the box is shorter than twice the cut-off or particles overlap
     */
    public static FluidEnergy of(Fluid fluid, PotentialChoice potential) {
        return of(fluid, potential,
                (first, second) -> "particles " + first + " and " + second + " (counted from 0)");
    }

    /** The same; {@code names} says in a message which two particles are meant. */
    public static FluidEnergy of(Fluid fluid, PotentialChoice potential, PairNames names) {
        State state = requireApart(fluid, potential, names);
        return new FluidEnergy(fluid.size(), state.energy, state.virial, tail(fluid, potential));
    }

    /** What two particles are called, by their numbers from 0. */
    @FunctionalInterface
    public interface PairNames {
        String of(int first, int second);

        /** For particles that stand in a file, one a line from this line on. */
        static PairNames lines(String file, long firstLine) {
            return (first, second) -> file + ": the particles in lines " + (firstLine + first) + " and "
                    + (firstLine + second);
        }
    }

    /** Refuses particles so near that their energy hides all others; returns the sums over all pairs. */
    static State requireApart(Fluid fluid, PotentialChoice potential, PairNames names) {
        State state = State.of(fluid);
        try (PairKernel kernel = potential.forces().kernel(state)) {
            kernel.compute(state);
        }
        CutPotential cut = potential.cut();
        if (cut != null && !(state.largestForce() < OVERLAP && Double.isFinite(state.energy))) {
            refuseNearest(fluid, cut, names);
        }
        return state;
    }

    private static void refuseNearest(Fluid fluid, CutPotential cut, PairNames names) {
        Configuration.Pair pair = fluid.configuration().closestPair();
        double energy = cut.energy(pair.distance());
        if (!(energy < OVERLAP)) {
            throw new UserError(
                    names.of(pair.first(), pair.second()) + " overlap: they are " + Digits.shortest(pair.distance(), 3)
                            + " apart, and the energy of this pair is " + Digits.shortest(energy, 2));
        }
    }

    private static double tail(Fluid fluid, PotentialChoice potential) {
        CutPotential cut = potential.cut();
        if (cut == null || !potential.hasTail()) {
            return 0;
        }
        try {
            return cut.tail().energy(fluid);
        } catch (UserError _) { // falls off too slowly
            return Double.NaN;
        }
    }
}
