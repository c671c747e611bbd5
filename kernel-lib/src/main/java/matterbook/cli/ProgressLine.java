package matterbook.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lines that tell how far a command is: each in the place of the last on a terminal, one after another elsewhere. */
final class ProgressLine {
    private static final String CLEAR = "\r\u001b[K";
    private static final long SECOND = 1_000_000_000L;
    private static final long IN_PLACE = 3 * SECOND / 10;
    private static final long AT_FIRST = 10 * SECOND;
    private static final long LATER = 60 * SECOND;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long start;
    private long shown;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        start = nanoTime.getAsLong();
        shown = start;
    }

    @SuppressWarnings("SystemConsoleNull") // -Djdk.console=java.base brings the null back
    static ProgressLine to(PrintWriter out) {
        Console console = System.console();
        return new ProgressLine(out, console != null && console.isTerminal(), System::nanoTime);
    }

    /** What is going on just now, where something worth a line of its own will follow soon. */
    void passing(String line) {
        if (terminal) {
            show(line);
        }
    }

    /**
     * How far long work is, to be called as often as one likes: a few lines a second on a terminal, elsewhere one each 10
     * seconds of the first minute and one a minute from then on.
     */
    void underway(Supplier<String> line) {
        long now = nanoTime.getAsLong();
        long pause = terminal ? IN_PLACE : now - start <= LATER ? AT_FIRST : LATER;
        if (now - shown >= pause) {
            shown = now;
            show(line.get());
        }
    }

    void show(String line) {
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
