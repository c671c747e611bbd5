package matterbook.notebook.display;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.UUID;

import matterbook.core.Progress;

/**
 * Draws progress as a bar that moves in the running cell. Work that ends within half a second draws nothing. The
 * text of a bar holds no times, so that two runs of a notebook can be compared.
 */
public final class NotebookProgress implements Progress.Listener {
    private static final double QUIET_SECONDS = 0.5;

    private final OutputSink sink;
    private final double quietSeconds;
    private final IdentityHashMap<Progress, String> shown = new IdentityHashMap<>();

    /** Bars go into the cell behind {@code sink}. */
    public NotebookProgress(OutputSink sink) {
        this(sink, QUIET_SECONDS);
    }

    NotebookProgress(OutputSink sink, double quietSeconds) {
        this.sink = sink;
        this.quietSeconds = quietSeconds;
    }

    @Override
    public synchronized void report(Progress progress, boolean finished) {
        String id = shown.get(progress);
        if (id == null && (finished || progress.elapsedSeconds() < quietSeconds)) {
            return;
        }
        MimeBundle bar = bar(progress, finished);
        if (id == null) {
            id = UUID.randomUUID().toString();
            shown.put(progress, id);
            sink.display(bar, id);
        } else {
            sink.update(bar, id);
        }
        if (finished) {
            shown.remove(progress);
        }
    }

    private static MimeBundle bar(Progress progress, boolean finished) {
        String steps = progress.label() + ": " + progress.done() + " of " + progress.total();
        String time = finished
                ? String.format(Locale.ROOT, "%.1f s", progress.elapsedSeconds())
                : TerminalProgress.timeLeft(progress.remainingSeconds());
        return MimeBundle.text(steps).with(MimeBundle.HTML,
                "<div style=\"display:flex;gap:8px;align-items:center\"><progress max=\""
                        + Math.max(progress.total(), 1) + "\" value=\"" + progress.done()
                        + "\" style=\"flex:0 0 220px\"></progress><span>" + Html.escape(steps) + ", " + time
                        + "</span></div>");
    }
}
