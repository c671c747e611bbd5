package matterbook.notebook.eval;

/**
 * Whether a console should run this input or ask for more lines.
 *
 * @param indent for {@link Status#INCOMPLETE}: white space to start the next line with
 */
public record Completeness(Status status, String indent) {
    /** Jupyter's three answers. */
    public enum Status {
        COMPLETE, INCOMPLETE, INVALID
    }
}
