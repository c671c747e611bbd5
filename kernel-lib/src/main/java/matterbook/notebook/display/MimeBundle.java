package matterbook.notebook.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One value in several media types, for a front end to choose from; {@code text/plain} is always there. Binary
 * types (image/png) hold base64 text, as notebook files do. Metadata is keyed by media type (Jupyter's
 * {@code width} and {@code height} of a 2x image).
 */
public record MimeBundle(Map<String, String> data, Map<String, Map<String, Object>> metadata) {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String MARKDOWN = "text/markdown";
    public static final String PNG = "image/png";
    public static final String SVG = "image/svg+xml";

    public MimeBundle {
        if (!data.containsKey(TEXT)) {
            throw new IllegalArgumentException("a bundle needs text/plain; it has " + data.keySet());
        }
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text), Map.of());
    }

    /** This bundle with one more media type. */
    public MimeBundle with(String mimeType, String content) {
        Map<String, String> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more, metadata);
    }

    /** This bundle with metadata for one media type. */
    public MimeBundle withMetadata(String mimeType, Map<String, Object> entries) {
        Map<String, Map<String, Object>> more = new LinkedHashMap<>(metadata);
        more.put(mimeType, entries);
        return new MimeBundle(data, more);
    }

    public String text() {
        return data.getOrDefault(TEXT, "");
    }

    public @Nullable String get(String mimeType) {
        return data.get(mimeType);
    }
}
