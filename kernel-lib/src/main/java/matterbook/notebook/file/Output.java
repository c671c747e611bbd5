package matterbook.notebook.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import matterbook.notebook.display.MimeBundle;
import org.jspecify.annotations.Nullable;

/** One output of a code cell, as nbformat 4 has them. */
public sealed interface Output {
    /** Text printed on standard output, or on standard error. */
    record Stream(boolean error, String text) implements Output {}

    /** A displayed value: media type to content (text, or plain JSON for JSON types). */
    record DisplayData(Map<String, Object> data, Map<String, Object> metadata) implements Output {
        public DisplayData {
            data = copy(data);
            metadata = copy(metadata);
        }
    }

    /** The value of the cell's last expression; the count is null only in files that lost it. */
    record ExecuteResult(@Nullable Integer executionCount, Map<String, Object> data,
            Map<String, Object> metadata) implements Output {
        public ExecuteResult {
            data = copy(data);
            metadata = copy(metadata);
        }
    }

    /** Why the cell failed. */
    record ErrorOutput(String name, String message, List<String> traceback) implements Output {
        public ErrorOutput {
            traceback = List.copyOf(traceback);
        }
    }

    /** A displayed value from the evaluator's bundle. */
    static DisplayData display(MimeBundle bundle) {
        return new DisplayData(Collections.unmodifiableMap(bundle.data()),
                Collections.unmodifiableMap(bundle.metadata()));
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
