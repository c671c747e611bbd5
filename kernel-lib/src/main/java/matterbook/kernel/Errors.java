package matterbook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.google.gson.JsonObject;
import matterbook.notebook.eval.CellResult.Failed;

/**
 * How failures look. Only foreground colours that read on white and on black (red, and bold for emphasis); all else
 * keeps the front end's own colour.
 */
final class Errors {
    private static final String RED = "\u001b[31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private Errors() {}

    /** The content of an {@code error} message, and of a reply with status {@code error}: ename, evalue, traceback. */
    static JsonObject content(Failed failure) {
        List<String> lines = new ArrayList<>();
        for (String line : failure.traceback()) {
            lines.add(coloured(line, failure.name()));
        }
        if (lines.isEmpty()) {
            lines.add(coloured(failure.name() + ": " + failure.message(), failure.name()));
        }
        return Json.object("ename", failure.name(), "evalue", failure.message(), "traceback", lines);
    }

    /** The same for a failure of the kernel itself. */
    static JsonObject content(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        List<String> lines = new ArrayList<>(List.of(coloured(name + ": " + message, name)));
        for (StackTraceElement frame : failure.getStackTrace()) {
            lines.add("    at " + frame);
        }
        return Json.object("ename", name, "evalue", message, "traceback", lines);
    }

    private static String coloured(String line, String name) {
        if (line.startsWith(name)) {
            return BOLD_RED + name + PLAIN + line.substring(name.length());
        }
        boolean caret = !line.isBlank() && line.chars().allMatch(c -> c == '^' || c == '~' || c == ' ' || c == '\t');
        return caret ? RED + line + PLAIN : line;
    }
}
