package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import matterbook.course.Lesson;
import matterbook.course.Role;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.Test;

/** nbgrader's rules for a graded cell, and where ours is stricter. */
class MarkingTest {
    @Test
    void silenceIsFullMarks() throws IOException {
        assertEquals("1 passed", mark("DONE", "", false, ""));
    }

    @Test
    void anErrorIsNone() throws IOException {
        assertEquals("0 error", mark("EXCEPTION", "java.lang.ArithmeticException", false, ""));
        assertEquals("0 failed", mark("EXCEPTION", "matterbook.check.CheckFailure", false, ""));
        assertEquals("0 not-compiled", mark("COMPILE_ERROR", "CompileError", false, ""));
        assertEquals("0 timeout", mark("INTERRUPTED", "Interrupted", false, ""));
    }

    /** The check's own error, a name that it does not find, only follows from the answer's. */
    @Test
    void anAnswerThatDoesNotCompileIsWhatIsToldOfItsCheck() throws IOException {
        Lesson lesson = TestLessons.sums();
        Step test = Step.test(lesson.with(Role.TEST).getFirst());
        CellMark mark = new Marking(lesson).mark(test, List.of(end("COMPILE_ERROR", "CompileError", false, "")),
                "line 1: ';' expected");
        assertEquals("In the answer: line 1: ';' expected", mark.detail());
        assertEquals(Outcome.NOT_COMPILED, mark.outcome());
        CellMark other = new Marking(lesson).mark(test,
                List.of(end("EXCEPTION", "matterbook.check.CheckFailure", false, "")), "line 1: ';' expected");
        assertEquals("message", other.detail());
    }

    @Test
    void anythingOnStandardErrorIsNone() throws IOException {
        assertEquals("0 standard-error", mark("DONE", "", true, ""));
    }

    @Test
    void aNumberIsPartOfThePoints() throws IOException {
        assertEquals("0.5 partial", mark("DONE", "", false, "0.5"));
        assertEquals("1 passed", mark("DONE", "", false, "1"));
        assertEquals("0 partial", mark("DONE", "", false, "0"));
    }

    @Test
    void aNumberBeyondThePointsIsCutToThem() throws IOException {
        assertEquals("1 passed", mark("DONE", "", false, "3.0"));
        assertEquals("0 partial", mark("DONE", "", false, "-2.0"));
    }

    @Test
    void aValueThatIsNoNumberIsNone() throws IOException {
        assertEquals("0 bad-value", mark("DONE", "", false, Job.Reply.NO_NUMBER));
        assertEquals("0 bad-value", mark("DONE", "", false, "NaN"));
        assertEquals("0 bad-value", mark("DONE", "", false, "Infinity"));
    }

    @Test
    void aCheckOfWhichOnlyPartsRanIsNone() throws IOException {
        Lesson lesson = TestLessons.sums();
        Step test = Step.test(lesson.with(Role.TEST).getFirst());
        CellMark mark = new Marking(lesson).mark(test, List.of(end("DONE", "", false, "")), "");
        assertEquals("0 not-run", Csv.number(mark.score()) + " " + mark.outcome().code());
    }

    @Test
    void aMissingAnswerIsToldInItsOwnWords() throws IOException {
        Lesson lesson = TestLessons.sums();
        Step test = Step.test(lesson.with(Role.TEST, "mean").getFirst());
        Marking marking = new Marking(lesson);
        assertEquals(new CellMark("mean-test", "mean", 0, 1, Outcome.UNANSWERED,
                "The answer's cell, mean, is missing or empty: there is nothing to check."),
                Marking.withoutAnswer(
                        marking.mark(test, List.of(end("COMPILE_ERROR", "CompileError", false, "")), "")));
        // the answer may stand in a cell of the learner's own
        CellMark elsewhere = marking.mark(test, List.of(end("DONE", "", false, "")), "");
        assertEquals(elsewhere, Marking.withoutAnswer(elsewhere));
    }

    private static String mark(String kind, String name, boolean error, String value) throws IOException {
        Lesson lesson = TestLessons.sums();
        Step test = Step.test(lesson.with(Role.TEST, "mean").getFirst());
        CellMark mark = new Marking(lesson).mark(test, List.of(end(kind, name, error, value)), "");
        return Csv.number(mark.score()) + " " + mark.outcome().code();
    }

    private static GradingChild.End end(String kind, String name, boolean error, String value) {
        return GradingChild.End.of(new Job.Reply("", kind, name, "message", error, value));
    }
}
