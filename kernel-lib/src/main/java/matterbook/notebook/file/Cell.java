package matterbook.notebook.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a notebook.
 *
 * @param id unique in its notebook: 1 to 64 letters, digits, {@code -} and {@code _}
 * @param executionCount the number in the cell's margin; null before it ran, and in cells that are not code
 * @param outputs empty in cells that are not code
 * @param attachments pictures inside a markdown cell, as nbformat has them; mostly empty
 */
public record Cell(String id, Kind kind, String source, Map<String, Object> metadata,
        @Nullable Integer executionCount, List<Output> outputs, Map<String, Object> attachments) {
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9-_]{1,64}");

    /** nbformat's three kinds. */
    public enum Kind {
        CODE, MARKDOWN, RAW
    }

    public Cell {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "a cell id has 1 to 64 letters, digits, '-' and '_'; \"" + id + "\" is none");
        }
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        outputs = List.copyOf(outputs);
        attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
    }

    /** A code cell that has not run. */
    public static Cell code(String id, String source) {
        return new Cell(id, Kind.CODE, source, Map.of(), null, List.of(), Map.of());
    }

    public static Cell markdown(String id, String source) {
        return new Cell(id, Kind.MARKDOWN, source, Map.of(), null, List.of(), Map.of());
    }

    /** Whether nbformat takes this text as a cell's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public boolean isCode() {
        return kind == Kind.CODE;
    }

    /** This cell with what a run left in it. */
    public Cell withOutputs(@Nullable Integer count, List<Output> newOutputs) {
        return new Cell(id, kind, source, metadata, count, newOutputs, attachments);
    }

    /** This cell as if it had not run. */
    public Cell withoutOutputs() {
        return withOutputs(null, List.of());
    }

    public Cell withMetadata(Map<String, Object> newMetadata) {
        return new Cell(id, kind, source, newMetadata, executionCount, outputs, attachments);
    }
}
