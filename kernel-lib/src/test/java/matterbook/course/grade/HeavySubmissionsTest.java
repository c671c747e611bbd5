package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that use all they can get are stopped in bounded time, and keep what else they earned. */
@Tag("full")
class HeavySubmissionsTest {
    private static final long MOST_SECONDS = 300;

    @Test
    void areStoppedAndMarked(@TempDir Path folder) throws IOException {
        Lesson lesson = TestLessons.sums();
        Map<String, String> expected = new TreeMap<>();
        Fixtures.writeHeavy(lesson, folder.resolve("class"), expected);
        long start = System.nanoTime();
        Map<String, String> found = new TreeMap<>();
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (Graded one : GradeRun.run(folder.resolve("class"), folder.resolve("out"), List.of(lesson),
                new GradeOptions(Duration.ofSeconds(30), 192, 1, Set.of()), new GradeRunTest.Log())) {
            found.put(one.student(), GradeRunTest.marks(one));
            one.cells().stream().filter(cell -> cell.score() == 0)
                    .forEach(cell -> outcomes.put(one.student(), cell.outcome()));
        }
        assertEquals(expected, found);
        assertEquals(Map.of("out-of-memory", Outcome.TOO_LARGE, "threads", Outcome.TOO_LARGE, "processes",
                Outcome.TOO_LARGE, "pipe-flood", Outcome.FAILED), outcomes);
        double seconds = (System.nanoTime() - start) * 1e-9;
        assertTrue(seconds < MOST_SECONDS, "took " + seconds + " s");
    }
}
