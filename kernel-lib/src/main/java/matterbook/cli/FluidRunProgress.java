package matterbook.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

import matterbook.fluid.FluidRun;
import matterbook.notebook.display.TerminalProgress;

/** Shows how far a run of a fluid is, with the time left, a few times a second. */
final class FluidRunProgress implements FluidRun.Listener {
    private static final long NANOS = 300_000_000L;

    private final ProgressLine line;
    private final LongSupplier clock;
    private String run = "";
    private long firstSteps = -1;
    private long firstNanos;
    private long shownNanos;

    FluidRunProgress(ProgressLine line, LongSupplier clock) {
        this.line = line;
        this.clock = clock;
    }

    @Override
    public void at(String name, String stage, double time, long steps, long allSteps) {
        long now = clock.getAsLong();
        if (!name.equals(run)) {
            run = name;
            firstSteps = steps;
            firstNanos = now;
            shownNanos = now;
        } else if (now - shownNanos >= NANOS) {
            shownNanos = now;
            double left = (now - firstNanos) * 1e-9 * (allSteps - steps) / Math.max(1, steps - firstSteps);
            line.passing(String.format(Locale.ROOT, "%s  %s  t = %.1f  %.0f %%  %s", name, stage, time,
                    100.0 * steps / allSteps, TerminalProgress.timeLeft(left)));
        }
    }
}
