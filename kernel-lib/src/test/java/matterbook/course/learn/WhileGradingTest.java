package matterbook.course.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import matterbook.course.Weaver;
import matterbook.course.grade.GradeOptions;
import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While work is graded there are no hints and no solutions, and a notebook that asks for them loses nothing. */
class WhileGradingTest {
    private static final GradeRun.Listener SILENT = new GradeRun.Listener() {
        @Override
        public void note(String line) {}

        @Override
        public void graded(Graded graded, boolean again, int done, int total) {}
    };

    @TempDir
    private Path folder;

    @Test
    void hintsAreAbsentAndHarmless() throws IOException {
        Lesson lesson = TestLessons.sums();
        List<Cell> cells = new ArrayList<>(Weaver.solutions(lesson).cells());
        cells.addFirst(Cell.code("own-1", "hint(\"sum\");\nsolution(\"sum\");\nprogress();"));
        cells.add(1, Cell.code("own-2", """
                for (String file : List.of("00-java-data-plots", "03-metropolis"))
                    if (Rng.class.getResource("/matterbook/lessons/" + file + ".jsh") != null)
                        throw new IllegalStateException("a lesson is within reach");"""));
        Path submitted = Files.createDirectory(folder.resolve("submitted"));
        NotebookWriter.write(Notebook.matterbook(cells), submitted.resolve("ada.ipynb"));
        Graded graded = GradeRun.run(submitted, folder.resolve("out"), List.of(lesson),
                new GradeOptions(Duration.ofSeconds(30), 256, 1, Set.of()), SILENT).getFirst();
        assertEquals("6 of 6", graded.points());
        assertEquals(Map.of(), graded.notes());
    }

    @Test
    void ownWorkIsGradedWhereverItStands() throws IOException {
        Lesson lesson = TestLessons.sums();
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        NotebookWriter.write(Weaver.exercises(lesson), a.resolve("07-sums.ipynb"));
        NotebookWriter.write(Weaver.solutions(lesson), b.resolve("07-sums.ipynb"));
        Files.writeString(b.resolve("other.ipynb"), "{}");
        List<OwnWork.Report> reports = OwnWork.of(List.of(a, b.resolve("07-sums.ipynb"), b), folder.resolve("out"),
                List.of(lesson), new GradeOptions(Duration.ofSeconds(30), 256, 1, Set.of()), SILENT);
        assertEquals(3, reports.size());
        LessonProgress untouched = reports.get(0).progress().orElseThrow();
        assertEquals(a.resolve("07-sums.ipynb"), reports.get(0).file());
        assertEquals(0, untouched.passed());
        assertEquals("sum", untouched.next().orElseThrow().name());
        assertEquals(LessonProgress.State.NOT_RUN, untouched.next().orElseThrow().state());
        LessonProgress solved = reports.get(1).progress().orElseThrow();
        assertEquals(3, solved.passed());
        assertEquals(6, solved.points());
        assertEquals("other.ipynb: not a notebook: it has no \"nbformat\"", reports.get(2).status());
    }
}
