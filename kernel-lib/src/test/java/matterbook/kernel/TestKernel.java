package matterbook.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import matterbook.notebook.eval.Evaluator;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** A kernel in this JVM with a client that is connected to it over loopback sockets. */
final class TestKernel implements AutoCloseable {
    final KernelConnectionProperties connection = Connections.loopback();
    final KernelClient client;
    private final Evaluator evaluator = Evaluator.create();
    private final KernelServer server;

    TestKernel() {
        server = new KernelServer(connection, CompletableFuture.completedFuture(evaluator), Clock.systemUTC());
        client = new KernelClient(connection, Duration.ofSeconds(20));
        client.awaitReady();
    }

    KernelServer server() {
        return server;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        evaluator.close();
    }
}
