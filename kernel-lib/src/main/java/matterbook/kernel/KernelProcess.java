package matterbook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** A kernel in a process of its own, started as Jupyter does, with a client connected to it. */
public final class KernelProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long END_SECONDS = 10;

    private final Path connectionFile;
    private final Process process;
    private final KernelClient client;

    private KernelProcess(Path connectionFile, Process process, KernelClient client) {
        this.connectionFile = connectionFile;
        this.process = process;
        this.client = client;
    }

    /**
     * Starts a kernel; what it prints is dropped.
     *
     * @param command as in kernel.json, with {@code {connection_file}} in it
     */
    public static KernelProcess start(List<String> command) throws IOException {
        KernelConnectionProperties connection = Connections.loopback();
        Path file = Files.createTempFile("kernel-", ".json");
        Files.writeString(file, connection.toJsonString());
        List<String> line = command.stream().map(word -> word.replace("{connection_file}", file.toString())).toList();
        try {
            Process process = new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new KernelProcess(file, process, new KernelClient(connection, PATIENCE));
        } catch (IOException e) {
            // it holds the key, and no process is there to read it
            Files.delete(file);
            throw e;
        }
    }

    /** Talks to this kernel. */
    public KernelClient client() {
        return client;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Asks the kernel to end; true if it has ended with status 0 in time. */
    public boolean shutdown(Duration patience) throws InterruptedException {
        client.control("shutdown_request", Json.object("restart", false));
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    /** Ends the process in any case. */
    @Override
    public void close() throws IOException {
        client.close();
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(connectionFile);
    }
}
