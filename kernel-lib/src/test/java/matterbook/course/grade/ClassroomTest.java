package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;
import matterbook.notebook.run.CellRun;
import matterbook.notebook.run.CellSession;
import matterbook.notebook.run.NotebookRunner;
import matterbook.notebook.run.RunOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools and checks that learners write, from submission to reports; one child JVM a learner. */
class ClassroomTest {
    private static final GradeOptions OPTIONS = new GradeOptions(Duration.ofSeconds(8), 192, 2, Set.of());
    /** Checks of the learners' own and what they earn of 4 points. */
    private static final Map<String, String> CHECKS = new LinkedHashMap<>();
    private static final String SEED = "long mySeed() { return -17; }";

    @TempDir
    private static Path folder;
    private static Lesson lesson;
    private static Map<String, Graded> graded;

    @BeforeAll
    static void gradeAll() throws IOException {
        lesson = TestLessons.classroom();
        CHECKS.put("part", "void checkLargest(Largest l) { checkEqual(l.of(new int[]{1, 3, 2}), 3, \"three\"); }");
        CHECKS.put("nothing", "void checkLargest(Largest l) { }");
        CHECKS.put("everything", "void checkLargest(Largest l) { throw new IllegalStateException(\"no\"); }");
        CHECKS.put("counting", "int calls = 0;\nvoid checkLargest(Largest l) { if (calls++ > 0) check(false, \"\"); }");
        hand("perfect", "return rng.doubles(n).average().orElse(0);", Work.perfect(lesson));
        hand("part", "return n == 100 ? 1e6 : 0.5;");
        hand("nothing", "return n == 100 ? Double.NaN : 0.5;");
        hand("everything", "return n == 100 ? 1e300 : 0.5;");
        hand("counting", "while (n == 100) { } return 0.5;");
        Work.released(lesson).insertBefore("largest", "forged",
                "class Replicate { Replicate(long seed, double value) { } }")
                .write(folder.resolve("class"), "untouched");
        graded = GradeRun
                .run(folder.resolve("class"), folder.resolve("out"), List.of(lesson), OPTIONS, new GradeRunTest.Log())
                .stream().collect(Collectors.toMap(Graded::student, one -> one));
    }

    private static void hand(String student, String body) throws IOException {
        hand(student, body, Work.perfect(lesson).answer("check", CHECKS.getOrDefault(student, "")));
    }

    private static void hand(String student, String body, Work work) throws IOException {
        work.answer("mean", "double mean(int n, Rng rng) { " + body + " }\n" + SEED)
                .write(folder.resolve("class"), student);
    }

    @Test
    void aCheckEarnsByTheBugsItCatches() {
        assertEquals(Map.of("perfect", "1 4", "part", "1 2.67", "nothing", "1 0", "everything", "1 0", "counting",
                "1 0", "untouched", "0 0"),
                graded.values().stream().collect(Collectors.toMap(Graded::student, GradeRunTest::marks)));
        assertEquals(Outcome.PARTIAL, check("part").outcome());
        assertEquals("The check gave part of the points; what is hidden in it counts too.\nHint: Try negative numbers.",
                check("part").detail());
        assertEquals("""
                your check accepts what is right and catches 0 of 3 bugs
                not caught: the first
                not caught: 2 hidden bugs""", check("nothing").detail());
        assertEquals("your check rejects a right implementation, \"a stream\": java.lang.IllegalStateException: no",
                check("everything").detail());
        assertEquals(Outcome.FAILED, check("counting").outcome());
        assertEquals(Outcome.UNANSWERED, check("untouched").outcome());
    }

    @Test
    void onlyFiniteValuesOfAnswersThatPassedArePooled() throws IOException {
        double value = Rng.seeded(-17).doubles(100).average().orElseThrow();
        assertEquals("""
                student,assignment,pool,status,seed,value
                counting,08-classroom,class-mean,no-value,,
                everything,08-classroom,class-mean,no-value,,
                nothing,08-classroom,class-mean,no-value,,
                part,08-classroom,class-mean,pooled,-17,1000000
                perfect,08-classroom,class-mean,same-seed,-17,%s
                untouched,08-classroom,class-mean,not-passed,,
                """.formatted(value), Files.readString(folder.resolve("out/pooled.csv")));
        String summary = Files.readString(folder.resolve("out/summary.html"));
        assertTrue(summary.contains("Too few values for an estimate: 1, and it takes 8. From 1 of 6 submissions"),
                summary);
        assertTrue(Files.readString(folder.resolve("out/results.json")).contains("\"no-value\": 3"));
        assertEquals("the cell was not run: Replicate is a name that the checks use; give yours another name",
                one("untouched").notes().get("forged"));
    }

    @Test
    void feedbackNamesNoHiddenBug() throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("out/feedback"))) {
            for (Path page : pages.toList()) {
                assertFalse(Files.readString(page).contains("secretly"), page.toString());
            }
        }
    }

    /** nbgrader runs the whole check, hidden bugs put back, in a kernel, and scores it by the cell's outputs. */
    @Test
    void nbgraderGivesTheSame() throws IOException {
        RunOptions options = RunOptions.of(Duration.ofSeconds(20), folder).goingOn();
        try (CellSession session = CellSession.start(options)) {
            for (Map.Entry<String, String> one : CHECKS.entrySet()) {
                session.reset();
                Notebook notebook = Weaver.solutions(lesson);
                Notebook handedIn = notebook.withCells(notebook.cells().stream().map(cell -> cell.id().equals("check")
                        ? Cell.code("check", one.getValue())
                        : cell).toList());
                CellRun run = NotebookRunner.run(handedIn, options, session, NotebookRunner.Listener.SILENT).cells()
                        .stream().filter(cell -> cell.cell().id().equals("check-test")).findFirst().orElseThrow();
                assertEquals(check(one.getKey()).score(), nbgrader(run.cell(), 4), 0, one.getKey());
            }
        }
    }

    /** The rule of nbgrader's determine_grade and get_partial_grade. */
    private static double nbgrader(Cell cell, double points) {
        for (Output output : cell.outputs()) {
            if (output instanceof Output.ErrorOutput || (output instanceof Output.Stream(boolean error, var _)
                    && error)) {
                return 0;
            }
            if (output instanceof Output.ExecuteResult(var _, var data, var _)) {
                double number = Double.parseDouble(String.valueOf(data.get("text/plain")));
                assertTrue(number <= points, "nbgrader stops with an error");
                return number > 0 ? number : points;
            }
        }
        return points;
    }

    private static CellMark check(String student) {
        return one(student).cells().get(1);
    }

    private static Graded one(String student) {
        return Objects.requireNonNull(graded.get(student), student);
    }
}
