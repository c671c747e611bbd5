package matterbook.core;

/**
 * Something the user can mend: a missing file, an unknown name, an impossible option. The message is one line
 * that says what is wrong, where, and what would be right; command line and kernel show it without a stack trace.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
