package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import matterbook.Programs;
import matterbook.course.Lesson;
import matterbook.course.Lessons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Lecture and solutions of every lesson, executed by Jupyter's nbclient with the installed kernel: no error, nothing
 * on standard error, text/plain for all that is shown, and progress() says at the end that all is done.
 */
@Tag("full")
class LessonsInJupyterIT {
    private static final Path ROOT = Path.of(System.getProperty("matterbook.root"));

    @Test
    void everyLessonRuns() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Programs.require(Files.isExecutable(python), "Debian's python3");
        Programs.require(Programs.python("import nbclient, nbformat").isBlank(), "python3-nbclient");
        List<String> command = new ArrayList<>(
                List.of(python.toString(), ROOT.resolve("kernel-lib/src/test/python/execute_all.py").toString()));
        for (Lesson lesson : Lessons.in(ROOT.resolve("notebooks/src"))) {
            Stream.of("notebooks", "solutions").map(folder -> ROOT.resolve(folder).resolve(lesson.name() + ".ipynb"))
                    .map(Path::toString).forEach(command::add);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JUPYTER_PATH",
                InstalledKernel.prefix().resolve("share").resolve("jupyter").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(command.size() - 2, said.lines().filter(line -> line.startsWith("executed ")).count(), said);
    }
}
