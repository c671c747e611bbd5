package matterbook.course.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.LessonParser;
import matterbook.course.Lessons;
import matterbook.course.Role;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static Lesson twoHints() throws IOException {
        return LessonParser.parse(TestLessons.source("01-counting.jsh").replace("// %% id=test-formula", """
                // %% id=hint-half role=hint of=answer-formula
                // There are half as many pairs.

                // %% id=test-formula"""), "01-counting.jsh");
    }

    @Test
    void oneStepAtATimeThenTheSolution() throws IOException {
        Hints hints = new Hints(List.of(twoHints(), TestLessons.sums()));
        Optional<Lesson> counting = Optional.of(twoHints());
        assertEquals("2 hints are left: hint(\"sum\") shows the next one; the solution comes after the last",
                refused(() -> hints.solution("sum", counting)));
        assertEquals("""
                **Hint 1 of 2.** Pair the first with the last: each pair gives $n + 1$.

                *Still stuck? Run* `hint("sum")` *again.*""", hints.next("sum", counting));
        assertEquals("one hint is left: hint(\"sum\") shows the next one; the solution comes after the last",
                refused(() -> hints.solution("answer-formula", counting)));
        String all = """
                **Hint 1 of 2.** Pair the first with the last: each pair gives $n + 1$.

                **Hint 2 of 2.** There are half as many pairs.

                *That was the last one;* `solution("sum")` *shows one way to write it*.""";
        assertEquals(all, hints.next("sum", counting));
        assertEquals(all, hints.next("answer-formula", counting));
        assertEquals("""
                One way to write it:

                ```java
                Sum sum(int n) {
                    return new Sum(n, (long) n * (n + 1) / 2);
                }
                ```

                Close it, wait a minute, and write your own.""", hints.solution("sum", counting));
    }

    @Test
    void anAnswerWithoutHints() throws IOException {
        Hints hints = new Hints(List.of(TestLessons.sums()));
        assertEquals("*There is no hint;* `solution(\"mean\")` *shows one way to write it*.",
                hints.next("mean", Optional.empty()));
        assertTrue(hints.solution("mean", Optional.empty()).contains("(double) Arrays.stream(x).sum() / x.length"));
    }

    @Test
    void withoutANameForTheNextOpenAnswer() throws IOException {
        Lesson counting = twoHints();
        Hints hints = new Hints(List.of(counting));
        assertEquals("""
                For `sum`:

                **Hint 1 of 2.** Pair the first with the last: each pair gives $n + 1$.

                *Still stuck? Run* `hint("sum")` *again.*""",
                hints.next(LessonProgress.of(counting, test -> LessonProgress.Check.NOT_RUN), counting));
        assertEquals("All answers of 01-counting pass their checks.", hints.next(LessonProgress.of(counting,
                test -> new LessonProgress.Check(LessonProgress.State.PASSED, test.points(), "")), counting));
    }

    @Test
    void mistakesInNames() throws IOException {
        Hints hints = new Hints(List.of(twoHints(), TestLessons.sums()));
        assertEquals("no answer \"accept\"; the answers of 07-sums are sum, mean, largest",
                refused(() -> hints.next("accept", Optional.of(TestLessons.sums()))));
        assertEquals("no answer \"lagrest\"; did you mean \"largest\"? The answers of 07-sums are sum, mean, largest",
                refused(() -> hints.next("lagrest", Optional.of(TestLessons.sums()))));
        assertEquals("no answer \"accept\"; run the first code cell of your notebook, then ask again: its answers will "
                + "be listed", refused(() -> hints.next("accept", Optional.empty())));
        assertEquals("several lessons have an answer \"sum\": run the first code cell of your notebook, then ask again",
                refused(() -> hints.next("sum", Optional.empty())));
        assertTrue(hints.next("largest", Optional.empty()).startsWith("*There is no hint;*"));
    }

    /** Hidden checks stay out of all that can be asked for, and each answer has two or three hints. */
    @Test
    void theKitsHints() throws IOException {
        List<Lesson> lessons = Lessons.bundled();
        Hints hints = new Hints(lessons);
        for (Lesson lesson : lessons) {
            for (LessonCell answer : lesson.with(Role.ANSWER)) {
                int count = lesson.with(Role.HINT, answer.id()).size();
                assertTrue(count == 2 || count == 3, lesson.name() + ", " + answer.id() + ": " + count + " hints");
                String all = "";
                for (int i = 0; i < count; i++) {
                    all = hints.next(answer.id(), Optional.of(lesson));
                }
                all += hints.solution(answer.id(), Optional.of(lesson));
                assertFalse(all.contains("HIDDEN") || all.contains("SOLUTION"), all);
                // an answer may be a check itself; otherwise what is checked is in no hint and no solution
                assertTrue(answer.source().contains("checkNear") || !all.contains("checkNear"), all);
            }
        }
    }

    private static String refused(org.junit.jupiter.api.function.Executable asked) {
        return String.valueOf(assertThrows(UserError.class, asked).getMessage());
    }
}
