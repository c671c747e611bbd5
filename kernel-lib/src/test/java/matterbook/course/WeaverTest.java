package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;
import org.junit.jupiter.api.Test;

class WeaverTest {
    @Test
    void threeNotebooks() throws IOException {
        Lesson lesson = TestLessons.counting();
        assertEquals(List.of("title", "kit", "loop", "printed", "next"), ids(Weaver.lecture(lesson)));
        List<String> expected = List.of("notebook-title", "kit", "task-formula", "answer-formula", "hint-formula",
                "test-formula");
        assertEquals(expected, ids(Weaver.exercises(lesson)));
        assertEquals(expected, ids(Weaver.solutions(lesson)));
        assertEquals("matterbook",
                ((Map<?, ?>) Weaver.lecture(lesson).metadata().getOrDefault("kernelspec", Map.of())).get("name"));
    }

    @Test
    void exercisesHoldNoAnswer() throws IOException {
        Notebook exercises = Weaver.exercises(TestLessons.counting());
        assertEquals("""
                Sum sum(int n) {
                    throw new UnsupportedOperationException("YOUR CODE HERE");
                }""", cell(exercises, "answer-formula").source());
        assertEquals("check(sum(4).value() == 10, \"expected 10, got \" + sum(4).value());",
                cell(exercises, "test-formula").source());
        assertEquals("*Stuck?* Run `hint(\"sum\")` in a cell of your own: there is one hint.",
                cell(exercises, "hint-formula").source());
        String text = NotebookWriter.text(exercises);
        for (String secret : List.of("SOLUTION", "HIDDEN", "100_000", "wrong", "(n - 1)", "(n + 1)", "n + 1$")) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void severalHintsHaveOnePlace() throws IOException {
        String more = TestLessons.source("01-counting.jsh").replace("// %% id=test-formula", """
                // %% id=hint-half role=hint of=answer-formula
                // Half of the pairs.

                // %% id=test-formula""");
        Notebook exercises = Weaver.exercises(LessonParser.parse(more, "01-counting.jsh"));
        assertEquals("*Stuck?* Run `hint(\"sum\")` in a cell of your own: there are 2 hints, one at a time.",
                cell(exercises, "hint-formula").source());
        assertTrue(exercises.cells().stream().noneMatch(cell -> cell.id().equals("hint-half")));
    }

    @Test
    void solutionsKeepMarkersAndHiddenTests() throws IOException {
        Lesson lesson = TestLessons.counting();
        Notebook solutions = Weaver.solutions(lesson);
        assertEquals(lesson.with(Role.ANSWER).getFirst().source(), cell(solutions, "answer-formula").source());
        assertEquals(lesson.with(Role.TEST).getFirst().source(), cell(solutions, "test-formula").source());
        assertFalse(NotebookWriter.text(solutions).contains("wrong"));
    }

    @Test
    void nbgraderMetadata() throws IOException {
        Notebook exercises = Weaver.exercises(TestLessons.counting());
        Cell answer = cell(exercises, "answer-formula");
        assertEquals(Map.of("deletable", false, "nbgrader",
                Map.of("schema_version", 3L, "grade_id", "answer-formula", "grade", false, "solution", true, "locked",
                        false, "task", false, "cell_type", "code", "checksum",
                        NbGrader.ANSWER.checksum(answer.source(), "code", "answer-formula"))),
                answer.metadata());
        Cell test = cell(exercises, "test-formula");
        assertEquals(Map.of("deletable", false, "editable", false, "nbgrader",
                Map.of("schema_version", 3L, "grade_id", "test-formula", "grade", true, "solution", false, "locked",
                        true, "task", false, "cell_type", "code", "points", 2L, "checksum",
                        NbGrader.test(2).checksum(test.source(), "code", "test-formula"))),
                test.metadata());
        assertEquals(Map.of(), cell(exercises, "hint-formula").metadata());
    }

    @Test
    void aPoolIsLockedAndGivesNoPoints() throws IOException {
        Lesson lesson = TestLessons.classroom();
        Cell pool = cell(Weaver.exercises(lesson), "class-mean");
        assertEquals("new Replicate(mySeed(), mean(100, Rng.seeded(mySeed())))", pool.source());
        assertEquals(NbGrader.READ_ONLY.mark(Cell.code("class-mean", pool.source())), pool);
        assertEquals(pool, cell(Weaver.solutions(lesson), "class-mean"));
        assertFalse(ids(Weaver.lecture(lesson)).contains("class-mean"));
    }

    @Test
    void hiddenBugsStayHidden() throws IOException {
        Lesson lesson = TestLessons.classroom();
        assertEquals("""
                var hunt = new BugHunt<Largest>(largest -> checkLargest(largest))
                    .right("a stream", x -> Arrays.stream(x).max().getAsInt())
                    .bug("the first", x -> x[0]);
                display(hunt.report());
                hunt.points(4)""", cell(Weaver.exercises(lesson), "check-test").source());
        assertFalse(NotebookWriter.text(Weaver.exercises(lesson)).contains("secretly"));
    }

    /** Checksums recorded in the notebooks of nbgrader's own user guide (release/ps1/problem1.ipynb). */
    @Test
    void nbgradersOwnChecksums() {
        assertEquals("35f884697f5b0145e7306523a083cfd1", NbGrader.test(0.5).checksum("""
                \"""Check that sum_of_squares returns the correct answer for various inputs.\"""
                assert sum_of_squares(1) == 1
                assert sum_of_squares(2) == 5
                assert sum_of_squares(10) == 385
                assert sum_of_squares(11) == 506""", "code", "correct_sum_of_squares"));
        assertEquals("166e1abc6621f93f8084ec312c49f757", NbGrader.ANSWER.checksum("""
                def sum_of_squares(n):
                    \"""Compute the sum of the squares of numbers from 1 to n.\"""
                    # YOUR CODE HERE
                    raise NotImplementedError()""", "code", "sum_of_squares"));
        assertEquals("535c21960d4663d5edac398cb445d087", NbGrader.READ_ONLY.checksum(
                "For this problem set, we'll be using the Jupyter notebook:\n\n![](jupyter.png)", "markdown",
                "jupyter"));
    }

    private static List<String> ids(Notebook notebook) {
        return notebook.cells().stream().map(Cell::id).toList();
    }

    private static Cell cell(Notebook notebook, String id) {
        return notebook.cells().stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }
}
