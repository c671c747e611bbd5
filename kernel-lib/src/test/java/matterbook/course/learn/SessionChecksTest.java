package matterbook.course.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import matterbook.course.Lesson;
import matterbook.course.Lessons;
import matterbook.course.TestLessons;
import matterbook.course.Weaver;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.eval.CellLog;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.eval.Evaluator;
import matterbook.notebook.file.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionChecksTest {
    @Test
    void theLastCellTellsTheLesson() throws IOException {
        List<Lesson> lessons = List.of(TestLessons.counting(), TestLessons.sums());
        assertTrue(new SessionChecks(lessons, List.of()).lesson().isEmpty());
        assertEquals("07-sums", new SessionChecks(lessons, List.of(ran("sum(4)", false),
                ran("int[] numbers = {1, 2, 3, 4};", true), ran("int mine = 1;", true))).lesson().orElseThrow().name());
    }

    @Test
    void checksThatRan() throws IOException {
        Lesson lesson = TestLessons.sums();
        List<CellLog.Entry> entries = new ArrayList<>();
        Map<String, Boolean> outcomes = Map.of("sum-test", true, "mean-test", false);
        for (Cell cell : Weaver.exercises(lesson).cells()) {
            if (outcomes.containsKey(cell.id())) {
                // line ends and blanks that an editor changes do not count
                entries.add(ran(cell.source().replace("\n", "\r\n") + "  \n", outcomes.getOrDefault(cell.id(), false)));
            }
        }
        MimeBundle table = ProgressTable.render(new SessionChecks(List.of(lesson), entries).progress(lesson));
        assertEquals("""
                07-sums: 1 of 3 answers pass their open checks, 2 of 6 points; next: mean
                  sum      2 of 2  passed
                  mean     0 of 1  not yet
                  largest  0 of 3  -""", table.text());
        assertTrue(String.valueOf(table.get(MimeBundle.HTML)).contains("<code>largest</code>"));
    }

    /** A check that leaves a number has given so many points. */
    @Test
    void partOfThePoints() throws IOException {
        Lesson lesson = TestLessons.sums();
        String test = Weaver.exercises(lesson).cells().stream().filter(cell -> cell.id().equals("sum-test"))
                .findFirst().orElseThrow().source();
        LessonProgress.Answer sum = new SessionChecks(List.of(lesson),
                List.of(new CellLog.Entry(CellLog.fingerprint(test), true, 1.5))).progress(lesson).answers().getFirst();
        assertEquals(new LessonProgress.Answer("sum", LessonProgress.State.NOT_PASSED, 1.5, 2, ""), sum);
    }

    @Test
    void anEvaluatorsCellsAreLogged() {
        try (Evaluator evaluator = Evaluator.create()) {
            run(evaluator, "int a = 1;");
            run(evaluator, "nonsense");
            run(evaluator, "int a = 1;");
            run(evaluator, "a + 0.5");
            assertEquals(List.of(ran("nonsense", false), ran("int a = 1;", true),
                    new CellLog.Entry(CellLog.fingerprint("a + 0.5"), true, 1.5)), CellLog.ofSession());
        }
    }

    @Test
    void aNotebookAsksForItsProgress() throws IOException {
        Lesson lesson = Lessons.bundled().getFirst();
        Shown shown = new Shown();
        try (Evaluator evaluator = Evaluator.create()) {
            assertEquals("no cell of a lesson has run yet: run the notebook's cells, checks included, then progress()",
                    failure(evaluator.run("progress()", shown, prompt -> "")));
            for (Cell cell : Weaver.solutions(lesson).cells()) {
                if (cell.isCode()) {
                    assertEquals(Optional.empty(), failed(evaluator.run(cell.source(), shown, prompt -> "")));
                }
            }
            evaluator.run("progress();", shown, prompt -> "");
        }
        LessonProgress all = LessonProgress.of(lesson, test -> new LessonProgress.Check(LessonProgress.State.PASSED,
                test.points(), ""));
        assertEquals(ProgressTable.render(all).text(), shown.last);
    }

    @Test
    void aNotebookAsksForHints() throws IOException {
        Shown shown = new Shown();
        try (Evaluator evaluator = Evaluator.create()) {
            evaluator.run("int mine = 1;", shown, prompt -> "");
            evaluator.run("hint(\"flipCost\");", shown, prompt -> "");
            assertTrue(shown.last.startsWith("**Hint 1 of 3.** Only the four bonds"), shown.last);
            String mistake = failure(evaluator.run("hint(\"flpCost\")", shown, prompt -> ""));
            assertEquals("no answer \"flpCost\"; did you mean \"flipCost\"? Run the first code cell of your notebook, "
                    + "then ask again: its answers will be listed", mistake);
            assertEquals("no cell of a lesson has run yet: run the first code cell of your notebook, then hint()",
                    failure(evaluator.run("hint()", shown, prompt -> "")));
        }
    }

    private static String failure(CellResult result) {
        return failed(result).orElse("");
    }

    private static Optional<String> failed(CellResult result) {
        return result instanceof CellResult.Failed failed ? Optional.of(failed.message()) : Optional.empty();
    }

    private static void run(Evaluator evaluator, String source) {
        evaluator.run(source, OutputSink.NOWHERE, prompt -> "");
    }

    private static CellLog.Entry ran(String source, boolean done) {
        return new CellLog.Entry(CellLog.fingerprint(source), done, Double.NaN);
    }

    private static final class Shown implements OutputSink {
        private String last = "";

        @Override
        public void print(boolean error, String text) {}

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            last = bundle.text();
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {}
    }
}
