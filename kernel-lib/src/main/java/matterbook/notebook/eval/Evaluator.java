package matterbook.notebook.eval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jdk.jshell.JShell;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.notebook.display.Display;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cells of one notebook, in this JVM. Any thread may call; cells and questions about source wait for each
 * other.
 *
 * <p>The value of a cell is that of its last snippet if this is an expression without a semicolon:
 * {@code chain.stationary()} shows, {@code chain.stationary();} does not, so that a graded cell can end silently.
 * Assignments, declarations, statements, calls of void methods and null have no value. JShell's {@code $1} variables
 * are not kept: a value that matters has a name.
 */
public final class Evaluator implements AutoCloseable {
    private static final long GRACE_MILLIS = 3000;
    /** The common pool may be full of the cell's own work that does not stop. */
    private static final Executor OWN_THREAD = task -> Thread.ofPlatform().daemon().name("patience").start(task);

    private final long graceMillis;
    private final CapturedStreams streams = new CapturedStreams();
    private final CellLog log = CellLog.begin();
    private final CellClassLoader loader = new CellClassLoader(
            Objects.requireNonNull(Evaluator.class.getClassLoader()));
    private final JShell shell;
    private final CellRunner runner;
    private final SourceSplitter splitter;
    private final Completions completions;
    private final Inspections inspections;
    private final StrayExceptions strays;
    private final Object state = new Object();
    private CellThread thread = new CellThread(loader);
    private @Nullable Cell running;
    private long cells;
    private boolean inUserCode;

    /** A cell on its way; the number tells it from all others. */
    private record Cell(long number, CompletableFuture<CellResult> result) {}

    private Evaluator(long graceMillis) {
        this.graceMillis = graceMillis;
        CellExecutionControl control = new CellExecutionControl(loader, new Phase());
        shell = SnippetShell.create(control);
        splitter = new SourceSplitter(shell.sourceCodeAnalysis());
        KitIndex index = new KitIndex(loader);
        Imports imports = new Imports(shell, index);
        UserFrames frames = new UserFrames();
        runner = new CellRunner(shell, control, splitter, imports, frames);
        strays = StrayExceptions.listen(shell, loader, frames, streams.ordered());
        completions = new Completions(shell, splitter, imports, index);
        inspections = new Inspections(shell, splitter, imports, index);
    }

    /** A fresh evaluator that captures this JVM's standard streams until it is closed. */
    public static Evaluator create() {
        return new Evaluator(GRACE_MILLIS);
    }

    /** One that waits so long for an interrupted cell before it leaves the cell's thread behind. */
    static Evaluator create(long graceMillis) {
        return new Evaluator(graceMillis);
    }

    /** Runs a cell without a number. */
    public CellResult run(String source, OutputSink sink, InputSource input) {
        return run(source, 0, sink, input);
    }

    /**
     * Runs one cell and waits for its end; whatever its code does, the outcome is a result.
     *
     * @param number that the front end shows beside the cell, by which later errors name it; 0 where it shows none
     */
    public CellResult run(String source, int number, OutputSink sink, InputSource input) {
        CompletableFuture<CellResult> result = new CompletableFuture<>();
        submit(() -> {
            try {
                streams.connect(sink, input);
                Display.connect(streams.ordered());
                runCell(source, number, result);
            } catch (RuntimeException | Error failure) {
                // whoever waits must hear of it, and the cell thread must live on
                result.completeExceptionally(failure);
            }
        });
        CellResult ended = CellThread.await(result, this::interrupt);
        streams.flush();
        return ended;
    }

    /**
     * Stops the running cell, from any thread; without one it does nothing. Cells' own code and the kit's loops stop
     * at once. A cell that is inside of other code that never looks is left behind after some seconds: its result is
     * "Interrupted", the next cell runs on a new thread.
     */
    public void interrupt() {
        Cell cell;
        synchronized (state) {
            cell = running;
            if (cell == null) {
                return;
            }
            Stop.request();
            if (inUserCode) {
                thread.interrupt();
            }
        }
        CompletableFuture.delayedExecutor(graceMillis, TimeUnit.MILLISECONDS, OWN_THREAD)
                .execute(() -> leaveBehind(cell));
    }

