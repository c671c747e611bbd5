package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Estimate;
import matterbook.core.UserError;
import matterbook.mc.Acceptance;
import matterbook.stats.Blocking;

/** What a walk of {@link GuestMonteCarlo} measured after each sweep; averages have errors from block averages. */
public final class GuestRun {
    private final double temperature;
    /** Mass of the box in kg. */
    private final double mass;
    private final int cells;
    private final double[] guests;
    private final double[] energy;
    private final Acceptance shifts;
    private final Acceptance turns;
    private final Acceptance insertions;
    private final DensityMap density;

    GuestRun(GuestMonteCarlo settings, double[] guests, double[] energy, AdsorptionWalk walk, DensityMap density) {
        temperature = settings.temperature();
        cells = settings.cellCount();
        mass = cells * settings.surface().framework().crystal().mass() * Codata.MASS_UNIT;
        this.guests = guests;
        this.energy = energy;
        this.density = density;
        shifts = walk.acceptance(0);
        turns = walk.acceptance(1);
        insertions = walk.acceptance(2);
    }

    /** How many guests the box held after each sweep. */
    public double[] guests() {
        return guests.clone();
    }

    /** The energy of all guests after each sweep, in kJ/mol. */
    public double[] energy() {
        return energy.clone();
    }

    /** The mean number of guests in a cell of the framework. */
    public Estimate guestsPerCell() {
        return Blocking.of(guests).estimate().times(1.0 / cells);
    }

    /** The loading in mol per kg of framework. */
    public Estimate molPerKg() {
        return Blocking.of(guests).estimate().times(1 / (Codata.AVOGADRO * mass));
    }

    /**
     * The heat of adsorption in kJ/mol: of a constant number of guests RT - &lt;U> / N, of guests that come and go
     * RT - (&lt;U N> - &lt;U>&lt;N>) / (&lt;N²> - &lt;N>²), the isosteric heat (D. Nicholson and N. G. Parsonage, Computer Simulation
     * and the Statistical Mechanics of Adsorption (1982)).
     *
     * @throws UserError if there was never a guest
     */
    public Estimate heatKjPerMol() {
        double n = mean(guests);
        if (n == 0) {
            throw new UserError(
                    "no guest came in at any time: there is no heat of adsorption; make the run longer or the"
                            + " pressure higher");
        }
        double u = mean(energy);
        int length = guests.length;
        double[] both = new double[length];
        double[] square = new double[length];
        for (int i = 0; i < length; i++) {
            both[i] = (energy[i] - u) * (guests[i] - n);
            square[i] = (guests[i] - n) * (guests[i] - n);
        }
        double variance = mean(square);
        double rt = HenryCoefficient.rt(temperature);
        if (variance == 0) {
            Estimate mean = Blocking.of(energy).estimate().times(1 / n);
            return new Estimate(rt - mean.value(), mean.error());
        }
        double slope = mean(both) / variance;
        double[] residues = new double[length];
        for (int i = 0; i < length; i++) {
            residues[i] = (both[i] - slope * square[i]) / variance;
        }
        return new Estimate(rt - slope, Blocking.of(residues).estimate().error());
    }

    /** Shifts of a guest, after equilibration as all counts. */
    public Acceptance shifts() {
        return shifts;
    }

    public Acceptance turns() {
        return turns;
    }

    /** Guests that came, or with a constant number those that jumped. */
    public Acceptance insertions() {
        return insertions;
    }

    /** Where the guests' centres of mass were. */
    public DensityMap density() {
        return density;
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    @Override
    public String toString() {
        return guestsPerCell() + " guests in a cell, " + guests.length + " sweeps";
    }
}
