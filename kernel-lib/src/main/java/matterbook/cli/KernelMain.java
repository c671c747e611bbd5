package matterbook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.google.gson.JsonParseException;
import matterbook.core.UserError;
import matterbook.kernel.KernelServer;
import matterbook.kernel.WarmEvaluator;
import matterbook.notebook.eval.Evaluator;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * What kernel.json starts: one kernel for the connection file that Jupyter has written. Apart from the command line
 * because picocli would cost start-up time.
 */
public final class KernelMain {
    private KernelMain() {}

    /** Serves until a client asks for shutdown or Jupyter is gone. */
    public static void main(String[] args) throws InterruptedException {
        // the evaluator soon captures System.err, and nobody would read there why the kernel does not start
        PrintStream err = System.err;
        try {
            if (args.length != 1) {
                throw new UserError("expected one connection file, got " + args.length
                        + " arguments; Jupyter starts this, not people");
            }
            serve(Path.of(args[0]));
            System.exit(0);
        } catch (UserError e) {
            err.println("matterbook kernel: " + e.getMessage());
            System.exit(1);
        }
    }

    /** The sockets are bound while the evaluator is made on another thread. */
    static void serve(Path connectionFile) throws InterruptedException {
        CompletableFuture<Evaluator> evaluator = WarmEvaluator.start();
        try (KernelServer server = new KernelServer(read(connectionFile), evaluator, Clock.systemUTC())) {
            endWithJupyter();
            server.awaitShutdown();
        }
    }

    private static KernelConnectionProperties read(Path file) {
        try {
            KernelConnectionProperties connection = KernelConnectionProperties.parse(Files.readString(file));
            if (connection == null || connection.getShellPort() == 0) {
                throw new UserError(file + " is not a connection file: it names no shell_port");
            }
            return connection;
        } catch (IOException e) {
            throw new UserError("cannot read the connection file " + file, e);
        } catch (JsonParseException e) {
            throw new UserError("the connection file " + file + " is not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Jupyter passes its process id; a kernel whose Jupyter has died would otherwise run for ever. On Windows it passes
     * a handle instead, which Java cannot wait for and which is the id of some other process.
     */
    private static void endWithJupyter() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        Optional.ofNullable(System.getenv("JPY_PARENT_PID")).filter(pid -> pid.matches("\\d{2,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(jupyter -> Thread.ofPlatform().daemon().name("kernel-parent").start(() -> {
                    jupyter.onExit().join();
                    System.exit(0);
                }));
    }
}
