package matterbook.notebook.run;

import java.util.Optional;

import matterbook.notebook.eval.CellResult;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Output;
import org.jspecify.annotations.Nullable;

/**
 * One code cell that ran.
 *
 * @param cell with its outputs
 * @param failure why it failed; null where it ran to its end
 */
public record CellRun(Cell cell, CellResult.@Nullable Failed failure, double seconds) {
    public boolean failed() {
        return failure != null;
    }

    /** What the cell printed on standard error; empty where nothing. */
    public String standardError() {
        StringBuilder text = new StringBuilder();
        for (Output output : cell.outputs()) {
            if (output instanceof Output.Stream(boolean error, String printed) && error) {
                text.append(printed);
            }
        }
        return text.toString();
    }

    /** The value that the cell's last expression left, where it left one. */
    public Optional<Output.ExecuteResult> value() {
        return cell.outputs().stream().filter(Output.ExecuteResult.class::isInstance)
                .map(Output.ExecuteResult.class::cast).findFirst();
    }
}
