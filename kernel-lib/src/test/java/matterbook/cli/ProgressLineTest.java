package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** How often long work says how far it is. */
class ProgressLineTest {
    private static final long TENTH = 100_000_000L;

    private final StringWriter said = new StringWriter();
    private final AtomicLong now = new AtomicLong(7);

    @Test
    void inALogALineNowAndThen() {
        List<String> expected = List.of("10 s", "20 s", "30 s", "40 s", "50 s", "60 s", "120 s", "180 s");
        assertEquals(expected, linesOf(false, 2000));
    }

    @Test
    void onATerminalThreeInASecond() {
        linesOf(true, 10);
        assertEquals("\r\u001b[K0 s\r\u001b[K0 s\r\u001b[K0 s", said.toString());
    }

    @Test
    void aRunOfAFluid() {
        ProgressLine line = new ProgressLine(new PrintWriter(said), false, now::get);
        FluidRunProgress progress = new FluidRunProgress(line, now::get);
        for (int second = 0; second <= 25; second++) {
            progress.at("a7", second < 15 ? "melt" : "settle", 0.5 * second, 10L * second, 1000);
            now.addAndGet(10 * TENTH);
        }
        assertEquals("""
                a7  melt  t = 5.0  10 %  1 min 30 s left
                a7  settle  t = 10.0  20 %  1 min 20 s left
                """, said.toString());
    }

    private List<String> linesOf(boolean terminal, int tenths) {
        ProgressLine line = new ProgressLine(new PrintWriter(said), terminal, now::get);
        List<Integer> asked = new ArrayList<>();
        for (int tenth = 1; tenth <= tenths; tenth++) {
            now.addAndGet(TENTH);
            int second = tenth / 10;
            line.underway(() -> {
                asked.add(second);
                return second + " s";
            });
        }
        assertEquals(said.toString().split("s(?:\n|\r|$)", -1).length - 1, asked.size(), "built only to be shown");
        return said.toString().lines().toList();
    }
}
