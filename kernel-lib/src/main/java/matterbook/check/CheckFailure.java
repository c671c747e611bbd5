package matterbook.check;

/** An answer that is wrong: the message is one line that says what was expected, what came and what may be the cause. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    public CheckFailure(String message) {
        super(message);
    }

    CheckFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
