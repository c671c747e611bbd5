package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;

import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/** Keeps what a cell put out, in order: {@code out:text}, {@code err:text}, {@code display:text}, {@code update:text}. */
class Outputs implements OutputSink {
    private final List<String> events = new ArrayList<>();

    @Override
    public synchronized void print(boolean error, String text) {
        events.add((error ? "err:" : "out:") + text);
    }

    @Override
    public synchronized void display(MimeBundle bundle, @Nullable String displayId) {
        events.add("display:" + bundle.text());
    }

    @Override
    public synchronized void update(MimeBundle bundle, String displayId) {
        events.add("update:" + bundle.text());
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }
}
