package matterbook.notebook.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import matterbook.core.UserError;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;

/** Runs whole notebooks without a person. */
public final class NotebookRunner {
    private static final Set<String> JAVA = Set.of("java", "jshell");

    private NotebookRunner() {}

    /** Told of each code cell before and after it runs; numbers count code cells from 1. */
    public interface Listener {
        /** Hears nothing. */
        Listener SILENT = new Listener() {
        };

        default void started(Cell cell, int number, int total) {}

        default void ended(CellRun run, int number, int total) {}
    }

    /** Runs every code cell in a fresh child JVM; the notebook's old outputs are dropped. */
    public static NotebookRun run(Notebook notebook, RunOptions options, Listener listener) throws IOException {
        try (CellSession session = CellSession.start(options)) {
            return run(notebook, options, session, listener);
        }
    }

    /** Runs every code cell in a session that is fresh; the notebook's old outputs are dropped. */
    public static NotebookRun run(Notebook notebook, RunOptions options, CellSession session, Listener listener)
            throws IOException {
        List<Cell> code = notebook.cells().stream().filter(NotebookRunner::runs).toList();
        List<CellRun> runs = new ArrayList<>();
        for (Cell cell : code) {
            listener.started(cell, runs.size() + 1, code.size());
            CellRun run = session.run(cell, options.cellBudget());
            runs.add(run);
            listener.ended(run, runs.size(), code.size());
            if (!session.isAlive() || (run.failed() && !options.keepGoing())) {
                break;
            }
        }
        return new NotebookRun(executed(notebook, runs, session), runs);
    }

    /** Refuses a notebook of another language; one that names none counts as Java. */
    public static void requireJava(Notebook notebook, String name) {
        notebook.language().filter(language -> !JAVA.contains(language)).ifPresent(language -> {
            throw new UserError(name + ": a notebook of " + language + "; Matterbook runs Java notebooks");
        });
    }

    private static boolean runs(Cell cell) {
        return cell.isCode() && !cell.source().isBlank();
    }

    /** A cell that displayed something may have been updated by a later cell: outputs are taken at the end. */
    private static Notebook executed(Notebook notebook, List<CellRun> runs, CellSession session) {
        Iterator<CellRun> next = runs.iterator();
        List<Cell> cells = new ArrayList<>();
        int index = 0;
        for (Cell cell : notebook.cells()) {
            if (runs(cell) && next.hasNext()) {
                List<Output> outputs = session.outputs(index++);
                cells.add(next.next().cell().withOutputs(index, outputs));
            } else {
                cells.add(cell.withoutOutputs());
            }
        }
        return notebook.withCells(cells);
    }
}
