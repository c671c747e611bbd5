package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import matterbook.core.UserError;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.file.NotebookWriter;
import matterbook.notebook.file.Output;
import matterbook.notebook.run.NotebookRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WovenFilesTest {
    private static final List<Output> OUTPUT = List.of(new Output.Stream(false, "kept\n"));

    @TempDir
    private Path root;

    @Test
    void weavingKeepsTheOutputsOfCellsThatDidNotChange() throws IOException {
        Lesson lesson = TestLessons.counting();
        WovenFiles files = new WovenFiles(root);
        files.write(lesson);
        assertEquals(List.of(), files.differences(lesson));
        Notebook notebook = NotebookReader.read(files.lecture(lesson));
        NotebookWriter.write(notebook.withCells(notebook.cells().stream()
                .map(cell -> cell.isCode() ? cell.withOutputs(7, OUTPUT) : cell).toList()), files.lecture(lesson));
        assertEquals(List.of(), files.differences(lesson), "outputs are no difference");
        Lesson changed = LessonParser.parse(TestLessons.source("01-counting.jsh").replace("the last is", "finally"),
                "01-counting.jsh");
        assertEquals(List.of("notebooks/01-counting.ipynb: cell printed differs"), files.differences(changed));
        files.write(changed);
        List<Cell> cells = NotebookReader.read(files.lecture(lesson)).cells();
        assertEquals(OUTPUT, cells.get(2).outputs());
        assertEquals(List.of(), cells.get(3).outputs(), "the changed cell has lost them");
    }

    @Test
    void differencesAreNamed() throws IOException {
        Lesson lesson = TestLessons.counting();
        WovenFiles files = new WovenFiles(root);
        files.write(lesson);
        Files.delete(root.resolve("exercises/01-counting.ipynb"));
        Notebook notebook = NotebookReader.read(files.lecture(lesson));
        NotebookWriter.write(notebook.withCells(List.of(notebook.cells().getFirst(), Cell.code("mine", "1"))),
                files.lecture(lesson));
        assertEquals(List.of("notebooks/01-counting.ipynb: cell kit is missing",
                "notebooks/01-counting.ipynb: cell loop is missing",
                "notebooks/01-counting.ipynb: cell printed is missing",
                "notebooks/01-counting.ipynb: cell next is missing",
                "notebooks/01-counting.ipynb: cell mine is not in the source",
                "exercises/01-counting.ipynb: missing"), files.differences(lesson));
        NotebookWriter.write(notebook.withCells(notebook.cells().reversed()), files.lecture(lesson));
        assertEquals("notebooks/01-counting.ipynb: the order of cells or the notebook's metadata differs",
                files.differences(lesson).getFirst());
    }

    @Test
    void findsTheRepositoryUpward() throws IOException {
        Files.createDirectories(root.resolve("notebooks/src"));
        Path deep = Files.createDirectories(root.resolve("a/b"));
        assertEquals(root.resolve("notebooks/src").toRealPath(), WovenFiles.above(deep).sources().toRealPath());
        Path elsewhere = Path.of("/").toAbsolutePath();
        assertEquals("no folder notebooks/src here or above " + elsewhere + ": work inside a clone of Matterbook",
                assertThrows(UserError.class, () -> WovenFiles.above(elsewhere)).getMessage());
    }

    @Test
    void lessonsByTheirNames() {
        List<Lesson> lessons = List.of(new Lesson("02-markov-chains", "M", List.of()),
                new Lesson("03-random-walks", "R", List.of()), new Lesson("04-random-numbers", "N", List.of()));
        for (String name : List.of("02", "02-markov-chains", "markov", "Markov", "02-markov-chains.jsh")) {
            assertEquals("02-markov-chains", Lessons.named(name, lessons).name());
        }
        assertEquals("no lesson \"ising\"; the lessons are 02-markov-chains, 03-random-walks, 04-random-numbers",
                assertThrows(UserError.class, () -> Lessons.named("ising", lessons)).getMessage());
        assertEquals(
                "several lessons are meant by \"random\"; the lessons are 03-random-walks, 04-random-numbers",
                assertThrows(UserError.class, () -> Lessons.named("random", lessons)).getMessage());
        assertEquals("no lesson \"x\"; this build has no lessons",
                assertThrows(UserError.class, () -> Lessons.named("x", List.of())).getMessage());
    }

    @Test
    void aSourceWithMistakesIsNoObstacleToAnother() {
        List<LessonSource> sources = List.of(new LessonSource("01-broken.jsh", "no lesson at all"),
                new LessonSource("02-markov-chains.jsh", "// %% id"));
        assertEquals("02-markov-chains", Lessons.sourceNamed("markov", sources).name());
        assertThrows(UserError.class, sources.getFirst()::lesson);
    }

    /** The starter is a lesson that passes every check as it is. */
    @Test
    void aNewLessonPassesTheChecks() throws IOException {
        Files.createDirectories(root.resolve("notebooks/src"));
        WovenFiles files = new WovenFiles(root);
        Path source = NewLesson.write("Ising model", files);
        assertEquals("01-ising-model.jsh", source.getFileName().toString());
        Lesson lesson = LessonParser.read(source);
        assertEquals("Ising model", lesson.title());
        files.write(lesson);
        LectureOutputs.refresh(lesson, files, NotebookRunner.Listener.SILENT);
        assertEquals(List.of(), LessonCheck.problems(lesson, files, Duration.ofSeconds(100)));
        assertTrue(NewLesson.write("b", files).endsWith("02-b.jsh"));
        assertEquals("there is a lesson on ising-model already",
                assertThrows(UserError.class, () -> NewLesson.write("ising-model", files)).getMessage());
        assertEquals("a topic has small letters, digits and hyphens, such as ising-model; not a/b",
                assertThrows(UserError.class, () -> NewLesson.write("a/b", files)).getMessage());
    }
}
