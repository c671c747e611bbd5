package matterbook.course.grade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.run.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of one child JVM with one {@link Job}. A reply counts only with the secret of the item that is
 * due; all other bytes that the child writes are dropped.
 */
final class GradingChild implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> LIMITS = List.of("-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null");
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_WAITING = 256;
    private static final long POLL_MILLIS = 100;
    private static final Job.Reply TOO_LARGE = new Job.Reply("", "TOO LARGE", "", "", false, "");
    private static final Job.Reply END = new Job.Reply("", "END", "", "", false, "");

    private final ChildProcess child;
    private final Process process;
    private final Job job;
    private final ChildWatch watch;
    private final BlockingQueue<Job.Reply> replies = new ArrayBlockingQueue<>(MOST_WAITING);
    private boolean started;

    /** What became of an item: a reply, or how the child died of it. */
    record End(Job.@Nullable Reply reply, Outcome death) {
        static End of(Job.Reply reply) {
            return new End(reply, Outcome.PASSED);
        }

        /** Whether it ran out of time, with or without its child. */
        boolean isTimeout() {
            return reply == null
                    ? death == Outcome.TIMEOUT
                    : reply.kind().equals(CellResult.Kind.INTERRUPTED.name());
        }

        static End died(Outcome death) {
            return new End(null, death);
        }
    }

    private GradingChild(ChildProcess child, Job job, int heapMegabytes) {
        this.child = child;
        process = child.process();
        this.job = job;
        watch = new ChildWatch(process.toHandle(), heapMegabytes);
        Thread.ofPlatform().daemon().name("child's replies").start(this::listen);
    }

    /**
     * Starts a child and hands it its job.
     *
     * @param flags more flags for its Java
     */
    static GradingChild start(Job job, Sandbox sandbox, Path folder, int heapMegabytes, List<String> flags)
            throws IOException {
        List<String> all = new ArrayList<>(ChildProcess.flags(heapMegabytes));
        all.addAll(LIMITS);
        all.addAll(flags);
        ChildProcess process = ChildProcess.of(sandbox.start(folder, all, AnswerServer.class.getName()));
        GradingChild child = new GradingChild(process, job, heapMegabytes);
        child.write(job.line());
        return child;
    }

    /** Waits for the end of an item; items must be asked for in their order. After a death the child is gone. */
    End await(int index, Duration budget) {
        // the first waits for the start of Java too
        Job.Reply reply = reply(index, started ? budget : budget.plus(START));
        started = true;
        if (reply == null) {
            write(Integer.toString(index));
            reply = reply(index, GRACE);
            return reply == null || reply.equals(END) ? end(Outcome.TIMEOUT) : end(reply);
        }
        return end(reply);
    }

    private End end(Job.Reply reply) {
        if (reply.equals(TOO_LARGE)) {
            return end(Outcome.TOO_LARGE);
        }
        return reply.equals(END) ? end(exit()) : End.of(reply);
    }

    private End end(Outcome outcome) {
        close();
        return End.died(outcome);
    }

    /** -XX:+ExitOnOutOfMemoryError exits with 3, as does no other end of ours while a cell runs. */
    private Outcome exit() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
            // Ctrl-C may have reached the child first: then this JVM knows of it a moment later
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        checkStop();
        return !process.isAlive() && process.exitValue() == 3 ? Outcome.TOO_LARGE : Outcome.CRASHED;
    }

    private void checkStop() {
        if (Stop.isRequested() || Thread.currentThread().isInterrupted()) {
            close();
            throw new Stopped();
        }
    }

    private Job.@Nullable Reply reply(int index, Duration budget) {
        String secret = job.items().get(index).secret();
        long deadline = System.nanoTime() + budget.toNanos();
        while (System.nanoTime() < deadline) {
            checkStop();
            Job.Reply reply = poll();
            if (reply != null && (reply.equals(END) || reply.secret().equals(secret))) {
                return reply;
            }
            if (reply == null && watch.isTooLarge()) {
                return TOO_LARGE;
            }
        }
        return null;
    }

    private Job.@Nullable Reply poll() {
        try {
            return replies.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void write(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException _) {
            // the child is gone: the listening thread says so
        }
    }

    private void listen() {
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[8192];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        offer(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                    } else if (line.size() < LONGEST_LINE) {
                        line.write(buffer[i]);
                    }
                }
            }
        } catch (IOException | InterruptedException _) {
            // the same as the end of the line
        }
        try {
            replies.put(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(String line) throws InterruptedException {
        Job.Reply reply = line.startsWith("{") ? Job.Reply.parse(line) : null;
        if (reply != null && job.items().stream().anyMatch(item -> item.secret().equals(reply.secret()))) {
            replies.put(reply);
        }
    }

    /** Waits until the child has ended by itself; whether it did so in time, with status 0. */
    boolean awaitExit(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline) {
            checkStop();
        }
        return !process.isAlive() && process.exitValue() == 0;
    }

    @Override
    public void close() {
        child.close();
    }
}
