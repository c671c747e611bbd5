package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import matterbook.notebook.run.NotebookRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test runs a small lesson in a child JVM. */
class LessonCheckTest {
    private static final Duration BUDGET = Duration.ofSeconds(100);

    @TempDir
    private Path root;

    @Test
    void aGoodLessonHasNoProblems() throws IOException {
        Lesson lesson = TestLessons.counting();
        WovenFiles files = repository();
        files.write(lesson);
        LectureOutputs.refresh(lesson, files, NotebookRunner.Listener.SILENT);
        assertEquals(List.of(), LessonCheck.problems(lesson, files, BUDGET));
        assertEquals(List.of("01-counting: the checks took 0 s of processor time; the budget is 0 s"),
                LessonCheck.problems(lesson, files, Duration.ZERO).stream().map(line -> line.replaceFirst("\\d+ s of",
                        "0 s of")).toList());
    }

    /** A check that learners write: right in full, and its wrong answers earn nothing or less than all. */
    @Test
    void poolsAndHuntsHaveNoProblems() throws IOException {
        Lesson lesson = TestLessons.classroom();
        WovenFiles files = repository();
        files.write(lesson);
        assertEquals(List.of(), LessonCheck.problems(lesson, files, BUDGET));
    }

    /** One lesson with every fault, so that one child JVM finds them all. */
    @Test
    void everyFaultIsFound() throws IOException {
        String source = TestLessons.source("01-counting.jsh")
                .replace("System.out.println", "System.err.println")
                .replace("return new Sum(n, (long) n * (n - 1) / 2);", "return new Sum(n, (long) (n + 1) * n / 2);")
                .replace("return new Sum(n, n * (n + 1) / 2);", "throw new IllegalStateException(\"no idea\");")
                + """
                        // %% id=answer-x role=answer
                        int x() {
                            // BEGIN SOLUTION
                            int y = 1;
                            // END SOLUTION
                            return y;
                        }
                        // %% id=test-x role=test points=1
                        1 + 1
                        // %% id=pool-x role=pool
                        3.5
                        // %% id=wrong-compiles-not role=wrong of=answer-x
                        int x() { return nowhere + ; }
                        // %% id=wrong-accepted role=wrong of=answer-x
                        int x() { return 3; }
                        """;
        Lesson lesson = LessonParser.parse(source, "01-counting.jsh");
        WovenFiles files = repository();
        files.write(lesson);
        Files.delete(root.resolve("solutions/01-counting.ipynb"));
        assertEquals(
                """
                        solutions/01-counting.ipynb: missing: run ./matterbook weave 01-counting
                        01-counting.jsh:27: lecture, cell printed: prints on standard error: the last is Sum[n=4, value=10]
                        01-counting: the committed output of cell loop is not what a run gives: run ./matterbook weave \
                        --outputs; committed "", run "[Sum[n=1, value=1], Sum[n=2, value=3], Sum[n=3, value=6], Su..."
                        01-counting.jsh:72: solutions, cell test-x: a graded cell leaves no value, or for the \
                        solution all of its points: end it with a semicolon
                        01-counting.jsh:74: solutions, cell pool-x: a pool leaves a replicate: end it with new Replicate(seed, value)
                        01-counting.jsh:65: exercises, cell answer-x: the stub does not compile
                        01-counting.jsh:72: exercises, cell test-x: the check passes on the untouched stub
                        01-counting.jsh:56: wrong answer wrong-off-by-one: the checks of answer-formula accept it
                        01-counting.jsh:61: wrong answer wrong-overflow: the checks of answer-formula die of IllegalStateException \
                        instead of rejecting it
                        01-counting.jsh:76: wrong answer, cell wrong-compiles-not: it does not run
                        01-counting.jsh:78: wrong answer wrong-accepted: the checks of answer-x accept it
                        """
                        .lines().toList(),
                LessonCheck.problems(lesson, files, BUDGET).stream()
                        .map(line -> line.replaceFirst(": CompileError.*", "")).toList());
    }

    /** Of a solution that does not compile only itself is told, not what its wrong answers do without it. */
    @Test
    void wrongAnswersWaitForTheirSolution() throws IOException {
        Lesson lesson = LessonParser.parse(TestLessons.source("01-counting.jsh")
                .replace("new Sum(n, (long) n * (n + 1) / 2);", "new Sum(n, (long) n * (n + 1) / 2)"),
                "01-counting.jsh");
        WovenFiles files = repository();
        files.write(lesson);
        LectureOutputs.refresh(lesson, files, NotebookRunner.Listener.SILENT);
        assertEquals(List.of("01-counting.jsh:40: solutions, cell answer-formula: CompileError: ';' expected"),
                LessonCheck.problems(lesson, files, BUDGET));
    }

    private WovenFiles repository() throws IOException {
        Files.createDirectories(root.resolve("notebooks/src"));
        return new WovenFiles(root);
    }
}
