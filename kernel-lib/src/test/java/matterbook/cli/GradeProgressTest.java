package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import matterbook.course.grade.CellMark;
import matterbook.course.grade.Graded;
import matterbook.course.grade.Outcome;
import org.junit.jupiter.api.Test;

class GradeProgressTest {
    private final StringWriter said = new StringWriter();
    private long now;

    @Test
    void theTimeLeftComesFromWhatThisRunGraded() {
        GradeProgress progress = new GradeProgress(new ProgressLine(new PrintWriter(said), false),
                line -> said.write(line + "\n"), () -> now);
        progress.graded(one("ann"), true, 1, 100);
        now = 60_000_000_000L;
        progress.note("a line");
        progress.graded(one("bob"), false, 2, 100);
        now = 80_000_000_000L;
        progress.graded(one("cid"), false, 3, 100);
        progress.graded(one("dan"), false, 100, 100);
        assertEquals("""
                1/100  ann  1.5 of 2  (graded before)
                matterbook: a line
                2/100  bob  1.5 of 2  98:00 left
                3/100  cid  1.5 of 2  64:40 left
                100/100  dan  1.5 of 2
                """, said.toString());
    }

    @Test
    void onATerminalEachLineTakesThePlaceOfTheLast() {
        ProgressLine line = new ProgressLine(new PrintWriter(said), true);
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
