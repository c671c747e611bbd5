package matterbook.cli;

import java.io.Console;
import java.io.PrintWriter;

/** Lines that tell how far a command is: each in the place of the last on a terminal, one after another elsewhere. */
final class ProgressLine {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // -Djdk.console=java.base brings the null back
    static ProgressLine to(PrintWriter out) {
        Console console = System.console();
        return new ProgressLine(out, console != null && console.isTerminal());
    }

    /** What is going on just now; not worth a line of its own where lines stay. */
    void passing(String line) {
        if (terminal) {
            show(line);
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
