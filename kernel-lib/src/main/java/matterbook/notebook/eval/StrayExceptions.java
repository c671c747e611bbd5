package matterbook.notebook.eval;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import matterbook.core.Stopped;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that end a thread which a cell started. One that was stopped ends silently; any other says what happened
 * and the lines of the cells that led there.
 */
final class StrayExceptions implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final String SNIPPET_CLASS = "REPL.$JShell$";

    private final JShell shell;
    private final ClassLoader ofCells;
    private final UserFrames frames;
    private final OutputSink sink;
    private final Thread.@Nullable UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();

    private StrayExceptions(JShell shell, ClassLoader ofCells, UserFrames frames, OutputSink sink) {
        this.shell = shell;
        this.ofCells = ofCells;
        this.frames = frames;
        this.sink = sink;
    }

    /** Listens until it is closed. A cell's threads are known by their class loader, which they inherit. */
    static StrayExceptions listen(JShell shell, ClassLoader ofCells, UserFrames frames, OutputSink sink) {
        StrayExceptions strays = new StrayExceptions(shell, ofCells, frames, sink);
        Thread.setDefaultUncaughtExceptionHandler(strays);
        return strays;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!ofCells.equals(thread.getContextClassLoader())) {
            if (others != null) {
                others.uncaughtException(thread, thrown);
            } else {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace, true));
                sink.print(true, "Exception in thread \"" + thread.getName() + "\" " + trace);
            }
        } else if (!isStopped(thrown)) {
            String name = thread.getName().isEmpty() ? "a thread" : "thread " + thread.getName();
            Map<String, Optional<Snippet>> known = new HashMap<>();
            List<String> lines = frames.lines(thrown, one -> ofSnippets(one, known));
            sink.print(true, name + " ended: " + String.join("\n", lines) + "\n");
        }
    }

    @Override
    public void close() {
        if (equals(Thread.getDefaultUncaughtExceptionHandler())) {
            Thread.setDefaultUncaughtExceptionHandler(others);
        }
    }

    private static boolean isStopped(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < 8; i++) {
            if (cause instanceof Stopped) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private StackTraceElement[] ofSnippets(Throwable thrown, Map<String, Optional<Snippet>> known) {
        List<StackTraceElement> ours = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith(SNIPPET_CLASS)) {
                int nested = type.indexOf('$', SNIPPET_CLASS.length());
                String outer = nested < 0 ? type : type.substring(0, nested);
                known.computeIfAbsent(outer, this::snippet)
                        .ifPresent(snippet -> ours.add(new StackTraceElement(nested < 0 ? "" : type.substring(nested),
                                frame.getMethodName(), "#" + snippet.id(), line(snippet, frame.getLineNumber()))));
            }
        }
        return ours.toArray(StackTraceElement[]::new);
    }

    private Optional<Snippet> snippet(String className) {
        try {
            return shell.snippets().filter(one -> wrapper(one).fullClassName().equals(className)).findFirst();
        } catch (RuntimeException busy) {
            // a cell declares something in this moment: the message goes without this frame
            return Optional.empty();
        }
    }

    /** The line of the snippet, from 1, that is this line of the class around it. */
    private int line(Snippet snippet, int ofClass) {
        SnippetWrapper wrapper = wrapper(snippet);
        String text = wrapper.wrapped();
        int at = 0;
        for (int i = 1; i < ofClass; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return CompileErrors.lineOf(snippet.source(), wrapper.wrappedToSourcePosition(JavaTokens.firstToken(text, at)));
    }

    private SnippetWrapper wrapper(Snippet snippet) {
        return shell.sourceCodeAnalysis().wrapper(snippet);
    }
}
