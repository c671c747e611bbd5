package matterbook.notebook.eval;

/** Answers {@code IO.readln} and other reads of standard input in a cell. */
@FunctionalInterface
public interface InputSource {
    /** A line without its line end. Throws {@link matterbook.core.UserError} where no input can be had. */
    String readLine(String prompt);
}
