package matterbook.course;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import matterbook.core.UserError;
import matterbook.notebook.file.NotebookWriter;
import matterbook.notebook.run.CellRun;
import matterbook.notebook.run.NotebookRun;
import matterbook.notebook.run.NotebookRunner;
import matterbook.notebook.run.RunOptions;

/** The outputs that committed lectures carry, so that people see the pictures without running anything. */
public final class LectureOutputs {
    /** The longest a cell of a lecture may take. */
    static final Duration CELL_BUDGET = Duration.ofSeconds(20);

    private LectureOutputs() {}

    /** Runs the lecture and writes it with its outputs; a lecture that fails is left as it was. */
    public static void refresh(Lesson lesson, WovenFiles files, NotebookRunner.Listener listener) throws IOException {
        NotebookRun run = NotebookRunner.run(Weaver.lecture(lesson),
                RunOptions.of(CELL_BUDGET, files.sources()), listener);
        if (run.failure().isPresent()) {
            CellRun cell = run.failure().orElseThrow();
            throw new UserError(lesson.name() + ": cell " + cell.cell().id() + " failed: "
                    + Objects.requireNonNull(cell.failure()).message());
        }
        NotebookWriter.write(run.notebook(), files.lecture(lesson));
    }
}
