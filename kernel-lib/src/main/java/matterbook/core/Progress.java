package matterbook.core;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The progress of one long piece of work. The work reports steps; where the bar is drawn (a notebook cell, the
 * terminal, nowhere) is decided by whoever set the {@link Listener}. Each step is a stop check too.
 *
 * <pre>{@code
 * try (var progress = Progress.start("walk", steps)) {
 *     for (long i = 0; i < steps; i++) { ...; progress.step(); }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private static final long REPORT_EVERY_NANOS = 100_000_000L;
    private static final Listener SILENT = (progress, finished) -> {
    };
    private static final AtomicReference<Listener> LISTENER = new AtomicReference<>(SILENT);

    private final String label;
    private final long total;
    private final long startNanos = System.nanoTime();
    private long done;
    private long nextReportNanos = startNanos + REPORT_EVERY_NANOS;
    private boolean closed;

    /** Draws progress; called at most about ten times a second, on the thread that works. */
    @FunctionalInterface
    public interface Listener {
        void report(Progress progress, boolean finished);
    }

    private Progress(String label, long total) {
        this.label = label;
        this.total = total;
    }

    /** Starts the progress of {@code total} steps. */
    public static Progress start(String label, long total) {
        if (total < 0) {
            throw new IllegalArgumentException("the number of steps cannot be negative: " + total);
        }
        return new Progress(label, total);
    }

    /** Sets where progress is drawn from now on; {@link #silence()} sets nowhere. */
    public static void listen(Listener listener) {
        LISTENER.set(listener);
    }

    /** Draws no progress from now on. */
    public static void silence() {
        LISTENER.set(SILENT);
    }

    /** Counts one step. */
    public void step() {
        step(1);
    }

    /** Counts {@code n} steps and checks for a stop. */
    public void step(long n) {
        Stop.check();
        done += n;
        long now = System.nanoTime();
        if (now - nextReportNanos >= 0) {
            nextReportNanos = now + REPORT_EVERY_NANOS;
            LISTENER.get().report(this, false);
        }
    }

    public String label() {
        return label;
    }

    public long total() {
        return total;
    }

    public long done() {
        return done;
    }

    public double elapsedSeconds() {
        return (System.nanoTime() - startNanos) * 1e-9;
    }

    /** The time left if the rest goes as the part done did; NaN before the first step. */
    public double remainingSeconds() {
        return done == 0 ? Double.NaN : elapsedSeconds() * (total - done) / done;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LISTENER.get().report(this, true);
        }
    }
}
