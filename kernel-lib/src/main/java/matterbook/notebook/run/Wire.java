package matterbook.notebook.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import matterbook.notebook.display.MimeBundle;
import org.jspecify.annotations.Nullable;

/** One end of the line between parent and child: one JSON object a line. */
final class Wire implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final TypeToken<Map<String, String>> TEXTS = new TypeToken<>() {
    };
    private static final TypeToken<Map<String, Map<String, Object>>> METADATA = new TypeToken<>() {
    };

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    static JsonObject message(String op) {
        JsonObject message = new JsonObject();
        message.addProperty("op", op);
        return message;
    }

    static String op(JsonObject message) {
        return message.get("op").getAsString();
    }

    synchronized void send(JsonObject message) throws IOException {
        out.write(GSON.toJson(message));
        out.newLine();
        out.flush();
    }

    /** The next message; null at the end. */
    @Nullable
    JsonObject receive() throws IOException {
        String line = in.readLine();
        return line == null ? null : JsonParser.parseString(line).getAsJsonObject();
    }

    static void add(JsonObject message, MimeBundle bundle) {
        message.add("data", GSON.toJsonTree(bundle.data()));
        message.add("metadata", GSON.toJsonTree(bundle.metadata()));
    }

    static MimeBundle bundle(JsonObject message) {
        Map<String, Map<String, Object>> metadata = GSON.fromJson(message.get("metadata"), METADATA);
        metadata.replaceAll((type, entries) -> wholeNumbers(entries));
        return new MimeBundle(GSON.fromJson(message.get("data"), TEXTS), metadata);
    }

    /** Gson reads every number as a double; widths and heights are whole numbers. */
    private static Map<String, Object> wholeNumbers(Map<String, Object> entries) {
        Map<String, Object> whole = new LinkedHashMap<>(entries);
        whole.replaceAll((key, value) -> value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
                ? (Object) d.longValue()
                : value);
        return whole;
    }

    static List<String> lines(JsonObject message, String key) {
        return message.getAsJsonArray(key).asList().stream().map(line -> line.getAsString()).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // the other end is gone, which is what closing is for
        }
    }
}
