package matterbook.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import matterbook.kernel.KernelClient.Answer;

/**
 * The same conversation with a Java and a Python kernel, written down as the shape of every answer: types in their
 * order, keys, statuses, states and counts; texts only as {@code text}.
 */
final class Conversation {
    /** Values that both kernels must agree on. */
    private static final Set<String> COMPARED = Set.of("status", "execution_state", "execution_count", "name", "found",
            "restart", "display_id");
    /** ipyparallel's mark, and what differs between languages. */
    private static final Set<String> IGNORED = Set.of("engine_info", "codemirror_mode", "indent");

    private static final List<Cell> CELLS = List.of(new Cell("value", "1+1", "1 + 1"),
            new Cell("statement", "x = 1", "int x = 1;"),
            new Cell("print", "print(1)", "System.out.println(1)"),
            new Cell("stderr", "import sys; print(1, file=sys.stderr)", "System.err.println(1)"),
            new Cell("silent value", "1+1", "1 + 1", "silent", true),
            new Cell("silent print", "print(1)", "System.out.println(1)", "silent", true),
            new Cell("silent error", "1/0", "1 / 0", "silent", true),
            new Cell("not stored", "1+1", "1 + 1", "store_history", false),
            new Cell("expressions", "x = 2", "x = 2;", "user_expressions", Json.object("a", "x + 1", "b", "nope")),
            new Cell("error", "1/0", "1 / 0"), new Cell("error and expressions", "1/0", "1 / 0", "user_expressions",
                    Json.object("a", "x + 1")),
            new Cell("no such syntax", "1 1", "1 1"), new Cell("empty", "", ""),
            new Cell("no input", "input('?')", "IO.readln(\"?\")"),
            new Cell("display", "_ = display(3)", "display(3);"));

    private record Cell(String name, String python, String java, Object... options) {}

    private final KernelClient client;
    private final boolean python;
    private final Map<String, JsonElement> notes = new TreeMap<>();

    private Conversation(KernelClient client, boolean python) {
        this.client = client;
        this.python = python;
    }

    /** What the kernel behind {@code client}, fresh, answers. */
    static Map<String, JsonElement> with(KernelClient client, boolean python) {
        Conversation conversation = new Conversation(client, python);
        CELLS.forEach(conversation::run);
        conversation.abort(true);
        conversation.abort(false);
        conversation.introspect();
        return conversation.notes;
    }

    private void run(Cell cell) {
        JsonObject request = KernelClient.executeRequest(python ? cell.python : cell.java);
        for (int i = 0; i < cell.options.length; i += 2) {
            request.add((String) cell.options[i], Json.object("v", cell.options[i + 1]).get("v"));
        }
        Answer answer = client.ask("execute_request", request);
        note(cell.name, answer);
        if (answer.status().equals("error")) {
            settle();
        }
    }

    /** Three cells sent at once, the first of which fails. */
    private void abort(boolean stopOnError) {
        JsonObject failing = KernelClient.executeRequest(
                python ? "import time; time.sleep(0.5); 1/0" : "Thread.sleep(500); System.out.println(1 / 0);");
        failing.addProperty("stop_on_error", stopOnError);
        JsonObject careless = KernelClient.executeRequest("6");
        careless.addProperty("stop_on_error", false);
        List<String> ids = List.of(client.send("execute_request", failing),
                client.send("execute_request", KernelClient.executeRequest("5")),
                client.send("execute_request", careless), client.send("kernel_info_request", new JsonObject()));
        for (int i = 0; i < ids.size(); i++) {
            note("three at once, stop_on_error " + stopOnError + ", " + i, client.await(ids.get(i)));
        }
        settle();
    }

    /** For a moment after an error ipykernel aborts even what is sent after its reply; ours does not. */
    private void settle() {
        if (python) {
            LockSupport.parkNanos(500_000_000L);
        }
    }

    private void introspect() {
        ask("complete", "complete_request", "code", python ? "pri" : "Mat", "cursor_pos", 3);
        ask("inspect", "inspect_request", "code", python ? "print" : "Math.abs(1)", "cursor_pos", 5, "detail_level", 0);
        ask("inspect nothing", "inspect_request", "code", "nosuchthing", "cursor_pos", 3, "detail_level", 0);
        ask("complete code", "is_complete_request", "code", "1");
        ask("incomplete code", "is_complete_request", "code", python ? "def f():" : "int f() {");
        ask("invalid code", "is_complete_request", "code", python ? "1 1" : "int = = 3;");
        ask("history tail", "history_request", "hist_access_type", "tail", "n", 2, "output", true, "raw", true);
        ask("history range", "history_request", "hist_access_type", "range", "session", 0, "start", 1, "stop", 3,
                "output", false, "raw", true);
        ask("history search", "history_request", "hist_access_type", "search", "pattern", "1*1", "n", 9, "unique",
                true, "output", false, "raw", true);
        ask("comm info", "comm_info_request");
        ask("kernel info", "kernel_info_request");
        notes.put("shutdown", shape(client.control("shutdown_request", Json.object("restart", true))));
    }

    private void ask(String name, String type, Object... content) {
        note(name, client.ask(type, Json.object(content)));
    }

    private void note(String name, Answer answer) {
        JsonArray published = new JsonArray();
        for (Message message : answer.published()) {
            published.add(Json.object("type", message.type(), "content", shape(message.content())));
        }
        notes.put(name, Json.object("type", answer.reply().type(), "content", shape(answer.content()), "published",
                published));
    }

    private static JsonObject shape(JsonObject content) {
        JsonObject shape = new JsonObject();
        content.entrySet().stream().filter(entry -> !IGNORED.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> shape.add(entry.getKey(), shape(entry.getKey(), entry.getValue())));
        return shape;
    }

    private static JsonElement shape(String key, JsonElement value) {
        boolean compared = COMPARED.contains(key) && value instanceof JsonPrimitive;
        return switch (value) {
            case JsonElement same when compared && !key.equals("display_id") -> same;
            // more media types than text/plain are welcome
            case JsonObject bundle when key.equals("data") && bundle.has("text/plain") -> new JsonPrimitive("bundle");
            case JsonObject any when key.equals("metadata") -> new JsonPrimitive("metadata");
            // a key is there in one kernel only: a display that cannot be updated
            case JsonObject any when key.equals("transient") -> new JsonPrimitive("transient");
            case JsonObject object when key.equals("language_info") -> new JsonPrimitive("language");
            case JsonObject object -> shape(object);
            case JsonArray array -> new JsonPrimitive("list");
            default -> new JsonPrimitive("text");
        };
    }
}
