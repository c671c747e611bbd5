package matterbook.cli;

import java.util.Locale;

import matterbook.notebook.file.Cell;
import matterbook.notebook.run.CellRun;
import matterbook.notebook.run.NotebookRunner;

/** A progress line a cell of one lesson. */
record RunProgress(String lesson, ProgressLine line) implements NotebookRunner.Listener {
    @Override
    public void started(Cell cell, int number, int total) {
        line.passing(place(cell, number, total) + "  ...");
    }

    @Override
    public void ended(CellRun run, int number, int total) {
        line.show(place(run.cell(), number, total)
                + String.format(Locale.ROOT, "  %.1f s%s", run.seconds(), run.failed() ? "  FAILED" : ""));
    }

    private String place(Cell cell, int number, int total) {
        return String.format(Locale.ROOT, "%s  %d/%d  %s", lesson, number, total, cell.id());
    }
}
