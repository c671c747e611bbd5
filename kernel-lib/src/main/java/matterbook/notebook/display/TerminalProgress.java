package matterbook.notebook.display;

import java.io.PrintStream;
import java.util.Locale;

import matterbook.core.Progress;
import org.jspecify.annotations.Nullable;

/** Draws progress on one line of a terminal, with the time left; work that ends within a second draws nothing. */
public final class TerminalProgress implements Progress.Listener {
    private static final double QUIET_SECONDS = 1;
    private static final int BAR = 24;

    private final PrintStream out;
    private final double quietSeconds;
    private int lastLength;
    private @Nullable Progress drawn;

    /** The line goes to {@code out}, a terminal. */
    public TerminalProgress(PrintStream out) {
        this(out, QUIET_SECONDS);
    }

    TerminalProgress(PrintStream out, double quietSeconds) {
        this.out = out;
        this.quietSeconds = quietSeconds;
    }

    @Override
    public synchronized void report(Progress progress, boolean finished) {
        if (finished && drawn == progress) {
            write(progress.label() + ": " + progress.done() + " of " + progress.total()
                    + String.format(Locale.ROOT, " in %.1f s", progress.elapsedSeconds()));
            out.println();
            drawn = null;
            lastLength = 0;
        } else if (!finished && progress.elapsedSeconds() >= quietSeconds) {
            drawn = progress;
            write(line(progress.label(), progress.done(), progress.total(), progress.remainingSeconds()));
        }
        out.flush();
    }

    static String line(String label, long done, long total, double remainingSeconds) {
        double part = total > 0 ? Math.clamp((double) done / total, 0, 1) : 1;
        int full = (int) (part * BAR);
        return label + " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] "
                + String.format(Locale.ROOT, "%3.0f %%, ", 100 * part) + timeLeft(remainingSeconds);
    }

    /** {@code 42 s left}, {@code 3 min 05 s left}, {@code 2 h 10 min left}. */
    public static String timeLeft(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "time left unknown";
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return whole + " s left";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s left", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min left", whole / 3600, whole % 3600 / 60);
    }

    private void write(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
        lastLength = line.length();
    }
}
