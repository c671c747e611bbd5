package matterbook.md;

import matterbook.core.Require;

/**
 * How often a run measures and how often it keeps a copy of all particles.
 *
 * @param series steps from one measurement to the next
 * @param frames steps from one copy to the next; 0 for none
 */
public record Every(long series, long frames) {
    public Every {
        Require.that(series >= 1, "a run measures every 1 or more steps, not every " + series);
        Require.that(frames >= 0, "a run keeps a frame every 1 or more steps, or none at 0, not every " + frames);
    }

    /** Measures at the start and after each {@code n} steps; keeps no frames. */
    public static Every steps(long n) {
        return new Every(n, 0);
    }

    /** The same with a copy of all particles at the start and after each {@code n} steps. */
    public Every frames(long n) {
        return new Every(series, n);
    }

    boolean measuredAt(long step) {
        return step % series == 0;
    }

    boolean keptAt(long step) {
        return frames > 0 && step % frames == 0;
    }
}
