package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;

/**
 * The canonical distribution drawn exactly: any pose is kept with the probability exp(-(U - floor)/RT). No configuration
 * knows of any other, and nothing has to come to equilibrium first; Metropolis is checked against it. Lower temperatures keep
 * too few: at 8000 K it is one of seven, at 300 K none.
 *
 * @param temperature in K
 * @param floor an energy in kJ/mol below all others; -45 for carbon dioxide in Mg-MOF-74
 */
public record RejectionSampling(EnergySurface surface, double temperature, double floor) implements Sampling {
    private static final double MARGIN = 10;

    public RejectionSampling {
        Require.positive(temperature, "the temperature");
        Require.that(Double.isFinite(floor), "the floor must be finite, not " + floor);
    }

    @Override
    public String words() {
        return "any pose, kept at " + temperature + " K by its energy above " + floor + " kJ/mol";
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
        double rt = Codata.KJ_PER_MOL_PER_KELVIN * temperature;
        return new UniformDraws(surface, rng, energies) {
            @Override
            boolean keeps(double[] sites, double kjPerMol) {
                if (kjPerMol < floor) {
                    throw new UserError("a configuration has " + Digits.shortest(kjPerMol, 5)
                            + " kJ/mol, below the floor of " + Digits.shortest(floor, 5)
                            + ": rejection is exact with a floor below all energies only; try "
                            + Digits.shortest(Math.floor(kjPerMol - MARGIN), 5));
                }
                return rng.nextDouble() < Math.exp((floor - kjPerMol) / rt);
            }
        };
    }
}
