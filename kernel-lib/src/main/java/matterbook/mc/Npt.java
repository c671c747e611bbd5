package matterbook.mc;

import matterbook.core.Require;

/**
 * Constant pressure: shifts of particles as in {@link Nvt}, and about once a sweep a change of the volume V, in which all
 * places stretch with the box. In coordinates that stretch with it the density of states is V<sup>N</sup> exp(-(U + P V) /
 * T), so that a change to V' is taken with the probability min(1, exp(-(dU + P dV) / T + N ln(V' / V))) (W. W. Wood, J. Chem.
 * Phys. 48, 415 (1968)). Without the last term, the room that a larger box gives to each of the N particles, the density
 * would come out wrong even for an ideal gas.
 *
 * <p>That holds for steps uniform in V. Steps uniform in ln V go up by more than they go down; there N becomes N + 1. An ideal
 * gas has {@code <V> = (N + 1) T / P} by either.
 *
 * @param volumeSteps in what the volume's steps are uniform
 */
public record Npt(double temperature, double pressure, double step, boolean tail, boolean allPairs,
        VolumeSteps volumeSteps) implements Ensemble {

    /** Uniform in V, or in its logarithm. */
    public enum VolumeSteps {
        LINEAR, LOGARITHMIC
    }

    public Npt {
        Require.positive(temperature, "the temperature");
        Require.positive(pressure, "the pressure");
        Require.positive(step, "the step");
    }

    /** With steps in ln V and shifts up to 0.15; equilibration tunes both. */
    public Npt(double temperature, double pressure) {
        this(temperature, pressure, Nvt.FIRST_STEP, false, false, VolumeSteps.LOGARITHMIC);
    }

    /** The same with shifts up to this. */
    public Npt step(double longest) {
        return new Npt(temperature, pressure, longest, tail, allPairs, volumeSteps);
    }

    /** The same with long-range corrections, in the walk and in what it measures. */
    public Npt withTail() {
        return new Npt(temperature, pressure, step, true, allPairs, volumeSteps);
    }

    /** The same with steps uniform in V. */
    public Npt linear() {
        return new Npt(temperature, pressure, step, tail, allPairs, VolumeSteps.LINEAR);
    }

    /** The same with sums over all particles: slow, and a check of the fast way. */
    public Npt overAllPairs() {
        return new Npt(temperature, pressure, step, tail, true, volumeSteps);
    }
}
