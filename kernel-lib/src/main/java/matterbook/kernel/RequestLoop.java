package matterbook.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import com.google.gson.JsonObject;
import org.zeromq.ZMQ;

/**
 * Reads requests from one ROUTER socket, one after the other: publishes busy, lets them be answered, replies,
 * publishes idle. After a failed cell the cells that already wait are answered {@code aborted}, as Run All wants.
 */
final class RequestLoop {
    /** How long requests that were sent together with a failed cell may take to arrive. */
    private static final int STRAGGLERS_MS = 10;

    private final ZMQ.Socket socket;
    private final Wire wire;
    private final Publisher publisher;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private int toAbort;

    RequestLoop(ZMQ.Socket socket, Wire wire, Publisher publisher) {
        this.socket = socket;
        this.wire = wire;
        this.publisher = publisher;
    }

    /**
     * Serves until the context is closed, then closes the socket.
     *
     * @param answer the reply's content for a request; empty where a message wants no reply
     * @param answered told of each request after its reply is sent
     */
    void run(Function<Message, Optional<JsonObject>> answer, Consumer<Message> answered) {
        try (socket) {
            while (true) {
                Message request = next();
                serve(request, answer);
                answered.accept(request);
            }
        }
    }

    private void serve(Message request, Function<Message, Optional<JsonObject>> answer) {
        boolean abort = toAbort > 0 && toAbort-- > 0 && isExecute(request);
        publisher.status("busy", request.header());
        Optional<JsonObject> reply = abort
                ? Optional.of(Json.object("status", "aborted"))
                : answered(request, answer);
        if (reply.isPresent() && stopsOthers(request, reply.get())) {
            // before the reply is out: what comes after it is a new request
            gatherWaiting();
        }
        reply.ifPresent(content -> reply(request, content));
        publisher.status("idle", request.header());
    }

    private static Optional<JsonObject> answered(Message request, Function<Message, Optional<JsonObject>> answer) {
        try {
            return answer.apply(request);
        } catch (RuntimeException | Error e) {
            JsonObject content = Errors.content(e);
            content.addProperty("status", "error");
            return Optional.of(content);
        }
    }

    private static boolean isExecute(Message request) {
        return request.type().equals("execute_request");
    }

    private static boolean stopsOthers(Message request, JsonObject reply) {
        return isExecute(request) && Json.string(reply, "status", "").equals("error")
                && Json.flag(request.content(), "stop_on_error", true);
    }

    private void reply(Message request, JsonObject content) {
        String type = request.type().replace("_request", "_reply");
        Frames.send(socket, wire.encode(wire.create(type, request.identities(), request.header(), content)));
    }

    private Message next() {
        while (true) {
            Message first = waiting.poll();
            Optional<Message> request = first != null ? Optional.of(first) : Frames.receive(socket, wire);
            if (request.isPresent()) {
                return request.get();
            }
        }
    }

    private void gatherWaiting() {
        socket.setReceiveTimeOut(STRAGGLERS_MS);
        Optional<Message> message = Frames.receive(socket, wire);
        while (message.isPresent()) {
            waiting.add(message.get());
            message = Frames.receive(socket, wire);
        }
        socket.setReceiveTimeOut(-1);
        toAbort = waiting.size();
    }
}
