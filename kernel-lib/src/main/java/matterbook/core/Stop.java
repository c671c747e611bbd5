package matterbook.core;

/**
 * The one stop signal of this process. Every loop of the kit that can last over 0.1 s calls {@link #check()};
 * notebook cells have the same call woven into their loops and methods. Interrupt in Jupyter, Ctrl-C on the
 * command line and time budgets all call {@link #request()}.
 */
public final class Stop {
    private static volatile boolean requested;

    private Stop() {}

    /** Asks all running work to stop at its next check. Safe from any thread, as often as one likes. */
    public static void request() {
        requested = true;
    }

    /** Withdraws the request; whoever starts new work calls it first. */
    public static void clear() {
        requested = false;
    }

    public static boolean isRequested() {
        return requested;
    }

    /**
     * Returns at once (one volatile read) unless a stop was requested.
     *
     * @throws Stopped if {@link #request()} was called since the last {@link #clear()}
     */
    public static void check() {
        if (requested) {
            throw new Stopped();
        }
    }
}
