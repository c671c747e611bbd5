package matterbook.kernel;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/**
 * Broadcasts on the iopub socket, in the order of the calls. Any thread may publish; one thread sends. Texts
 * printed in quick succession go out as one message, for a front end drops output that comes in thousands of
 * messages a second.
 */
final class Publisher {
    private static final int MOST_WAITING = 10_000;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final long GATHER_NANOS = 30_000_000L;
    private static final Item END = new Item("", new JsonObject(), new JsonObject());

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ZMQ.Socket socket;
    private final Wire wire;
    private @Nullable Item held;

    private record Item(String type, JsonObject parent, JsonObject content) {
        boolean continues(Item before) {
            return type.equals("stream") && before.type.equals("stream") && parent.equals(before.parent)
                    && content.get("name").equals(before.content.get("name"));
        }
    }

    Publisher(ZMQ.Socket socket, Wire wire) {
        this.socket = socket;
        this.wire = wire;
    }

    /** Queues one message; waits where too many wait already, even if this thread is interrupted meanwhile. */
    void publish(String type, JsonObject parent, JsonObject content) {
        put(new Item(type, parent, content));
    }

    /** Publishes {@code busy}, {@code idle} or {@code starting}. */
    void status(String state, JsonObject parent) {
        publish("status", parent, Json.object("execution_state", state));
    }

    /** Sends what is queued, then lets {@link #run()} return. */
    void end() {
        put(END);
    }

    private void put(Item item) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(item);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends until {@link #end()}, then closes the socket. */
    void run() throws InterruptedException {
        try (socket) {
            for (Item item = next(); !item.type.isEmpty(); item = next()) {
                Item whole = item.type.equals("stream") ? gather(item) : item;
                Message message = wire.create(whole.type, List.of(), whole.parent, whole.content);
                Frames.send(socket, wire.encode(message));
            }
        }
    }

    private Item next() throws InterruptedException {
        Item item = held;
        held = null;
        return item != null ? item : queue.take();
    }

    private Item gather(Item first) throws InterruptedException {
        StringBuilder text = new StringBuilder(Json.string(first.content, "text", ""));
        long deadline = System.nanoTime() + GATHER_NANOS;
        while (text.length() < LONGEST_TEXT) {
            Item more = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (more == null) {
                break;
            }
            if (!more.continues(first)) {
                held = more;
                break;
            }
            text.append(Json.string(more.content, "text", ""));
        }
        JsonObject content = Json.object("name", Json.string(first.content, "name", ""), "text", text.toString());
        return new Item(first.type, first.parent, content);
    }
}
