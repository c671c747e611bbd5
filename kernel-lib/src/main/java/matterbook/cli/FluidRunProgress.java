package matterbook.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

import matterbook.fluid.FluidRun;
import matterbook.notebook.display.TerminalProgress;

/** Shows how far a run of a fluid is, with the time left. */
final class FluidRunProgress implements FluidRun.Listener {
    private final ProgressLine line;
    private final LongSupplier clock;
    private String run = "";
    private long firstSteps = -1;
    private long firstNanos;

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
        } else {
            line.underway(() -> {
                double left = (now - firstNanos) * 1e-9 * (allSteps - steps) / Math.max(1, steps - firstSteps);
                return String.format(Locale.ROOT, "%s  %s  t = %.1f  %.0f %%  %s", name, stage, time,
                        100.0 * steps / allSteps, TerminalProgress.timeLeft(left));
            });
        }
    }
}
