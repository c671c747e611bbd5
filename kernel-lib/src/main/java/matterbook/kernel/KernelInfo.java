package matterbook.kernel;

import java.util.List;
import java.util.Objects;

import com.google.gson.JsonObject;

/** What the kernel says about itself. */
final class KernelInfo {
    private KernelInfo() {}

    static JsonObject reply() {
        String version = Objects.requireNonNullElse(KernelInfo.class.getPackage().getImplementationVersion(),
                "development");
        String java = Runtime.version().toString();
        JsonObject language = Json.object("name", "java", "version", java, "mimetype", "text/x-java-source",
                "file_extension", ".jshell", "pygments_lexer", "java", "codemirror_mode", "text/x-java",
                "nbconvert_exporter", "script");
        return Json.object("status", "ok", "protocol_version", Wire.PROTOCOL, "implementation", "matterbook",
                "implementation_version", version, "language_info", language, "banner",
                "Matterbook " + version + ", Java " + java, "help_links",
                List.of(link("Java API", "https://docs.oracle.com/en/java/javase/25/docs/api/index.html"),
                        link("Learn Java", "https://dev.java/learn/")));
    }

    private static JsonObject link(String text, String url) {
        return Json.object("text", text, "url", url);
    }
}
