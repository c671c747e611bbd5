package matterbook.notebook.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import matterbook.core.UserError;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.eval.Evaluator;
import matterbook.notebook.eval.InputSource;
import org.jspecify.annotations.Nullable;

/**
 * The child's side: runs cells as they are asked for. Its first line of standard input names the parent's port and
 * a secret that proves who calls. When the parent goes away, the child halts.
 */
public final class CellServer {
    private static final int PARENT_GONE = 3;
    private static final InputSource NO_INPUT = prompt -> {
        throw new UserError("this cell asks for input, and nobody is there to type it: give the value in the cell");
    };

    private final Wire wire;
    private final BlockingQueue<JsonObject> requests = new LinkedBlockingQueue<>();
    private volatile Evaluator evaluator;
    /** As the parent counts the cells of a session. */
    private int count;

    private CellServer(Wire wire) {
        this.wire = wire;
        evaluator = Evaluator.create();
    }

    /** Started by {@link CellSession} alone. */
    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        int blank = line.indexOf(' ');
        Wire wire = new Wire(
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(line.substring(0, blank))));
        JsonObject hello = Wire.message("hello");
        hello.addProperty("secret", line.substring(blank + 1));
        wire.send(hello);
        CellServer server = new CellServer(wire);
        Thread.ofPlatform().daemon().name("requests").start(server::listen);
        server.serve();
    }

    private void listen() {
        try {
            for (JsonObject request = wire.receive(); request != null; request = wire.receive()) {
                if (Wire.op(request).equals("interrupt")) {
                    evaluator.interrupt();
                } else {
                    requests.add(request);
                }
            }
        } catch (IOException _) {
            // the same as the end of the line: the parent is gone
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private void serve() throws IOException, InterruptedException {
        wire.send(Wire.message("ready"));
        while (true) {
            JsonObject request = requests.take();
            if (Wire.op(request).equals("reset")) {
                evaluator.close();
                evaluator = Evaluator.create();
                count = 0;
                wire.send(Wire.message("ready"));
            } else {
                run(request.get("source").getAsString());
            }
        }
    }

    private void run(String source) throws IOException {
        WireSink sink = new WireSink(wire);
        CellResult result = evaluator.run(source, ++count, sink, NO_INPUT);
        sink.flush();
        wire.send(switch (result) {
            case CellResult.Done done -> done(done);
            case CellResult.Failed failed -> failed(failed);
        });
    }

    private static JsonObject done(CellResult.Done done) {
        JsonObject message = Wire.message("done");
        if (done.display() != null) {
            Wire.add(message, done.display());
        }
        return message;
    }

    private static JsonObject failed(CellResult.Failed failed) {
        JsonObject message = Wire.message("failed");
        message.addProperty("kind", failed.kind().name());
        message.addProperty("name", failed.name());
        message.addProperty("message", failed.message());
        message.addProperty("line", failed.line());
        JsonArray traceback = new JsonArray();
        failed.traceback().forEach(traceback::add);
        message.add("traceback", traceback);
        return message;
    }

    /** The parent's reading of {@link #failed}; null for any other message. */
    static CellResult.@Nullable Failed readFailed(JsonObject message) {
        return !Wire.op(message).equals("failed")
                ? null
                : new CellResult.Failed(CellResult.Kind.valueOf(message.get("kind").getAsString()),
                        message.get("name").getAsString(), message.get("message").getAsString(),
                        Wire.lines(message, "traceback"), message.get("line").getAsInt());
    }
}
