package matterbook.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.google.gson.JsonObject;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The other side of the protocol: talks to any Jupyter kernel, ours or another's, for benchmarks and tests. One
 * thread uses it.
 */
public final class KernelClient implements AutoCloseable {
    private static final int HELLO_MS = 10;

    private final ZMQ.Context context = ZMQ.context(1);
    private final String session = UUID.randomUUID().toString();
    private final KernelConnectionProperties connection;
    private final Wire wire;
    private final Duration patience;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket input;
    private final ZMQ.Socket published;
    private final ZMQ.Socket heartbeat;

    /** A request's reply and all that the kernel published for it, from busy to idle. */
    public record Answer(Message reply, List<Message> published) {
        /** The content of the reply. */
        public JsonObject content() {
            return reply.content();
        }

        /** {@code ok}, {@code error} or {@code aborted}. */
        public String status() {
            return Json.string(content(), "status", "");
        }

        /** The contents of the published messages of one type. */
        public List<JsonObject> published(String type) {
            return published.stream().filter(message -> message.type().equals(type)).map(Message::content).toList();
        }

        /** All that was printed on {@code stdout} or {@code stderr}. */
        public String printed(String stream) {
            StringBuilder text = new StringBuilder();
            for (JsonObject content : published("stream")) {
                text.append(Json.string(content, "name", "").equals(stream) ? Json.string(content, "text", "") : "");
            }
            return text.toString();
        }

        /** The text/plain of the cell's value; empty where it has none. */
        public String value() {
            List<JsonObject> results = published("execute_result");
            return results.isEmpty() ? "" : Json.string(Json.child(results.getFirst(), "data"), "text/plain", "");
        }
    }

    /**
     * Connects; the kernel may still be starting.
     *
     * @param patience how long to wait for any one message
     */
    public KernelClient(KernelConnectionProperties connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
        wire = new Wire(connection, session, Clock.systemUTC());
        shell = connect(SocketType.DEALER, connection.getShellPort());
        control = connect(SocketType.DEALER, connection.getControlPort());
        input = connect(SocketType.DEALER, connection.getStdinPort());
        heartbeat = connect(SocketType.REQ, connection.getHbPort());
        published = connect(SocketType.SUB, connection.getIopubPort());
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = context.socket(type);
        socket.setLinger(0);
        socket.setRcvHWM(0);
        socket.setReceiveTimeOut((int) patience.toMillis());
        socket.setReconnectIVL(HELLO_MS);
        if (type == SocketType.DEALER) {
            // the kernel asks for input under the identity by which it knows who sent the cell
            socket.setIdentity(session.getBytes(StandardCharsets.UTF_8));
        } else if (type == SocketType.SUB) {
            socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
        }
        socket.connect("tcp://" + connection.getIp() + ":" + port);
        return socket;
    }

    /** Waits until the kernel answers and its broadcasts arrive. */
    public void awaitReady() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            String id = send("kernel_info_request", new JsonObject());
            answerTo(shell, id);
            published.setReceiveTimeOut(HELLO_MS);
            boolean heard = !Frames.receive(published).isEmpty();
            published.setReceiveTimeOut((int) patience.toMillis());
            if (heard) {
                return;
            }
        }
        throw new IllegalStateException("the kernel's broadcasts did not arrive within " + patience.toSeconds() + " s");
    }

    /** Runs a cell with the protocol's defaults, no input allowed. */
    public Answer execute(String code) {
        return ask("execute_request", executeRequest(code));
    }

    /** The content of an execute_request with the protocol's defaults, no input allowed. */
    public static JsonObject executeRequest(String code) {
        return Json.object("code", code, "silent", false, "store_history", true, "user_expressions", new JsonObject(),
                "allow_stdin", false, "stop_on_error", true);
    }

    /** Sends a request on the shell channel and waits for its reply and its idle status. */
    public Answer ask(String type, JsonObject content) {
        return await(send(type, content));
    }

    /** Sends a request on the shell channel; returns its id. */
    public String send(String type, JsonObject content) {
        return send(shell, type, content);
    }

    /** Waits for reply and idle status of a request that was sent on the shell channel. */
    public Answer await(String id) {
        Message reply = awaitReply(id);
        return new Answer(reply, publishedFor(id));
    }

    /** Waits for the reply to a request on the shell channel, whatever is published. */
    public Message awaitReply(String id) {
        return answerTo(shell, id);
    }

    /** Runs a cell that may ask for input; {@code user} answers prompts. */
    public Answer converse(String code, UnaryOperator<String> user) {
        JsonObject content = executeRequest(code);
        content.addProperty("allow_stdin", true);
        String id = send("execute_request", content);
        Message prompt = answerTo(input, id);
        String line = user.apply(Json.string(prompt.content(), "prompt", ""));
        Message answer = wire.create("input_reply", List.of(), prompt.header(), Json.object("value", line));
        Frames.send(input, wire.encode(answer));
        return await(id);
    }

    /** Sends a request on the control channel and returns its reply's content. */
    public JsonObject control(String type, JsonObject content) {
        return answerTo(control, send(control, type, content)).content();
    }

    /** The next broadcast, of whatever request. */
    public Message nextPublished() {
        return Frames.receive(published, wire).orElseThrow(() -> silence("broadcast"));
    }

    /** Sends bytes as they are on the shell channel, to see what the kernel makes of them. */
    public void sendRaw(List<byte[]> frames) {
        Frames.send(shell, frames);
    }

    /** Whether the kernel's heartbeat echoes these bytes. */
    public boolean beats(byte[] bytes) {
        heartbeat.send(bytes);
        byte[] echo = heartbeat.recv();
        return echo != null && Arrays.equals(echo, bytes);
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        Message request = wire.create(type, List.of(), new JsonObject(), content);
        Frames.send(socket, wire.encode(request));
        return request.id();
    }

    private Message answerTo(ZMQ.Socket socket, String id) {
        while (true) {
            Message message = Frames.receive(socket, wire).orElseThrow(() -> silence("answer"));
            if (message.parentId().equals(id)) {
                return message;
            }
        }
    }

    private List<Message> publishedFor(String id) {
        List<Message> messages = new ArrayList<>();
        while (true) {
            Message message = nextPublished();
            if (message.parentId().equals(id)) {
                messages.add(message);
                if (Json.string(message.content(), "execution_state", "").equals("idle")) {
                    return messages;
                }
            }
        }
    }

    private IllegalStateException silence(String awaited) {
        return new IllegalStateException("no " + awaited + " within " + patience.toMillis() + " ms");
    }

    @Override
    public void close() {
        List.of(shell, control, input, heartbeat, published).forEach(ZMQ.Socket::close);
        context.term();
    }
}
