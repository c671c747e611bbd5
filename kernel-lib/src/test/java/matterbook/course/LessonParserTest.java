package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

class LessonParserTest {
    private static final String TITLE = """
            // %% [markdown] id=title
            // # Title
            """;
    /** Eleven lines: an answer with its test and two wrong answers, lines 3 to 13 below the title. */
    private static final String ANSWER = """
            // %% [exercises]
            // %% id=a role=answer
            // BEGIN SOLUTION
            int x = 1;
            // END SOLUTION
            // %% id=t role=test points=1
            check(x == 1);
            // %% id=w1 role=wrong of=a
            int x = 2;
            // %% id=w2 role=wrong of=a
            int x = 3;
            """;

    @Test
    void readsAGoodLesson() throws IOException {
        Lesson lesson = TestLessons.counting();
        assertEquals("01-counting", lesson.name());
        assertEquals("Counting by a formula", lesson.title());
        assertEquals(List.of("title", "kit", "loop", "printed", "next", "task-formula", "answer-formula",
                "hint-formula", "test-formula", "wrong-off-by-one", "wrong-overflow"),
                lesson.cells().stream().map(LessonCell::id).toList());
        LessonCell test = lesson.with(Role.TEST).getFirst();
        assertEquals("answer-formula", test.of(), "a test belongs to the answer above it");
        assertEquals(2, test.points());
        assertEquals("Pair the first with the last: each pair gives $n + 1$.",
                lesson.with(Role.HINT, "answer-formula").getFirst().source());
        assertEquals(5, lesson.cells().stream().filter(cell -> !cell.exercise()).count());
    }

    @Test
    void anAnswerWithAllItNeedsIsGood() {
        assertEquals(5, LessonParser.parse(TITLE + ANSWER, "09-x.jsh").cells().size());
    }

    @Test
    void cells() {
        reports(TITLE + "// %%\nint a;\n", "3: a cell needs an id: id=short-name");
        reports(TITLE + "// %% id=a b\nint a;\n",
                "3: a cell begins with // %% or // %% [markdown], then id=name and the like; not // %% id=a b",
                "3: a cell needs an id: id=short-name");
        reports(TITLE + "// %% id=a.b\nint a;\n",
                "3: an id has 1 to 64 letters, digits, '-' and '_'; \"a.b\" is none");
        reports(TITLE + "// %% id=a\nint a;\n\n// %% id=a\nint b;\n",
                "6: the id \"a\" stands twice, first in line 3");
        reports(TITLE + "// %% id=notebook-title\nint a;\n",
                "3: the id \"notebook-title\" is taken by the title of exercises and solutions");
        reports(TITLE + "// %% [code] id=a\nint a;\n",
                "3: unknown kind of cell [code]; the kinds are [markdown] and [exercises]");
        reports(TITLE + "// %% id=a id=b size=3\nint a;\n", "3: the key \"id\" stands twice",
                "3: unknown key \"size\"; the keys are id, role, of, points, exact");
        reports(TITLE + "// %% id=a\n\n// %% id=b\nint b;\n", "3: cell \"a\" is empty");
    }

    @Test
    void proseAndTitle() {
        reports("// %% [markdown] id=t\n// # T\nno slashes\n//tight\n",
                "3: a line of a [markdown] cell begins with \"// \": no slashes",
                "4: a line of a [markdown] cell begins with \"// \": //tight");
        reports("// %% id=a\nint a;\n", "1: the first cell must be [markdown] and begin with the title: // # Title");
        reports("// %% [markdown] id=a\n// ## Small\n",
                "1: the first cell must be [markdown] and begin with the title: // # Title");
        reports("// a remark\nint a;\n" + TITLE,
                "2: code before the first cell: begin a cell with // %% id=short-name");
    }

    @Test
    void roles() {
        reports(TITLE + "// %% id=a role=tset\nint a;\n",
                "3: unknown role \"tset\"; the roles are setup, answer, test, wrong, pool, hint");
        reports(TITLE + "// %% id=a points=2\nint a;\n", "3: only a test has points; this cell has no role=test");
        reports(TITLE + ANSWER + "// %% id=t2 role=test\ncheck(true);\n",
                "14: a test needs points above 0, such as points=2");
        reports(TITLE + ANSWER + "// %% id=t2 role=test points=-1\ncheck(true);\n",
                "14: a test needs points above 0, such as points=2, not -1");
        reports(TITLE + ANSWER + "// %% [markdown] id=t2 role=test points=1\n// text\n",
                "14: a cell with role=test is code: leave [markdown] out");
        reports(TITLE + ANSWER + "// %% id=s role=setup\nint s;\n",
                "14: a setup cell goes to all three notebooks: put it above // %% [exercises]");
        reports(TITLE + ANSWER + "// %% [exercises]\n", "14: // %% [exercises] stands twice");
        reports(TITLE + "// %% [exercises]\nint a;\n",
                "3: // %% [exercises] only parts the file: begin a cell below it with // %% id=short-name");
    }

