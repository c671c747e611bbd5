package matterbook.notebook.eval;

import java.util.List;

import matterbook.notebook.display.MimeBundle;
import org.jspecify.annotations.Nullable;

/** How a cell ended. */
public sealed interface CellResult {
    /**
     * The cell ran to its end.
     *
     * @param value the last expression's value; null where the cell ends in a statement, in an assignment or declaration, or the value is null
     * @param display what the front end shows for the value; null where there is nothing to show
     */
    record Done(@Nullable Object value, @Nullable MimeBundle display) implements CellResult {}

    /**
     * The cell did not compile, threw or was interrupted.
     *
     * @param kind why it ended
     * @param name the exception's class name, {@code CompileError} or {@code Interrupted}
     * @param message one line or a few
     * @param traceback the lines to show, without colour codes: for a compile error javac's message with the cell's line and a caret, for an exception its message and the user's frames only
     * @param line line of the cell, from 1, where it went wrong; 0 where unknown
     */
    record Failed(Kind kind, String name, String message, List<String> traceback, int line) implements CellResult {
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }

    /** Why a cell failed. */
    enum Kind {
        COMPILE_ERROR, EXCEPTION, INTERRUPTED, EXIT
    }
}
