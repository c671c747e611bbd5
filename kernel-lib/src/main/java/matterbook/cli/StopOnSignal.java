package matterbook.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import matterbook.core.Stop;

/**
 * Lets a command finish in order when Ctrl-C or SIGTERM ends this JVM: work is asked to stop, and the JVM waits a
 * moment until the command has closed this, so that its last line is printed.
 */
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop on signal");

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        Stop.request();
        try {
            // work that does not listen by then is cut off: files are written whole or not at all
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this JVM is going down: the hook waits no longer
        }
    }
}
