package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import matterbook.notebook.file.Output;

/** One output as HTML, in the best media type that it has. */
final class OutputHtml {
    /** Best first. */
    private static final List<String> TYPES = List.of("text/html", "image/svg+xml", "image/png", "image/jpeg",
            "image/gif", "text/markdown", "text/latex", "text/plain");

    private final Markdown markdown;

    OutputHtml(Markdown markdown) {
        this.markdown = markdown;
    }

    String render(Output output) {
        return switch (output) {
            case Output.Stream(boolean error, String text) -> text.isBlank()
                    ? ""
                    : "<pre class=\"output stream" + (error ? " stderr" : "") + "\">"
                            + TerminalText.html(text.stripTrailing()) + "</pre>\n";
            case Output.DisplayData(var data, var metadata) -> bundle(data, metadata);
            case Output.ExecuteResult(_, var data, var metadata) -> bundle(data, metadata);
            case Output.ErrorOutput(String name, String message, var traceback) -> "<pre class=\"output error\">"
                    + TerminalText.html(traceback.isEmpty() ? name + ": " + message : String.join("\n", traceback))
                    + "</pre>\n";
        };
    }

    /** The first picture among the outputs as an {@code <img>}; empty where there is none. */
    static String picture(List<Output> outputs) {
        for (Output output : outputs) {
            Map<String, Object> data = switch (output) {
                case Output.DisplayData display -> display.data();
                case Output.ExecuteResult result -> result.data();
                case Output.Stream _,Output.ErrorOutput _ -> Map.of();
            };
            for (String type : data.keySet()) {
                if (type.startsWith("image/") && data.get(type) instanceof String content) {
                    return image(type, content, Map.of(), "");
                }
            }
        }
        return "";
    }

    private String bundle(Map<String, Object> data, Map<String, Object> metadata) {
        for (String type : TYPES) {
            if (data.get(type) instanceof String content) {
                String alt = data.get("text/plain") instanceof String text ? text : "";
                Map<?, ?> size = metadata.get(type) instanceof Map<?, ?> map ? map : Map.of();
                return content(type, content, size, alt);
            }
        }
        return "";
    }

    private String content(String type, String content, Map<?, ?> size, String alt) {
        return switch (type) {
            case "text/html" -> "<div class=\"output html\">" + content + "</div>\n";
            case "text/markdown", "text/latex" ->
                "<div class=\"output markdown\">" + markdown.render(content) + "</div>\n";
            case "text/plain" -> "<pre class=\"output" + (content.strip().contains("\n") ? "" : " line") + "\">"
                    + TerminalText.html(content) + "</pre>\n";
            default -> "<figure class=\"output\">" + image(type, content, size, alt) + "</figure>\n";
        };
    }

    /** SVG too stands in an image of its own: ids in one drawing do not meet those of another. */
    private static String image(String type, String content, Map<?, ?> size, String alt) {
        String base64 = type.equals("image/svg+xml")
                ? Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
                : content.replaceAll("\\s", "");
        String width = size.get("width") instanceof Number number ? " width=\"" + number.intValue() + "\"" : "";
        return "<img" + width + " alt=\"" + Html.escape(alt.strip()) + "\" src=\"data:" + type + ";base64," + base64
                + "\">";
    }
}
