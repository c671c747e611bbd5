package matterbook.adsorption;

import matterbook.core.Require;

/**
 * The number that a network learns in place of an energy E (kJ/mol): (E' - shift) / unit, where E' is E up to a knee and
 * beyond it knee + width ln(1 + (E - knee) / width). Few configurations lie far above the knee, at energies that may be
 * hundreds of kJ/mol; squares of their errors would rule what is learned, and no use of the model asks how much of an
 * overlap they are.
 *
 * @param shift the mean of all E' learned from
 * @param unit their standard deviation
 * @param knee in kJ/mol; infinite for E' = E
 * @param width in kJ/mol
 */
record EnergyScale(double shift, double unit, double knee, double width) {
    /** Beyond, e to the power of it is no energy any more. */
    private static final double MOST_WIDTHS = 50;

    EnergyScale {
        Require.that(Double.isFinite(shift), "the shift of energies must be finite");
        Require.positive(unit, "the unit of energies");
        Require.that(!Double.isNaN(knee), "the knee must be a number");
        Require.positive(width, "the width beyond the knee");
    }

    /** From the energies learned from. */
    static EnergyScale of(double[] energies, double knee, double width) {
        EnergyScale bent = new EnergyScale(0, 1, knee, width);
        double mean = 0;
        for (double energy : energies) {
            mean += bent.apply(energy) / energies.length;
        }
        double squares = 0;
        for (double energy : energies) {
            double d = bent.apply(energy) - mean;
            squares += d * d;
        }
        return new EnergyScale(mean, squares > 0 ? Math.sqrt(squares / energies.length) : 1, knee, width);
    }

    double apply(double energy) {
        double bent = energy <= knee ? energy : knee + width * Math.log1p((energy - knee) / width);
        return (bent - shift) / unit;
    }

    double undo(double number) {
        double bent = shift + unit * number;
        return bent <= knee ? bent : knee + width * Math.expm1(Math.min(MOST_WIDTHS, (bent - knee) / width));
    }
}
