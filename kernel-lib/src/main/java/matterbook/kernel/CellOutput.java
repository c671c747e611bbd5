package matterbook.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/** Publishes what one cell prints and displays. */
final class CellOutput implements OutputSink {
    private final Publisher publisher;
    private final JsonObject parent;

    CellOutput(Publisher publisher, JsonObject parent) {
        this.publisher = publisher;
        this.parent = parent;
    }

    @Override
    public void print(boolean error, String text) {
        publisher.publish("stream", parent, Json.object("name", error ? "stderr" : "stdout", "text", text));
    }

    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {
        JsonObject content = content(bundle);
        content.add("transient", displayId == null ? new JsonObject() : Json.object("display_id", displayId));
        publisher.publish("display_data", parent, content);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        JsonObject content = content(bundle);
        content.add("transient", Json.object("display_id", displayId));
        publisher.publish("update_display_data", parent, content);
    }

    /** {@code data} and {@code metadata} of a bundle, as several messages hold them. */
    static JsonObject content(MimeBundle bundle) {
        JsonObject data = new JsonObject();
        bundle.data().forEach((type, content) -> data.add(type, payload(type, content)));
        JsonElement metadata = bundle.metadata().isEmpty()
                ? new JsonObject()
                : new Gson().toJsonTree(bundle.metadata());
        return Json.object("data", data, "metadata", metadata);
    }

    /** JSON types travel as JSON, all others as text. */
    private static JsonElement payload(String type, String content) {
        if (type.endsWith("json")) {
            try {
                return JsonParser.parseString(content);
            } catch (JsonParseException e) {
                return new JsonPrimitive(content);
            }
        }
        return new JsonPrimitive(content);
    }
}
