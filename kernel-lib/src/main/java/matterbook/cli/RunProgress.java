package matterbook.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

import matterbook.notebook.file.Cell;
import matterbook.notebook.run.CellRun;
import matterbook.notebook.run.NotebookRunner;

/** A progress line a cell: in place on a terminal, one after another elsewhere. */
final class RunProgress {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;

    private RunProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // -Djdk.console=java.base brings the null back
    static RunProgress to(PrintWriter out) {
        Console console = System.console();
        return new RunProgress(out, console != null && console.isTerminal());
    }

    NotebookRunner.Listener of(String lesson) {
        return new NotebookRunner.Listener() {
            @Override
            public void started(Cell cell, int number, int total) {
                if (terminal) {
                    out.print(CLEAR + place(cell, number, total) + "  ...");
                    out.flush();
                }
            }

            @Override
            public void ended(CellRun run, int number, int total) {
                String line = place(run.cell(), number, total)
                        + String.format(Locale.ROOT, "  %.1f s%s", run.seconds(), run.failed() ? "  FAILED" : "");
                out.print(terminal ? CLEAR + line : line + "\n");
                out.flush();
            }

            private String place(Cell cell, int number, int total) {
                return String.format(Locale.ROOT, "%s  %d/%d  %s", lesson, number, total, cell.id());
            }
        };
    }

    /** Wipes the line in place, so that something else can be printed. */
    void clear() {
        if (terminal) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
