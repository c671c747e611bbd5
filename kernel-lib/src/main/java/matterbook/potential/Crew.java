package matterbook.potential;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A few threads that work in step: each call of {@link #run} gives every member its part and returns when all are done.
 * Parts take microseconds, so members look out for the next one for a while before they sleep.
 */
final class Crew implements AutoCloseable {
    private static final int LOOKS = 20_000;
    private static final long NAP_NANOS = 50_000;

    private final Thread[] helpers;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile @Nullable IntConsumer task;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    Crew(int members) {
        helpers = new Thread[members - 1];
        for (int h = 0; h < helpers.length; h++) {
            int part = h + 1;
            helpers[h] = Thread.ofPlatform().daemon().name("forces " + part).start(() -> help(part));
        }
    }

    /** Where part {@code part} of {@code parts} equal ones of n begins. */
    static int share(int n, int part, int parts) {
        return (int) ((long) n * part / parts);
    }

    /** Runs parts 0 (on this thread) to members - 1. */
    void run(IntConsumer parts) {
        if (helpers.length == 0) {
            parts.accept(0);
            return;
        }
        task = parts;
        failure = null;
        left.set(helpers.length);
        round.incrementAndGet();
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        try {
            parts.accept(0);
        } finally {
            for (int looks = 0; left.get() > 0; looks++) {
                if (looks < LOOKS) {
                    Thread.onSpinWait();
                } else {
                    // on a busy machine this thread may keep a helper from the processor
                    LockSupport.parkNanos(this, NAP_NANOS);
                }
            }
        }
        rethrow(failure);
    }

    private static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case null -> {
            }
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private void help(int part) {
        int seen = 0;
        while (!closed) {
            seen = await(seen);
            if (closed) {
                return;
            }
            try {
                Objects.requireNonNull(task).accept(part);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                left.decrementAndGet();
            }
        }
    }

    private int await(int seen) {
        for (int looks = 0; round.get() == seen && !closed; looks++) {
            if (looks < LOOKS) {
                Thread.onSpinWait();
            } else {
                // each round begins with a call to wake up, which counts if it comes before the sleep
                LockSupport.park(this);
            }
        }
        return round.get();
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
