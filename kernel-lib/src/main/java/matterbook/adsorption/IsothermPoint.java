package matterbook.adsorption;

import matterbook.core.Estimate;
import matterbook.mc.Acceptance;

/**
 * How much of a gas a framework holds at one pressure.
 *
 * @param pressure in Pa
 * @param molPerKg the loading in mol per kg of framework
 * @param guestsPerCell the loading in molecules per cell of the framework
 * @param heatKjPerMol the isosteric heat of adsorption
 * @param insertions how many guests came of those tried
 */
public record IsothermPoint(double pressure, Estimate molPerKg, Estimate guestsPerCell, Estimate heatKjPerMol,
        Acceptance insertions) {
    private static final int NUMBERS = 9;

    /** The loading over the pressure in mol/(kg Pa): at low pressures the Henry coefficient. */
    public Estimate molPerKgPa() {
        return molPerKg.times(1 / pressure);
    }

    double[] row() {
        return new double[]{pressure, molPerKg.value(), molPerKg.error(), guestsPerCell.value(), guestsPerCell.error(),
                heatKjPerMol.value(), heatKjPerMol.error(), insertions.taken(), insertions.proposed()};
    }

    static IsothermPoint of(double[] row) {
        if (row.length != NUMBERS) {
            throw new IllegalArgumentException("a point has " + NUMBERS + " numbers, not " + row.length);
        }
        return new IsothermPoint(row[0], new Estimate(row[1], row[2]), new Estimate(row[3], row[4]),
                new Estimate(row[5], row[6]), new Acceptance((long) row[7], (long) row[8]));
    }
}
