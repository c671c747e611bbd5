package matterbook.kernel;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import com.google.gson.JsonObject;
import matterbook.notebook.eval.Evaluator;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A running kernel: five sockets, each read and written by one thread of its own. Requests that need no evaluator
 * (kernel_info, history, interrupt, shutdown) are answered while it is still being made; the others wait for it.
 */
public final class KernelServer implements AutoCloseable {
    private static final long END_MS = 1500;

    private final Sockets sockets;
    private final CompletableFuture<Evaluator> evaluator;
    private final Publisher publisher;
    private final Input input;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Binds the sockets and starts to serve. The evaluator may still be on its way. */
    public KernelServer(KernelConnectionProperties connection, CompletableFuture<Evaluator> evaluator, Clock clock) {
        this.evaluator = evaluator;
        sockets = new Sockets(connection);
        Wire wire = new Wire(connection, UUID.randomUUID().toString(), clock);
        publisher = new Publisher(sockets.publish, wire);
        input = new Input(sockets.input, wire);
        Control control = new Control(evaluator, publisher);
        Shell shell = new Shell(evaluator::join, publisher, input, control);
        start("heartbeat", this::beat);
        start("iopub", publisher::run);
        start("stdin", input::run);
        start("control", () -> new RequestLoop(sockets.control, wire, publisher).run(control::reply, this::answered));
        start("shell", () -> new RequestLoop(sockets.shell, wire, publisher).run(shell::reply, this::answered));
        publisher.status("starting", new JsonObject());
    }

    /** Waits until a client has asked for shutdown. */
    public void awaitShutdown() throws InterruptedException {
        ended.await();
    }

    private void answered(Message request) {
        if (request.type().equals("shutdown_request")) {
            ended.countDown();
        }
    }

    /** Stops the running cell, sends what is still to be sent and closes the sockets; the evaluator stays open. */
    @Override
    public void close() {
        if (evaluator.state() == Future.State.SUCCESS) {
            evaluator.resultNow().interrupt();
        }
        input.end();
        publisher.end();
        Thread closing = start("closing", sockets.context::term);
        try {
            closing.join(END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        // closed at the end, for the context does not end before its last socket
        try (ZMQ.Socket socket = sockets.heartbeat) {
            while (true) {
                byte[] beat = socket.recv();
                if (beat != null) {
                    socket.send(beat);
                }
            }
        }
    }

    /** The work of a thread that owns a socket. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Thread start(String name, Work work) {
        return Thread.ofPlatform().daemon().name("kernel-" + name).start(() -> {
            try {
                work.run();
            } catch (ZMQException e) {
                if (!Frames.isEnd(e)) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
