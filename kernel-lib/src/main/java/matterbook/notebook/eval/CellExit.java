package matterbook.notebook.eval;

/** What a cell meets instead of {@code System.exit}: leaving would take the whole notebook with it. */
@SuppressWarnings("DoNotCallSuggester") // woven calls are its only callers
public final class CellExit extends Error {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = " would end the whole notebook; to end a cell early, throw an exception";

    private CellExit(String call) {
        super(call + ADVICE);
    }

    /** Stands in for {@link System#exit}. */
    public static void exit(int status) {
        throw new CellExit("System.exit(" + status + ")");
    }

    /** Stands in for {@link Runtime#exit}. */
    public static void exit(Runtime runtime, int status) {
        throw new CellExit("Runtime.exit(" + status + ")");
    }

    /** Stands in for {@link Runtime#halt}. */
    public static void halt(Runtime runtime, int status) {
        throw new CellExit("Runtime.halt(" + status + ")");
    }
}
