package matterbook.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;

/** A line a submission with the time left: in place on a terminal, one after another elsewhere. */
final class GradeProgress implements GradeRun.Listener {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private int graded;

    private GradeProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // -Djdk.console=java.base brings the null back
    static GradeProgress to(PrintWriter out) {
        Console console = System.console();
        return new GradeProgress(out, console != null && console.isTerminal());
    }

    @Override
    public synchronized void note(String line) {
        clear();
        out.println("matterbook: " + line);
        out.flush();
    }

    @Override
    public synchronized void graded(Graded one, boolean again, int done, int total) {
        graded += again ? 0 : 1;
        Duration each = graded == 0
                ? Duration.ZERO
                : Duration.ofNanos((System.nanoTime() - start) / graded);
        Duration left = each.multipliedBy(total - done);
        String line = String.format(Locale.ROOT, "%d/%d  %s  %s%s%s", done, total, one.student(), one.points(),
                again ? "  (graded before)" : "",
                done == total
                        ? ""
                        : String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(),
                                left.toSecondsPart()));
        out.print(terminal ? CLEAR + line : line + "\n");
        out.flush();
    }

    /** Wipes the line in place, so that something else can be printed. */
    void clear() {
        if (terminal) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
