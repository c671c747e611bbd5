package matterbook.notebook.eval;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

import matterbook.core.Stop;

/** The threads that help a cell: the common pool, where parallel streams run. */
final class Helpers {
    private static final long AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long POLL_MILLIS = 2;

    private Helpers() {}

    /**
     * After an interrupt, waits for the helpers of the interrupted cell to see the request before it is withdrawn:
     * one that was not scheduled meanwhile would otherwise go on for ever. Gives up after a second, for what they
     * run may hold no stop check.
     */
    static void awaitStopped() {
        if (!Stop.isRequested()) {
            return;
        }
        long start = System.nanoTime();
        while (!ForkJoinPool.commonPool().isQuiescent() && System.nanoTime() - start < AT_MOST_NANOS) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException late) {
                // meant for the cell that was stopped
            }
        }
    }
}
