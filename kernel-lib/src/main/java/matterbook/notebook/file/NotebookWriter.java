package matterbook.notebook.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes nbformat 4.5 byte for byte as Jupyter does (sorted keys, one space a level, text as lists of lines), so
 * that opening and saving a notebook in Jupyter changes nothing but what the person changed.
 */
public final class NotebookWriter {
    /** Python's {@code str.splitlines}, which Jupyter uses. */
    private static final Pattern LINE = Pattern
            .compile(
                    "[^\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]*(?:\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]|$)");

    private NotebookWriter() {}

    /** Writes the file as a whole or not at all. */
    public static void write(Notebook notebook, Path file) throws IOException {
        WholeFile.write(file, text(notebook));
    }

    /** The file's content. */
    public static String text(Notebook notebook) {
        return Json.text(Map.of("cells", notebook.cells().stream().map(NotebookWriter::cell).toList(), "metadata",
                notebook.metadata(), "nbformat", 4L, "nbformat_minor", 5L));
    }

    private static Map<String, Object> cell(Cell cell) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("cell_type", cell.kind().name().toLowerCase(Locale.ROOT));
        raw.put("id", cell.id());
        raw.put("metadata", cell.metadata());
        raw.put("source", lines(cell.source()));
        if (cell.isCode()) {
            raw.put("execution_count", count(cell.executionCount()));
            raw.put("outputs", cell.outputs().stream().map(NotebookWriter::output).toList());
        }
        if (!cell.attachments().isEmpty()) {
            raw.put("attachments", cell.attachments());
        }
        return raw;
    }

    private static Map<String, Object> output(Output output) {
        return switch (output) {
            case Output.Stream(boolean error, String text) ->
                Map.of("output_type", "stream", "name", error ? "stderr" : "stdout", "text", lines(text));
            case Output.DisplayData(var data, var metadata) ->
                Map.of("output_type", "display_data", "data", bundle(data), "metadata", metadata);
            case Output.ExecuteResult(var count, var data, var metadata) -> Map.of("output_type", "execute_result",
                    "execution_count", count(count), "data", bundle(data), "metadata", metadata);
            case Output.ErrorOutput(String name, String message, var traceback) ->
                Map.of("output_type", "error", "ename", name, "evalue", message, "traceback", traceback);
        };
    }

    private static Map<String, Object> bundle(Map<String, Object> data) {
        Map<String, Object> raw = new LinkedHashMap<>(data);
        raw.replaceAll((type, value) -> value instanceof String text && isLines(type) ? lines(text) : value);
        return raw;
    }

    private static boolean isLines(String mimeType) {
        return mimeType.startsWith("text/") || mimeType.equals("image/svg+xml")
                || mimeType.equals("application/javascript");
    }

    private static Object count(@Nullable Integer count) {
        return count == null ? Json.NULL : count;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
        return lines;
    }
}
