package matterbook.mc;

import matterbook.core.Require;

/**
 * How long a fluid is sampled, in sweeps of about one move a particle, and how often it is looked at.
 *
 * @param equilibration sweeps before the first measurement, while steps are tuned; with 0 the steps stay as they were given
 * @param production sweeps that are measured, with steps held
 * @param series sweeps from one measurement to the next
 * @param frames sweeps from one copy of all particles to the next; 0 for none
 */
public record Sweeps(long equilibration, long production, long series, long frames) {
    public Sweeps {
        Require.that(equilibration >= 0, "sweeps of equilibration cannot be negative: " + equilibration);
        Require.that(production >= 0, "the number of sweeps cannot be negative: " + production);
        Require.that(series >= 1, "a run measures every 1 or more sweeps, not every " + series);
        Require.that(frames >= 0, "a run keeps a frame every 1 or more sweeps, or none at 0, not every " + frames);
    }

    /** This many sweeps from the start as it is, each of them measured. */
    public static Sweeps of(long production) {
        return new Sweeps(0, production, 1, 0);
    }

    /** The same after this many sweeps that tune the steps and are not measured. */
    public Sweeps after(long sweeps) {
        return new Sweeps(sweeps, production, series, frames);
    }

    /** The same, measured at the start and after each {@code n} sweeps. */
    public Sweeps every(long n) {
        return new Sweeps(equilibration, production, n, frames);
    }

    /** The same with a copy of all particles at the start and after each {@code n} sweeps. */
    public Sweeps frames(long n) {
        return new Sweeps(equilibration, production, series, n);
    }

    boolean measuredAt(long sweep) {
        return sweep % series == 0;
    }

    boolean keptAt(long sweep) {
        return frames > 0 && sweep % frames == 0;
    }
}
