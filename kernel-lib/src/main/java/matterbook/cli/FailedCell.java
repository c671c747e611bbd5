package matterbook.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import matterbook.notebook.eval.CellResult;
import matterbook.notebook.run.CellRun;

/** A failed cell as the command line shows it: its source with the line that went wrong, and why. */
final class FailedCell {
    private FailedCell() {}

    static String text(String notebook, CellRun run) {
        CellResult.Failed failure = Objects.requireNonNull(run.failure());
        StringBuilder text = new StringBuilder(notebook).append(": cell ").append(run.cell().id()).append(" failed");
        text.append(failure.line() > 0 ? " in line " + failure.line() + "\n" : "\n");
        List<String> lines = run.cell().source().lines().toList();
        for (int i = 1; i <= lines.size(); i++) {
            text.append(String.format(Locale.ROOT, "%s%4d | %s%n", i == failure.line() ? ">" : " ", i,
                    lines.get(i - 1)));
        }
        return text + String.join("\n", failure.traceback());
    }
}
