package matterbook.mc;

import java.util.Locale;

import matterbook.core.Require;

/** How many of the moves that were proposed were taken. */
public record Acceptance(long taken, long proposed) {
    public Acceptance {
        Require.that(taken >= 0 && taken <= proposed, taken + " moves of " + proposed + " cannot have been taken");
    }

    /** The share taken; NaN if nothing was proposed. */
    public double rate() {
        return proposed == 0 ? Double.NaN : (double) taken / proposed;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%d of %d moves)", rate(), taken, proposed);
    }
}