    /** What could stand at the cursor, an offset into the source. */
    public Completion complete(String source, int cursor) {
        return ask(() -> completions.at(source, cursor));
    }

    /** Signature and documentation of what stands at the cursor; the documentation from detail level 0 on. */
    public Optional<MimeBundle> inspect(String source, int cursor, int detailLevel) {
        return ask(() -> inspections.at(source, cursor));
    }

    /** Whether a console should run the source as it stands. */
    public Completeness completeness(String source) {
        return ask(() -> splitter.completeness(source));
    }

    /** Stops what runs and gives the standard streams back. */
    @Override
    public void close() {
        interrupt();
        ask(() -> {
            shell.close();
            return true;
        });
        synchronized (state) {
            thread.close();
        }
        Display.connect(null);
        strays.close();
        streams.close();
    }

    /** Runs {@code work} on the cell thread after what it was given before; on that thread itself, at once. */
    private void submit(Runnable work) {
        synchronized (state) {
            if (!thread.isCurrent()) {
                thread.execute(work);
                return;
            }
        }
        work.run();
    }

    private <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return CellThread.await(answer, () -> {
        });
    }

    private void runCell(String source, int number, CompletableFuture<CellResult> result) {
        Helpers.awaitStopped();
        Cell cell;
        synchronized (state) {
            Stop.clear();
            cell = new Cell(++cells, result);
            running = cell;
        }
        CellResult ended = outcome(source, number);
        log.note(source, ended);
        synchronized (state) {
            if (isRunning(cell)) {
                running = null;
                Thread.interrupted();
            }
        }
        result.complete(ended);
    }

    private CellResult outcome(String source, int number) {
        try {
            CellResult ended = runner.run(source, number);
            return ended instanceof CellResult.Failed && Stop.isRequested() ? interrupted("Interrupted") : ended;
        } catch (Stopped stopped) {
            return interrupted("Interrupted");
        } catch (RuntimeException | Error failure) {
            return Stop.isRequested() ? interrupted("Interrupted") : failed(failure);
        }
    }

    private CellResult failed(Throwable failure) {
        try {
            return runner.failed(failure);
        } catch (RuntimeException | Error untellable) {
            // an exception of the learner's whose own getMessage throws, or no memory left to tell it in full
            String name = failure.getClass().getSimpleName();
            return new CellResult.Failed(CellResult.Kind.EXCEPTION, name, "", List.of(name), 0);
        }
    }

    private boolean isRunning(Cell cell) {
        return running != null && running.number() == cell.number();
    }

    private void leaveBehind(Cell cell) {
        synchronized (state) {
            if (inUserCode && isRunning(cell) && Stop.isRequested()) {
                CellThread next = new CellThread(loader);
                thread.leaveTo(next);
                thread = next;
                running = null;
                inUserCode = false;
                cell.result()
                        .complete(
                                interrupted("Interrupted; what the cell had called does not stop and goes on unseen"));
            }
        }
    }

    private static CellResult interrupted(String message) {
        return new CellResult.Failed(CellResult.Kind.INTERRUPTED, "Interrupted", message, List.of(message), 0);
    }

    /** Knows whether user code runs on the cell thread; a thread that was left behind may not come back. */
    private final class Phase implements CellExecutionControl.UserCode {
        @Override
        public void enter() {
            synchronized (state) {
                checkCurrent();
                Stop.check();
                inUserCode = true;
            }
        }

        @Override
        public void leave() {
            synchronized (state) {
                checkCurrent();
                inUserCode = false;
                Thread.interrupted();
            }
        }

        private void checkCurrent() {
            if (!thread.isCurrent()) {
                throw new Stopped();
            }
        }
    }
}
