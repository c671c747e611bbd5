package matterbook.notebook.run;

import java.util.List;
import java.util.Optional;

import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;

/**
 * A notebook that ran.
 *
 * @param notebook with outputs and execution counts
 * @param cells the code cells that ran, in order; shorter than the notebook where a failure ended the run
 */
public record NotebookRun(Notebook notebook, List<CellRun> cells) {
    public NotebookRun {
        cells = List.copyOf(cells);
    }

    /** The first cell that failed. */
    public Optional<CellRun> failure() {
        return cells.stream().filter(CellRun::failed).findFirst();
    }

    /** All cells that failed, in order; more than one only where the run went on after a failure. */
    public List<CellRun> failures() {
        return cells.stream().filter(CellRun::failed).toList();
    }

    public double seconds() {
        return cells.stream().mapToDouble(CellRun::seconds).sum();
    }

    /** How many outputs hold a picture. */
    public long figures() {
        return notebook.cells().stream().flatMap(cell -> cell.outputs().stream()).filter(NotebookRun::isFigure).count();
    }

    private static boolean isFigure(Output output) {
        return switch (output) {
            case Output.DisplayData(var data, _) -> data.keySet().stream().anyMatch(type -> type.startsWith("image/"));
            case Output.ExecuteResult(_, var data, _) ->
                data.keySet().stream().anyMatch(type -> type.startsWith("image/"));
            case Output.Stream _,Output.ErrorOutput _ -> false;
        };
    }
}