    @Test
    void answers() {
        reports(TITLE + ANSWER.replace("// BEGIN SOLUTION\n", "").replace("// END SOLUTION\n", ""),
                "4: the solution of an answer stands between // BEGIN SOLUTION and // END SOLUTION");
        reports(TITLE + ANSWER.replace("// END SOLUTION\n", ""), "4: // BEGIN SOLUTION without // END SOLUTION");
        reports(TITLE + ANSWER.replace("// BEGIN SOLUTION\n", ""), "4: // END SOLUTION without // BEGIN SOLUTION");
        reports(TITLE + ANSWER.replace("// END SOLUTION", "// BEGIN SOLUTION"),
                "4: // BEGIN SOLUTION stands inside another one", "4: // BEGIN SOLUTION without // END SOLUTION");
        reports(TITLE + ANSWER.replace("// %% id=w2 role=wrong of=a\nint x = 3;\n", ""),
                "4: answer \"a\" has 1 wrong answer; it needs at least 2: // %% id=... role=wrong of=a");
        reports(TITLE + ANSWER.replace("// %% id=t role=test points=1\ncheck(x == 1);\n", ""),
                "4: answer \"a\" has no test: // %% id=... role=test points=1 below it");
        reports(TITLE + ANSWER.replace("id=w2 role=wrong of=a", "id=w2 role=wrong of=b"),
                "4: answer \"a\" has 1 wrong answer; it needs at least 2: // %% id=... role=wrong of=a",
                "12: there is no answer \"b\"; the answers are [a]");
        reports(TITLE + ANSWER + "// %% id=h role=hint\n// think\n",
                "14: a cell with role=hint must name its answer: of=<id of the answer>");
        reports(TITLE + ANSWER.replace("// %% [exercises]\n", ""),
                "3: a cell with role=answer belongs below // %% [exercises]",
                "7: a cell with role=test belongs below // %% [exercises]",
                "9: a cell with role=wrong belongs below // %% [exercises]",
                "11: a cell with role=wrong belongs below // %% [exercises]");
        reports(TITLE + ANSWER + "// %% id=c of=a\nint c;\n// %% id=d\n// BEGIN HIDDEN TESTS\n1\n// END HIDDEN TESTS\n",
                "14: only tests, pools, wrong answers and hints have of=",
                "16: only a cell with role=test has // BEGIN HIDDEN TESTS");
    }

    @Test
    void pools() throws IOException {
        LessonCell pool = TestLessons.classroom().with(Role.POOL).getFirst();
        assertEquals("mean", pool.of(), "a pool belongs to the answer above it");
        assertEquals(OptionalDouble.of(0.5), pool.exact());
        assertEquals(OptionalDouble.of(-1.5e-3), LessonParser.parse(TITLE + ANSWER
                + "// %% id=p role=pool of=a exact=-1.5e-3\nnew Replicate(1, x)\n", "09-x.jsh").with(Role.POOL)
                .getFirst().exact());
        reports(TITLE + ANSWER + "// %% id=p role=pool exact=PI\nx\n// %% id=c exact=3\nint c;\n",
                "14: exact= is a number, such as exact=3.14159, not PI",
                "16: only a pool has exact=; this cell has no role=pool");
        reports(TITLE + ANSWER + "// %% [markdown] id=p role=pool of=b\n// x\n",
                "14: there is no answer \"b\"; the answers are [a]",
                "14: a cell with role=pool is code: leave [markdown] out");
        reports(TITLE + ANSWER + "// %% id=p role=pool points=1\nx\n// BEGIN HIDDEN TESTS\n1\n// END HIDDEN TESTS\n",
                "14: only a test has points; this cell has no role=test",
                "14: only a cell with role=test has // BEGIN HIDDEN TESTS");
    }

    @Test
    void fileNames() {
        assertEquals("Markov.jsh: a lesson source is named NN-topic.jsh, such as 02-markov-chains.jsh",
                assertThrows(UserError.class, () -> LessonParser.parse(TITLE, "Markov.jsh")).getMessage());
    }

    private static void reports(String source, String... problems) {
        String message = String
                .valueOf(assertThrows(UserError.class, () -> LessonParser.parse(source, "09-x.jsh")).getMessage());
        assertEquals(List.of(problems), message.lines().map(line -> line.replaceFirst("^09-x\\.jsh:", "")).toList());
    }

    @Test
    void theHeadingAboveAnAnswerIsItsTask() throws IOException {
        assertEquals(Optional.of("2. The mean"), TestLessons.sums().task("mean"));
        assertEquals(Optional.of("1. The formula"), TestLessons.counting().task("answer-formula"));
        assertEquals(Optional.empty(), LessonParser.parse(TestLessons.source("07-sums.jsh")
                .replace("## 1. The sum", "```\n// # no heading\n// ```"), "07-sums.jsh").task("sum"));
    }
}
