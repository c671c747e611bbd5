package matterbook.notebook.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Reads nbformat 4, any minor version. Cells without an id (before 4.5), with one that nbformat does not take or
 * with one that stands twice get {@code cell-1}, {@code cell-2}, ... by their place, so the same file always gives
 * the same ids.
 */
public final class NotebookReader {
    private static final Pattern PLACE = Pattern.compile("^(.*?) at line (\\d+) column (\\d+) path (\\S+)",
            Pattern.DOTALL);

    private final String name;
    private final Set<String> ids = new HashSet<>();

    private NotebookReader(String name) {
        this.name = name;
    }

    /** Reads a notebook file. Throws {@link UserError} with file, place and reason where it is none. */
    public static Notebook read(Path file) throws IOException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (CharacterCodingException _) {
            throw new UserError(file + ": not a notebook: it is not UTF-8 text");
        }
    }

    /** Reads a notebook from text; {@code name} stands in messages. */
    public static Notebook parse(String text, String name) {
        return new NotebookReader(name).notebook(text);
    }

    private Notebook notebook(String text) {
        if (!(json(text) instanceof JsonObject object)) {
            throw problem("not a notebook: the file holds no JSON object");
        }
        Map<String, Object> root = Json.plainMap(object);
        if (!(root.get("nbformat") instanceof Long format)) {
            throw problem("not a notebook: it has no \"nbformat\"");
        }
        if (format != 4) {
            throw problem("nbformat " + format + " is not read, only 4: open and save it once in Jupyter");
        }
        if (!(root.get("cells") instanceof List<?> list)) {
            throw problem("not a notebook: it has no list \"cells\"");
        }
        List<Cell> cells = new ArrayList<>();
        for (Object item : list) {
            cells.add(cell(map(item), cells.size() + 1));
        }
        return new Notebook(cells, map(root.get("metadata")));
    }

    private JsonElement json(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            throw problem("this file is not a notebook: " + (start.isEmpty()
                    ? "it is empty"
                    : "it holds other text than what Jupyter saves"));
        }
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text after the end of the notebook");
            }
            return element;
        } catch (IOException | JsonParseException | IllegalStateException failure) {
            throw problem(explain(failure));
        }
    }

    private static String explain(Exception failure) {
        Throwable cause = failure.getCause() instanceof MalformedJsonException inner ? inner : failure;
        String message = Objects.requireNonNullElse(cause.getMessage(), "empty file");
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return "not JSON: " + message.lines().findFirst().orElse("empty file");
        }
        String what = place.group(1).startsWith("Use JsonReader") ? "malformed text" : place.group(1);
        return "line " + place.group(2) + ", column " + place.group(3) + ": not JSON: "
                + Character.toLowerCase(what.charAt(0)) + what.substring(1) + " (at " + place.group(4) + ")";
    }

    private Cell cell(Map<String, Object> raw, int number) {
        Cell.Kind kind = switch (String.valueOf(raw.get("cell_type"))) {
            case "code" -> Cell.Kind.CODE;
            case "markdown" -> Cell.Kind.MARKDOWN;
            case "raw" -> Cell.Kind.RAW;
            default -> throw problem(
                    "cell " + number + ": cell_type must be code, markdown or raw, not " + raw.get("cell_type"));
        };
        List<Output> outputs = new ArrayList<>();
        if (kind == Cell.Kind.CODE && raw.get("outputs") instanceof List<?> list) {
            list.forEach(item -> outputs.add(output(map(item), number)));
        }
        return new Cell(id(raw.get("id"), number), kind, joined(raw.get("source")), map(raw.get("metadata")),
                count(raw), outputs, map(raw.get("attachments")));
    }

    private String id(@Nullable Object given, int number) {
        String id = given instanceof String text && Cell.isId(text) ? text : "cell-" + number;
        while (!ids.add(id)) {
            id = "cell-" + number + "-" + ids.size();
        }
        return id;
    }

    private Output output(Map<String, Object> raw, int number) {
        return switch (String.valueOf(raw.get("output_type"))) {
            case "stream" -> new Output.Stream("stderr".equals(raw.get("name")), joined(raw.get("text")));
            case "display_data" -> new Output.DisplayData(data(raw), map(raw.get("metadata")));
            case "execute_result" -> new Output.ExecuteResult(count(raw), data(raw), map(raw.get("metadata")));
            case "error" -> new Output.ErrorOutput(joined(raw.get("ename")), joined(raw.get("evalue")),
                    raw.get("traceback") instanceof List<?> lines
                            ? lines.stream().map(String::valueOf).toList()
                            : List.of());
            default -> throw problem("cell " + number
                    + ": output_type must be stream, display_data, execute_result or error, not "
                    + raw.get("output_type"));
        };
    }

    private static Map<String, Object> data(Map<String, Object> raw) {
        Map<String, Object> data = new LinkedHashMap<>(map(raw.get("data")));
        data.replaceAll((type, value) -> isJson(type) ? value : joined(value));
        return data;
    }

    /** Whether a media type holds JSON, which is kept as it is; all others hold text. */
    static boolean isJson(String mimeType) {
        return mimeType.equals("application/json") || mimeType.endsWith("+json");
    }

    private static @Nullable Integer count(Map<String, Object> raw) {
        return raw.get("execution_count") instanceof Long count ? Integer.valueOf(count.intValue()) : null;
    }

    /** nbformat's multi-line string: one string, or the list of its lines. */
    private static String joined(@Nullable Object value) {
        return switch (value) {
            case List<?> lines -> String.join("", lines.stream().map(String::valueOf).toList());
            case String text -> text;
            case null, default -> value == null || Json.NULL.equals(value) ? "" : value.toString();
        };
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> entries.put(String.valueOf(key), item));
        }
        return entries;
    }

    private UserError problem(String what) {
        return new UserError(name + ": " + what);
    }
}
