package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import matterbook.course.grade.CellMark;
import matterbook.course.grade.Graded;
import matterbook.course.grade.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeProgressTest {
    private final StringWriter said = new StringWriter();
    private long now;

    @Test
    void theTimeLeftComesFromWhatThisRunGraded() {
        GradeProgress progress = new GradeProgress(new ProgressLine(new PrintWriter(said), false, () -> 0),
                line -> said.write(line + "\n"), 2, () -> now);
        progress.graded(one("ann"), true, 1, 100);
        now = 60_000_000_000L; // a start-up cache was made
        progress.note("a line");
        progress.graded(one("bob"), false, 2, 100);
        now = 80_000_000_000L;
        progress.graded(one("cid"), false, 3, 100);
        progress.graded(one("eve"), false, 4, 100);
        progress.graded(one("dan"), false, 100, 100);
        assertEquals("""
                1/100  ann  1.5 of 2  (graded before)
                matterbook: a line
                2/100  bob  1.5 of 2
                3/100  cid  1.5 of 2
                4/100  eve  1.5 of 2  16:00 left
                100/100  dan  1.5 of 2
                """, said.toString());
    }

    @Test
    void moreJobsNeedMoreSubmissionsForAPace() {
        GradeProgress progress = new GradeProgress(new ProgressLine(new PrintWriter(said), false, () -> 0), said::write,
                4,
                () -> now);
        for (int i = 1; i <= 5; i++) {
            now = i < 5 ? 0 : 20_000_000_000L;
            progress.graded(one("ann"), false, i, 65);
        }
        assertEquals("5/65  ann  1.5 of 2  5:00 left", said.toString().lines().toList().getLast());
        assertEquals(1, said.toString().lines().filter(line -> line.endsWith("left")).count());
    }

    @Test
    void aStoppedRunPromisesOnlyWhatIsThere(@TempDir Path out) throws IOException {
        assertEquals("matterbook: stopped before anything was graded", GradeProgress.stopped(out));
        Files.createDirectory(out.resolve("results"));
        assertEquals("matterbook: stopped; what was finished is kept: the same command goes on from there",
                GradeProgress.stopped(out));
    }

    @Test
    void onATerminalEachLineTakesThePlaceOfTheLast() {
        ProgressLine line = new ProgressLine(new PrintWriter(said), true, () -> 0);
        line.passing("now");
        line.show("then");
        line.clear();
        assertEquals("\r\u001b[Know\r\u001b[Kthen\r\u001b[K", said.toString());
    }

    private static Graded one(String student) {
        return new Graded(student, "02", "graded", "",
                List.of(new CellMark("t", "a", 1.5, 2, Outcome.PARTIAL, "")), List.of(),
                Map.of());
    }
}
