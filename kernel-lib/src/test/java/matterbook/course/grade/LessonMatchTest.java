package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonMatchTest {
    @TempDir
    private Path folder;
    private Lesson sums;
    private LessonMatch match;

    @BeforeEach
    void lessons() throws IOException {
        sums = TestLessons.sums();
        match = new LessonMatch(List.of(TestLessons.counting(), sums, TestLessons.classroom()));
    }

    @Test
    void ownWorkIsRecognisedWhateverBecameOfTheChecks() throws IOException {
        assertEquals("07-sums", lesson(Work.released(sums)));
        assertEquals("07-sums", lesson(Work.perfect(sums).delete("sum-test").delete("mean-test")
                .delete("largest-test")));
        assertEquals("07-sums", lesson(Work.perfect(sums).delete("sum-task").delete("mean-task")
                .delete("largest-task").delete("numbers")));
        assertEquals("08-classroom", lesson(Work.released(TestLessons.classroom())));
    }

    @Test
    void newIdsAreNoTroubleWhereTheTextsStayed() throws IOException {
        Work work = Work.perfect(sums);
        for (String id : List.of("numbers", "sum-task", "sum", "sum-hint", "sum-test", "mean-task", "mean",
                "mean-test", "largest-task", "largest", "largest-test")) {
            work.change(id, cell -> new Cell("x-" + id, cell.kind(), cell.source(), Map.of(), null, List.of(),
                    Map.of()));
        }
        assertEquals("07-sums", lesson(work));
    }

    @Test
    void oneCellInCommonIsChance() throws IOException {
        assertEquals("none", lesson("ann", other()));
        // neither a file's name nor the others of the class make it theirs
        assertEquals("none", lesson("07-sums", other()));
        Submission foreign = write("bob", other());
        Submission own = write("cid", Work.perfect(sums).text());
        assertEquals(Map.of(own, sums), match.of(List.of(foreign, own)));
    }

    @Test
    void whatSaysNothingOfItsLessonIsOfThatOfTheOthers() throws IOException {
        Submission empty = write("bob", NotebookWriter.text(Notebook.matterbook(List.of())));
        Submission own = write("cid", Work.perfect(sums).text());
        assertEquals(Map.of(own, sums, empty, sums), match.of(List.of(empty, own)));
    }

    @Test
    void workOfNoLessonIsNotGraded() throws IOException {
        GradeOptions options = new GradeOptions(Duration.ofSeconds(8), 192, 1, Set.of());
        write("ann", other());
        Graded graded = GradeRun.run(folder, folder.resolve("out"), List.of(sums), options, new GradeRunTest.Log())
                .getFirst();
        assertEquals("no lesson has its cells; if another program gave them new ids, hand the exercise out again; "
                + "a lesson of your own needs --lessons", graded.status());
        assertEquals("0 of 0", graded.points());
    }

    /** A notebook of a lesson nobody knows, with one id of the lesson on sums. */
    private static String other() {
        return NotebookWriter.text(Notebook.matterbook(List.of(Cell.markdown("heat", "# Heat"),
                Cell.code("sum", "double sum(double a, double b) { return a + b; }"),
                Cell.code("heat-test", "checkEqual(sum(1, 2), 3.0, \"heat\");"))));
    }

    private String lesson(Work work) throws IOException {
        return lesson("ann", work.text());
    }

    private String lesson(String student, String text) throws IOException {
        Submission one = write(student, text);
        Lesson lesson = match.of(List.of(one)).get(one);
        return lesson == null ? "none" : lesson.name();
    }

    private Submission write(String student, String text) throws IOException {
        return new Submission(student, "", Files.writeString(folder.resolve(student + ".ipynb"), text));
    }
}
