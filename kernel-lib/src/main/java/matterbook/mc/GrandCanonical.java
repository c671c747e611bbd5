package matterbook.mc;

import matterbook.core.Require;

/**
 * The grand canonical ensemble: particles come and go. The density of states is z<sup>N</sup> exp(-U / T) / N! with the
 * activity z = exp(mu / T) / Lambda<sup>d</sup>, which is the density that an ideal gas would have. A particle at a random
 * place is added with the probability min(1, z V / (N + 1) exp(-dU / T)), one drawn at random is taken out with min(1, N / (z
 * V) exp(-dU / T)) (G. E. Norman and V. S. Filinov, High Temp. 7, 216 (1969)). Half of all moves shift a particle as in
 * {@link Nvt}, a quarter adds one, a quarter takes one out.
 *
 * @param activity z, in particles per unit of volume
 */
public record GrandCanonical(double temperature, double activity, double step, boolean tail, boolean allPairs)
        implements
            Ensemble {
    public GrandCanonical {
        Require.positive(temperature, "the temperature");
        Require.positive(activity, "the activity");
        Require.positive(step, "the step");
    }

    /** With shifts up to 0.15, unless equilibration tunes them. */
    public GrandCanonical(double temperature, double activity) {
        this(temperature, activity, Nvt.FIRST_STEP, false, false);
    }

    /** At the chemical potential mu, with the thermal wave length Lambda = 1: z = exp(mu / T). */
    public static GrandCanonical atChemicalPotential(double temperature, double mu) {
        return new GrandCanonical(temperature, Math.exp(mu / Require.positive(temperature, "the temperature")));
    }

    /** T ln z, with the thermal wave length Lambda = 1. */
    public double chemicalPotential() {
        return temperature * Math.log(activity);
    }

    /** The same with shifts up to this. */
    public GrandCanonical step(double longest) {
        return new GrandCanonical(temperature, activity, longest, tail, allPairs);
    }

    /** The same with long-range corrections, in the walk and in what it measures. */
    public GrandCanonical withTail() {
        return new GrandCanonical(temperature, activity, step, true, allPairs);
    }

    /** The same with sums over all particles: slow, and a check of the fast way. */
    public GrandCanonical overAllPairs() {
        return new GrandCanonical(temperature, activity, step, tail, true);
    }
}
