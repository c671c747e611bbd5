package matterbook.adsorption;

import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Poses uniform in space and orientation whose smallest distance between an atom of the guest and one of the framework lies
 * in a range, whatever their energy: as the carbon monoxide of C.-T. Yang et al., Mater. Adv. 3, 5299 (2022), 2.0 to 5.5
 * angstrom from the framework.
 *
 * @param nearest the smallest distance allowed, in angstrom
 * @param farthest the largest
 */
public record DistanceSampling(EnergySurface surface, double nearest, double farthest) implements Sampling {
    public DistanceSampling {
        Require.notNegative(nearest, "the nearest distance");
        Require.that(farthest > nearest && farthest < Double.POSITIVE_INFINITY, "the farthest distance must be finite"
                + " and above the nearest, " + nearest + " angstrom, not " + farthest);
    }

    @Override
    public String words() {
        return "any pose whose smallest distance from the framework lies from " + nearest + " to " + farthest
                + " angstrom";
    }

    @Override
    public Draws draws(Rng rng) {
        return draws(rng, 0);
    }

    @Override
    public Draws resumed(Rng rng, double[] memory) {
        return draws(rng, (long) memory[0]);
    }

    private Draws draws(Rng rng, long energies) {
        SmallestDistance distance = SmallestDistance.of(surface.framework(), surface.guest(), farthest);
        return new UniformDraws(surface, rng, energies) {
            @Override
            boolean keeps(double[] sites, double kjPerMol) {
                double least = distance.at(sites);
                return least >= nearest && least <= farthest;
            }
        };
    }
}
