package matterbook.notebook.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Output;
import org.jspecify.annotations.Nullable;

/**
 * Cells that run one after another in one child JVM. A cell over its budget is interrupted, and when it does not
 * stop then, the child is killed and the session is over.
 */
public final class CellSession implements AutoCloseable {
    /** Shorter than the evaluator's own patience: a cell that would go on unseen ends with its process instead. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 200;
    private static final JsonObject END = Wire.message("end");

    private final ChildJvm child;
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private OutputCollector collector = new OutputCollector();
    private int count;
    private boolean alive = true;

    private CellSession(ChildJvm child) {
        this.child = child;
        Thread.ofPlatform().daemon().name("child's results").start(this::listen);
    }

    /** Starts a child JVM. */
    public static CellSession start(RunOptions options) throws IOException {
        CellSession session = new CellSession(ChildJvm.start(options));
        session.awaitReady();
        return session;
    }

    /** Forgets all that earlier cells declared: a fresh evaluator in the same child. */
    public void reset() throws IOException {
        collector = new OutputCollector();
        count = 0;
        send(Wire.message("reset"));
        awaitReady();
    }

    /** Whether the child still takes cells. */
    public boolean isAlive() {
        return alive;
    }

    /** Processor time that the child has used; zero once it is gone. */
    public Duration processorTime() {
        return child.processorTime();
    }

    /** Runs one code cell. */
    public CellRun run(Cell cell, Duration budget) throws IOException {
        collector.begin();
        count++;
        JsonObject request = Wire.message("run");
        request.addProperty("source", cell.source());
        long start = System.nanoTime();
        send(request);
        CellResult.Failed failure = end(budget);
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (failure != null) {
            collector.add(new Output.ErrorOutput(failure.name(), failure.message(), failure.traceback()));
        }
        return new CellRun(cell.withOutputs(count, outputs(count - 1)), failure, seconds);
    }

    /** Outputs as they are now of the cell that ran as number {@code index}, from 0. */
    List<Output> outputs(int index) {
        return collector.outputs(index);
    }

    @Override
    public void close() {
        alive = false;
        child.close();
    }

    private CellResult.@Nullable Failed end(Duration budget) throws IOException {
        JsonObject last = await(budget);
        if (last == null) {
            send(Wire.message("interrupt"));
            last = await(GRACE);
            CellResult.Failed late = tooLong(budget, last == null);
            if (last == null) {
                close();
            }
            return late;
        }
        if (last.equals(END)) {
            alive = false;
            String epitaph = child.epitaph();
            if (Stop.isRequested() || child.endedBySignal()) {
                throw new Stopped();
            }
            return new CellResult.Failed(CellResult.Kind.EXIT, "ProcessEnded", epitaph,
                    List.of("ProcessEnded: " + epitaph), 0);
        }
        if (last.has("data")) {
            MimeBundle value = Wire.bundle(last);
            collector.add(new Output.ExecuteResult(count, Collections.unmodifiableMap(value.data()),
                    Collections.unmodifiableMap(value.metadata())));
        }
        return CellServer.readFailed(last);
    }

    private static CellResult.Failed tooLong(Duration budget, boolean killed) {
        String message = "the cell took longer than its budget of " + budget.toMillis() / 1000.0 + " s and was stopped"
                + (killed ? "; it did not heed the interrupt, so its process was ended" : "");
        return new CellResult.Failed(CellResult.Kind.INTERRUPTED, "OverBudget", message,
                List.of("OverBudget: " + message), 0);
    }

    private void awaitReady() throws IOException {
        JsonObject ready = await(FRESH);
        if (ready == null || !Wire.op(ready).equals("ready")) {
            close();
            throw new IOException("no evaluator: " + child.epitaph());
        }
    }

    /** The next message that is no output; null where none comes in time. */
    private @Nullable JsonObject await(Duration budget) {
        long deadline = System.nanoTime() + budget.toNanos();
        while (true) {
            if (Stop.isRequested() || Thread.currentThread().isInterrupted()) {
                close();
                throw new Stopped();
            }
            long left = deadline - System.nanoTime();
            JsonObject message = left <= 0 ? messages.poll() : poll(left);
            if (message == null && left <= 0) {
                return null;
            }
            if (message != null) {
                switch (Wire.op(message)) {
                    case "print", "display", "update" -> collector.take(message);
                    default -> {
                        return message;
                    }
                }
            }
        }
    }

    private @Nullable JsonObject poll(long nanos) {
        try {
            return messages.poll(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void send(JsonObject message) {
        try {
            child.wire().send(message);
        } catch (IOException _) {
            // the child is gone: the listening thread says so with an END
        }
    }

    private void listen() {
        try {
            for (JsonObject message = child.wire().receive(); message != null; message = child.wire().receive()) {
                messages.add(message);
            }
        } catch (IOException _) {
            // the same as the end of the line
        }
        messages.add(END);
    }
}
