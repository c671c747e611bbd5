package matterbook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.UserError;
import matterbook.notebook.file.WholeFile;

/** A Markdown file with one section for each benchmark, each between marks of its own. */
final class BenchReport {
    private static final String HEAD = """
            # Benchmarks

            Every section is written by the command that it names; nothing here is written by hand.
            """;

    private BenchReport() {}

    /** Where it was measured, in one line. */
    static String machine() {
        return System.getProperty("os.name") + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    /** Replaces the section of this benchmark, or adds it at the end; all other text stays. */
    static void replace(Path file, String name, String section) throws IOException {
        replace(file, HEAD, name, section);
    }

    /**
     * The same for any page.
     *
     * @param head how the page begins where there is none yet
     */
    static void replace(Path file, String head, String name, String section) throws IOException {
        String begin = begin(name);
        String end = end(name);
        requirePage(file, head, List.of(name));
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : head;
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(from, 0));
        String block = begin + section + end;
        String next = from >= 0 && to > from
                ? text.substring(0, from) + block + text.substring(to + end.length())
                : text + "\n" + block;
        WholeFile.write(file, next);
    }

    /**
     * Refuses a file that is no such page, or one of whose sections has lost a mark: what follows could be taken for it.
     * Long work asks before it begins.
     */
    static void requirePage(Path file, String head, List<String> names) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; name the page in it");
        }
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String title = head.lines().findFirst().orElseThrow();
        if (!text.startsWith(title)) {
            throw new UserError(file + " does not begin with \"" + title + "\": another file would be written to");
        }
        for (String name : names) {
            int from = text.indexOf(begin(name));
            int to = text.indexOf(end(name));
            if (from < 0 != to < 0 || to < from || from != text.lastIndexOf(begin(name))
                    || to != text.lastIndexOf(end(name))) {
                throw new UserError(file + ": the marks begin and end of the section \"" + name
                        + "\" are no pair; delete the section, or take it from version control");
            }
        }
    }

    private static String begin(String name) {
        return "<!-- begin " + name + " -->\n";
    }

    private static String end(String name) {
        return "<!-- end " + name + " -->\n";
    }
}
