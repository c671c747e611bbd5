package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same class gets the same bytes whatever the jobs, the order and the interruptions. */
class SameMarksTest {
    private static final GradeOptions ONE_JOB = new GradeOptions(Duration.ofSeconds(30), 192, 1, Set.of());
    private static final List<String> REPORTS = List.of("grades.csv", "cells.csv", "results.json", "summary.html",
            "feedback/ann.html", "feedback/dan.html");

    @TempDir
    private Path folder;
    private Lesson lesson;

    @BeforeEach
    void handIn() throws IOException {
        lesson = TestLessons.sums();
        Work.perfect(lesson).write(folder.resolve("class"), "ann");
        Work.perfect(lesson).answer("sum", "int sum(int[] x) { return 10; }").write(folder.resolve("class"), "bob");
        Work.perfect(lesson).answer("mean", "double mean(int[] x) { System.exit(1); return 0; }")
                .write(folder.resolve("class"), "cid");
        Work.released(lesson).insertBefore("sum", "forged", "class Check {}").write(folder.resolve("class"), "dan");
    }

    @AfterEach
    void goOn() {
        Stop.clear();
    }

    @Test
    void jobsOrderAndInterruptionsChangeNothing() throws IOException {
        grade("two-jobs", ONE_JOB.withJobs(2), new GradeRunTest.Log());
        GradeRunTest.Log stopped = new GradeRunTest.Log() {
            @Override
            public synchronized void graded(Graded one, boolean before, int done, int total) {
                super.graded(one, before, done, total);
                Stop.request();
            }
        };
        // the last of the class first, and then an end after the first of the others
        Files.createDirectories(folder.resolve("late"));
        Files.copy(folder.resolve("class/dan.ipynb"), folder.resolve("late/dan.ipynb"));
        GradeRun.run(folder.resolve("late"), folder.resolve("one-job"), List.of(lesson), ONE_JOB,
                new GradeRunTest.Log());
        Files.delete(folder.resolve("one-job/grades.csv"));
        assertThrows(Stopped.class, () -> grade("one-job", ONE_JOB, stopped));
        assertEquals(1, stopped.fresh);
        assertTrue(Files.notExists(folder.resolve("one-job/grades.csv")));
        GradeRunTest.Log rest = new GradeRunTest.Log();
        grade("one-job", ONE_JOB, rest);
        assertEquals(2, rest.again);
        assertEquals(List.of("bob", "cid"), rest.names);
        for (String report : REPORTS) {
            assertEquals(Files.readString(folder.resolve("two-jobs").resolve(report)),
                    Files.readString(folder.resolve("one-job").resolve(report)), report);
        }
    }

    @Test
    void onlyTheOutcomesAskedForAreGradedAgain() throws IOException {
        GradeRunTest.Log first = new GradeRunTest.Log();
        grade("out", ONE_JOB.withJobs(2), first);
        assertEquals(4, first.fresh);
        String before = Files.readString(folder.resolve("out/results.json"));
        GradeRunTest.Log again = new GradeRunTest.Log();
        grade("out", new GradeOptions(ONE_JOB.cellBudget(), ONE_JOB.heapMegabytes(), 1,
                Set.of(Outcome.FAILED_HIDDEN, Outcome.TIMEOUT)), again);
        assertEquals(List.of("bob"), again.names);
        assertEquals(before, Files.readString(folder.resolve("out/results.json")));
    }

    private List<Graded> grade(String out, GradeOptions options, GradeRunTest.Log log) throws IOException {
        return GradeRun.run(folder.resolve("class"), folder.resolve(out), List.of(lesson), options, log);
    }
}
