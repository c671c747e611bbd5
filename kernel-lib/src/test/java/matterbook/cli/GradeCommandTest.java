package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.course.TestLessons;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code matterbook grade}: what it refuses before it makes anything, and what it says of a run. */
class GradeCommandTest {
    @TempDir
    private Path folder;
    private Path out;
    private final StringWriter said = new StringWriter();
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void oneSubmission() throws IOException {
        out = folder.resolve("marks");
        Files.createDirectories(folder.resolve("class"));
        NotebookWriter.write(Weaver.exercises(TestLessons.sums()), folder.resolve("class/ann.ipynb"));
    }

    @Test
    void lessonsThatAreNotThereAreRefused() throws IOException {
        refused("FOLDER/nowhere: no such folder", "class", "--lessons", "nowhere");
        Files.createDirectory(folder.resolve("empty"));
        refused("FOLDER/empty has no lesson sources (NN-topic.jsh)", "class", "--lessons", "empty");
        refused("FOLDER/class/ann.ipynb: this is a file; lesson sources (NN-topic.jsh) are given by their folder",
                "class", "--lessons", "class/ann.ipynb");
    }

    @Test
    void submissionsThatAreNotThereAreRefused() throws IOException {
        String wanted = "; submissions are a folder of notebooks, or nbgrader's submitted/<student>/<assignment>/";
        refused("FOLDER/nowhere: no such folder" + wanted, "nowhere");
        refused("FOLDER/class/ann.ipynb: this is a file" + wanted, "class/ann.ipynb");
        Files.createDirectory(folder.resolve("empty"));
        refused("FOLDER/empty: no notebooks" + wanted, "empty");
    }

    @Test
    void theReportsMustNotMixWithOtherFiles() throws IOException {
        String mixed = " is the folder of submissions or lies in it: its files would be taken for submissions; give a "
                + "folder elsewhere";
        out = folder.resolve("class");
        refused("--out FOLDER/class" + mixed, "class");
        out = folder.resolve("class/new/marks");
        refused("--out FOLDER/class/new/marks" + mixed, "class");
        out = folder.resolve("mine");
        Files.createDirectory(out);
        Files.writeString(out.resolve("grades.csv"), "years of work");
        refused("--out FOLDER/mine has files that no earlier grade run wrote, and could overwrite them; give a new or "
                + "an empty folder", "class");
        assertEquals("years of work", Files.readString(out.resolve("grades.csv")));
    }

    @Test
    void aLessonThatIsHalfDoneStopsNoOther() throws IOException {
        Path lessons = Files.createDirectory(folder.resolve("lessons"));
        Files.writeString(lessons.resolve("07-sums.jsh"), TestLessons.source("07-sums.jsh"));
        Files.writeString(lessons.resolve("09-half-done.jsh"), TestLessons.source("01-counting.jsh")
                .replaceFirst("// END SOLUTION\n", "\n"));
        assertEquals(0, grade("class", "--lessons", "lessons"), said.toString());
        List<String> lines = said.toString().lines().toList();
        assertTrue(lines.getFirst().matches("matterbook: a lesson is left aside: 09-half-done\\.jsh:\\d+: "
                + "// BEGIN SOLUTION without // END SOLUTION"), said.toString());
        assertEquals("preparing to grade " + folder.resolve("class"), lines.get(1));
        assertEquals("1/1  ann  0 of 6", lines.getLast());
        assertTrue(printed.toString().startsWith("1 of 1 submissions graded\n"), printed.toString());
        // what an earlier run made is gone on with
        assertEquals(0, grade("class", "--lessons", "lessons"), said.toString());
        assertTrue(said.toString().endsWith("1/1  ann  0 of 6  (graded before)\n"), said.toString());
    }

    @Test
    void aRunThatGradedNothingFailed() throws IOException {
        NotebookWriter.write(Notebook.matterbook(List.of(Cell.code("mine", "1 + 1"))),
                folder.resolve("class/ann.ipynb"));
        assertEquals(1, grade("class"), said.toString());
        assertTrue(printed.toString().startsWith("0 of 1 submissions graded: see the column status\n"),
                printed.toString());
    }

    private void refused(String message, String... arguments) throws IOException {
        boolean before = Files.exists(out);
        said.getBuffer().setLength(0);
        assertEquals(1, grade(arguments));
        assertEquals("matterbook: " + message.replace("FOLDER", folder.toString()) + "\n", said.toString());
        assertEquals(before, Files.exists(out));
        assertFalse(Files.exists(out.resolve(".lock")));
    }

    /** With names of files in the folder, made absolute. */
    private int grade(String... arguments) {
        String[] words = new String[arguments.length + 3];
        words[0] = "grade";
        words[1] = "--out";
        words[2] = out.toString();
        for (int i = 0; i < arguments.length; i++) {
            words[i + 3] = arguments[i].startsWith("-") ? arguments[i] : folder.resolve(arguments[i]).toString();
        }
        return Main.commandLine().setErr(new PrintWriter(said, true)).setOut(new PrintWriter(printed, true))
                .execute(words);
    }
}
