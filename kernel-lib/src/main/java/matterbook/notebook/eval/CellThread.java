package matterbook.notebook.eval;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** The one long-lived thread on which cells compile and run; its stack is large, for deep recursion. */
final class CellThread implements AutoCloseable {
    private static final long STACK_BYTES = 64L << 20;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    CellThread(ClassLoader loader) {
        thread = new Thread(null, this::work, "cell", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
    }

    /** Runs {@code work}, which throws nothing, after what was given before. */
    void execute(Runnable work) {
        tasks.add(work);
    }

    /** Closes this thread and gives what it has not begun to {@code next}, for someone waits for it. */
    void leaveTo(CellThread next) {
        close();
        tasks.drainTo(next.tasks);
    }

    /** Waits for a result; an interrupt of the waiting thread calls {@code onInterrupt} and waits on. */
    static <T> T await(CompletableFuture<T> result, Runnable onInterrupt) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException wanted) {
                    interrupted = true;
                    onInterrupt.run();
                } catch (ExecutionException failure) {
                    throw new IllegalStateException("the evaluator failed", failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void work() {
        while (!closed) {
            try {
                tasks.take().run();
            } catch (InterruptedException late) {
                // an interrupt that came after its cell; the next cell must not meet it
            }
        }
    }
}
