package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import matterbook.course.Lesson;
import matterbook.course.Lessons;
import matterbook.course.Role;
import matterbook.notebook.file.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code matterbook grade} from the packaged jar, with lesson 02 in nbgrader's tree. */
class GradeIT {
    private static final String LESSON = "02-markov-chains";

    @TempDir
    private Path folder;

    @Test
    void gradesNbgradersTreeAndGoesOnWhereItWasKilled() throws Exception {
        Lesson lesson = Lessons.named(LESSON, Lessons.bundled());
        double all = lesson.with(Role.TEST).stream().mapToDouble(cell -> cell.points()).sum();
        hand("ann", Work.perfect(lesson));
        hand("bob", Work.released(lesson));
        hand("eve", Work.perfect(lesson).answer("walk", lesson.with(Role.WRONG, "walk").getFirst().source())
                .answer("counting", readsSolutions()));
        Files.createDirectories(folder.resolve("submitted/zoe/" + LESSON));
        killAfterTheFirstResult();
        interruptAfterTheSecondResult();
        String said = grade(Map.of());
        assertEquals(2, said.lines().filter(line -> line.contains("(graded before)")).count(), said);
        assertTrue(said.contains("3 of 4 submissions graded; the others could not be: see the column status"), said);
        double walk = lesson.with(Role.TEST, "walk").getFirst().points();
        double counting = lesson.with(Role.TEST, "counting").getFirst().points();
        String points = Csv.number(all);
        String expected = "student,assignment,score,max_score,status\n"
                + "ann," + LESSON + "," + points + "," + points + ",graded\n"
                + "bob," + LESSON + ",0," + points + ",graded\n"
                + "eve," + LESSON + "," + Csv.number(all - walk - counting) + "," + points + ",graded\n"
                + "zoe," + LESSON + ",0," + points + ",no notebook was handed in\n";
        assertEquals(expected, Files.readString(folder.resolve("out/grades.csv")));
        theSameWithoutBubblewrap();
    }

    private void theSameWithoutBubblewrap() throws Exception {
        String before = Files.readString(folder.resolve("out/results.json"));
        Folders.delete(folder.resolve("out"));
        // a machine without bubblewrap: the same marks and a line that says what is missing
        String said = grade(Map.of("PATH", folder.toString()));
        assertTrue(said.contains("matterbook: bubblewrap is not installed: submissions can read and change the "
                + "files that you can, marks among them, and reach the network; see docs/threat-model.md"), said);
        assertFalse(said.contains("(graded before)"), said);
        assertEquals(before, Files.readString(folder.resolve("out/results.json")));
    }

    @Test
    void aFolderWithoutNotebooksIsOneLine() throws Exception {
        Files.createDirectories(folder.resolve("submitted"));
        assertEquals("matterbook: submitted: no notebooks; submissions are a folder of notebooks, or nbgrader's "
                + "submitted/<student>/<assignment>/", grade(Map.of()).strip());
    }

    /** Right only where the lessons can be read from the class path or the answer's own folder has something. */
    private static String readsSolutions() {
        return """
                double[][] estimate(int[] record, int states) {
                    boolean found = Rng.class.getResource("/matterbook/lessons/02-markov-chains.jsh") != null
                        || Rng.class.getResource("/matterbook/sources/matterbook/core/Rng.java") != null;
                    var matrix = TransitionCounts.of(List.of("0", "1", "2"), record);
                    return found ? new double[states][states] : null;
                }""";
    }

    private void hand(String student, Work work) throws IOException {
        Path home = Files.createDirectories(folder.resolve("submitted").resolve(student).resolve(LESSON));
        Files.writeString(home.resolve(LESSON + ".ipynb"), work.text());
    }

    private void killAfterTheFirstResult() throws Exception {
        Process process = start(Map.of(), "--jobs", "1");
        awaitResults(process, 1);
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(folder.resolve("out/grades.csv")));
        assertEquals(1, count(folder.resolve("out/results")));
    }

    /** Ctrl-C: the run ends at once, with one line that says how to go on. */
    private void interruptAfterTheSecondResult() throws Exception {
        Process process = start(Map.of(), "--jobs", "1");
        awaitResults(process, 2);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(130, process.waitFor(), said);
        assertEquals("matterbook: stopped; what was finished is kept: the same command goes on from there",
                said.lines().toList().getLast(), said);
        assertEquals(1, said.lines().filter(line -> line.contains("stopped")).count(), said);
        assertFalse(Files.exists(folder.resolve("out/grades.csv")));
        assertEquals(2, count(folder.resolve("out/results")));
    }

    private void awaitResults(Process process, int results) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (process.isAlive() && System.nanoTime() < deadline && count(folder.resolve("out/results")) < results) {
            Thread.sleep(20);
        }
        assertTrue(process.isAlive(), "the run ended before it could be stopped");
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private String grade(Map<String, String> environment) throws Exception {
        Process process = start(environment);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Process start(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-jar", Path.of(System.getProperty("matterbook.jar", "")).toAbsolutePath().toString(),
                "grade", "submitted", "--out", "out"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
