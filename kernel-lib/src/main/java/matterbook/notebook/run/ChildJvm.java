package matterbook.notebook.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import matterbook.core.UserError;

/** A child JVM with this JVM's Java and class path, connected by a {@link Wire}. It dies with its parent. */
final class ChildJvm implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int POLL_MILLIS = 100;
    private static final int HELLO_MILLIS = 5000;
    private static final int KEPT = 4000;
    /** What a JVM exits with after SIGINT and SIGTERM. */
    private static final Set<Integer> SIGNALS = Set.of(130, 143);

    private final ChildProcess child;
    private final Process process;
    private final Wire wire;
    private final StringBuilder said;

    private ChildJvm(ChildProcess child, Wire wire, StringBuilder said) {
        this.child = child;
        process = child.process();
        this.wire = wire;
        this.said = said;
    }

    static ChildJvm start(RunOptions options) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String secret = secret();
            ChildProcess child = ChildProcess.of(new ProcessBuilder(command(options))
                    .directory(options.folder().toFile()).redirectErrorStream(true).start());
            Process process = child.process();
            StringBuilder said = listen(process.getInputStream());
            try {
                process.getOutputStream().write((server.getLocalPort() + " " + secret + "\n").getBytes(
                        StandardCharsets.UTF_8));
                process.getOutputStream().close();
                return new ChildJvm(child, accept(server, secret, process, said), said);
            } catch (IOException | RuntimeException failure) {
                child.close();
                throw failure;
            }
        }
    }

    Wire wire() {
        return wire;
    }

    /** How the process ended and the last that it said. */
    String epitaph() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        String how = process.isAlive()
                ? "the Java process hung up"
                : "the Java process ended, exit " + process.exitValue();
        String words = text(said);
        return words.isEmpty() ? how : how + ": " + words;
    }

    /** Whether a signal ended the process: someone pressed Ctrl-C, and this JVM is going down too. */
    boolean endedBySignal() {
        return !process.isAlive() && SIGNALS.contains(process.exitValue());
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        wire.close();
        child.close();
    }

    private static List<String> command(RunOptions options) {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java().toString()));
        command.addAll(ChildProcess.flags(options.heapMegabytes()));
        if (options.quick()) {
            command.add(ChildProcess.QUICK);
        }
        System.getProperties().stringPropertyNames().stream().filter(key -> key.startsWith("matterbook.")).sorted()
                .forEach(key -> command.add("-D" + key + "=" + System.getProperty(key)));
        command.addAll(List.of("-cp", classPath(), CellServer.class.getName()));
        return command;
    }

    /** Absolute, because the child works in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Wire accept(ServerSocket server, String secret, Process process, StringBuilder said)
            throws IOException {
        server.setSoTimeout(POLL_MILLIS);
        for (int i = 0; i < START_SECONDS * 1000 / POLL_MILLIS && process.isAlive(); i++) {
            try {
                Socket socket = server.accept();
                Wire wire = new Wire(socket);
                if (knows(secret, socket, wire)) {
                    return wire;
                }
                wire.close();
            } catch (SocketTimeoutException _) {
                // not yet: look whether the process still lives, and wait on
            }
        }
        throw new UserError("the Java process for the cells did not start: " + text(said));
    }

    /** Whether the caller is the child: any process of this machine may call, say nothing or talk nonsense. */
    static boolean knows(String secret, Socket socket, Wire wire) throws IOException {
        socket.setSoTimeout(HELLO_MILLIS);
        try {
            JsonObject hello = wire.receive();
            return hello != null && hello.get("secret") instanceof JsonPrimitive said
                    && said.getAsString().equals(secret);
        } catch (JsonParseException | IllegalStateException | SocketTimeoutException _) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private static String text(StringBuilder said) {
        synchronized (said) {
            return said.toString().strip();
        }
    }

    private static StringBuilder listen(InputStream stream) {
        StringBuilder said = new StringBuilder();
        Thread.ofPlatform().daemon().name("child's own words").start(() -> {
            byte[] buffer = new byte[1024];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    synchronized (said) {
                        said.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                        said.delete(0, Math.max(0, said.length() - KEPT));
                    }
                }
            } catch (IOException _) {
                // the process is gone, and with it what it could say
            }
        });
        return said;
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
