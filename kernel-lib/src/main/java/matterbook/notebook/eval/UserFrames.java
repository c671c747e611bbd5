package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jdk.jshell.JShellException;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/** Exceptions as the learner needs them: what happened, then the lines of their own cells that led there. */
final class UserFrames {
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 8;
    /** JShell's helper that computes a variable's first value; its caller is the line of the cell. */
    private static final String INITIALIZER = "do_it$Aux";

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private int cell;
    private int cellNumber;
    /** A thread may die of an exception before the snippet that started it has ended. */
    private volatile @Nullable Place running;

    /** Where a snippet came from; the number is the one that people see beside the cell, 0 where it has none. */
    private record Place(int cell, int number, int firstLine) {}

    void startCell(int number) {
        cell++;
        cellNumber = number;
    }

    /** The snippet that runs next starts in this line of the running cell. */
    void startSnippet(int line) {
        running = new Place(cell, cellNumber, line);
    }

    /** Notes that the snippet of this id starts in this line of the running cell. */
    void note(String snippetId, int line) {
        places.put(snippetId, new Place(cell, cellNumber, line));
    }

    /**
     * The result for a cell that threw.
     *
     * @param thrown the exception itself
     * @param frames the same exception as JShell tells it, with its frames in terms of snippets
     */
    CellResult.Failed failed(CellResult.Kind kind, Throwable thrown, @Nullable JShellException frames) {
        List<String> traceback = new ArrayList<>();
        traceback.add(headline(thrown));
        traceback.addAll(frames(frames));
        int line = line(frames);
        Throwable cause = thrown.getCause();
        JShellException causeFrames = cause(frames);
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            traceback.add("Caused by: " + nameAndMessage(cause));
            traceback.addAll(frames(causeFrames));
            line = line == 0 ? line(causeFrames) : line;
            cause = cause.getCause();
            causeFrames = cause(causeFrames);
        }
        return new CellResult.Failed(kind, name(thrown), message(thrown), traceback, line);
    }

    /** An exception that only a call in code of another snippet explains. */
    CellResult.Failed failed(String name, String message, JShellException frames) {
        List<String> traceback = new ArrayList<>(List.of(message));
        traceback.addAll(frames(frames));
        return new CellResult.Failed(CellResult.Kind.EXCEPTION, name, message, traceback, line(frames));
    }

    /**
     * The lines for an exception outside of JShell's sight.
     *
     * @param stack its frames in terms of snippets
     */
    List<String> lines(Throwable thrown, Function<Throwable, StackTraceElement[]> stack) {
        List<String> lines = new ArrayList<>(List.of(headline(thrown)));
        lines.addAll(frames(stack.apply(thrown)));
        Throwable cause = thrown.getCause();
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            lines.add("Caused by: " + nameAndMessage(cause));
            lines.addAll(frames(stack.apply(cause)));
            cause = cause.getCause();
        }
        return lines;
    }

    private static @Nullable JShellException cause(@Nullable JShellException frames) {
        return frames != null && frames.getCause() instanceof JShellException cause ? cause : null;
    }

    /** What the kit says about wrong input is a sentence for the learner and needs no class name before it. */
    private static String headline(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        boolean ofKit = stack.length > 0 && stack[0].getClassName().startsWith("matterbook.")
                && (thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException
                        || thrown instanceof UnsupportedOperationException
                        || thrown.getClass().getName().startsWith("matterbook."));
        return (ofKit || thrown instanceof UserError || thrown instanceof CellExit) && thrown.getMessage() != null
                ? message(thrown)
                : nameAndMessage(thrown);
    }

    private static String nameAndMessage(Throwable thrown) {
        return thrown.getMessage() == null ? name(thrown) : name(thrown) + ": " + message(thrown);
    }

    private static String name(Throwable thrown) {
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? thrown.getClass().getName() : simple;
    }

    /** JShell's names for cells' classes mean nothing to a learner. */
    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "").replaceAll("REPL\\.\\$JShell\\$\\w+[$.]", "");
    }

    private List<String> frames(@Nullable JShellException exception) {
        return frames(stack(exception));
    }

    private List<String> frames(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        String last = "";
        int times = 0;
        for (StackTraceElement frame : stack) {
            String place = place(frame);
            String line = place.isEmpty() ? last : "    at " + where(frame) + place;
            if (line.equals(last)) {
                times += place.isEmpty() ? 0 : 1;
            } else {
                add(lines, last, times);
                last = line;
                times = 1;
            }
        }
        add(lines, last, times);
        int more = lines.size() - MOST_FRAMES;
        if (more > 0) {
            lines.subList(MOST_FRAMES, lines.size()).clear();
            lines.add("    ... " + more + " more");
        }
        return lines;
    }

    private static void add(List<String> lines, String line, int times) {
        if (!line.isEmpty()) {
            lines.add(times > 1 ? line + " (" + times + " times)" : line);
        }
    }

    private int line(@Nullable JShellException exception) {
        for (StackTraceElement frame : stack(exception)) {
            Place place = places.get(id(frame));
            if (place != null && place.cell() == cell) {
                return place.firstLine() + frame.getLineNumber() - 1;
            }
        }
        return 0;
    }

    private static StackTraceElement[] stack(@Nullable JShellException exception) {
        return exception == null ? new StackTraceElement[0] : exception.getStackTrace();
    }

    /** JShell writes the snippet's id with a number sign in place of the file's name. */
    private static String id(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? file.substring(1) : "";
    }

    private String place(StackTraceElement frame) {
        Place place = places.getOrDefault(id(frame), id(frame).isEmpty() ? null : running);
        if (place == null || frame.getMethodName().startsWith(INITIALIZER)) {
            return "";
        }
        int line = place.firstLine() + frame.getLineNumber() - 1;
        return place.cell() == cell
                ? "cell line " + line
                : "line " + line + (place.number() > 0 ? " of cell [" + place.number() + "]" : " of an earlier cell");
    }

    private static String where(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            method = "lambda";
        } else if (method.startsWith("do_it$")) {
            method = "";
        } else if (method.equals("<init>")) {
            method = "new";
        }
        String type = frame.getClassName().replaceAll("^\\$?|\\$\\d+", "");
        String name = type.isEmpty() ? method : method.isEmpty() ? type : type + "." + method;
        return name.isEmpty() ? "" : name + ", ";
    }
}
