package matterbook.core;

/**
 * Thrown by {@link Stop#check()}. An {@link Error}, so that a learner's {@code catch (Exception e)} in a loop
 * cannot swallow an interrupt.
 */
public final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    public Stopped() {
        super("stopped");
    }
}
