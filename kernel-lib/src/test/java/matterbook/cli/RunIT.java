package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import matterbook.course.Lesson;
import matterbook.course.Lessons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code matterbook run} from the packaged jar, in a folder that has nothing of the repository. That every lecture runs
 * is held by LessonsTest in each build; that each becomes a page, with {@code -Pfull}.
 */
class RunIT {
    private static final Pattern NETWORK = Pattern
            .compile("<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//");

    @TempDir
    private Path folder;

    @Test
    void aLessonBecomesAPage() throws Exception {
        becomePages(lessons().stream().filter(lesson -> lesson.name().startsWith("02")).toList(), "run", "02");
    }

    @Test
    @Tag("full")
    void everyLessonBecomesAPage() throws Exception {
        becomePages(lessons(), "run");
    }

    private static List<Lesson> lessons() throws IOException {
        Path root = Path.of(System.getProperty("matterbook.root", ".."));
        return Lessons.in(root.resolve("notebooks/src"));
    }

    private void becomePages(List<Lesson> lessons, String... arguments) throws Exception {
        assertFalse(lessons.isEmpty(), "no lesson");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-jar", Path.of(System.getProperty("matterbook.jar", "")).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        int exit = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(out.toFile()).start().waitFor();
        String said = Files.readString(out);
        assertEquals(0, exit, said);
        assertTrue(said.endsWith("\nOpen target/lessons/index.html\n"), said);
        for (Lesson lesson : lessons) {
            assertTrue(Pattern.compile("(?m)^" + lesson.name() + " +\\d+ +\\d+\\.\\d +\\d+$").matcher(said).find(),
                    said);
            String page = Files.readString(folder.resolve("target/lessons/" + lesson.name() + ".html"));
            assertTrue(page.contains(lesson.title()), "the title of " + lesson.name());
            assertFalse(page.contains("output error"), "an error in " + lesson.name());
            assertFalse(NETWORK.matcher(page).find(), "a network reference in " + lesson.name());
        }
        String index = Files.readString(folder.resolve("target/lessons/index.html"));
        assertEquals(lessons.size(), index.split("class=\"card\"", -1).length - 1);
    }
}
