package matterbook.notebook.display;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/** {@code display(x)}: shows a value in the cell that runs. */
public final class Display {
    private static final AtomicReference<@Nullable OutputSink> SINK = new AtomicReference<>();

    private final String id;

    private Display(String id) {
        this.id = id;
    }

    /** Connects {@code display(x)} to where the running cell's outputs go; null where no cell runs. */
    public static void connect(@Nullable OutputSink sink) {
        SINK.set(sink);
    }

    /** Whether {@code display(x)} has somewhere to show. */
    public static boolean isConnected() {
        return SINK.get() != null;
    }

    /** Shows {@code value} now; the handle's {@link #update} replaces it later. */
    public static Display display(@Nullable Object value) {
        Display handle = new Display(UUID.randomUUID().toString());
        sink().display(Renderers.standard().render(value), handle.id);
        return handle;
    }

    /** Shows {@code value} in place of what was displayed. */
    public void update(@Nullable Object value) {
        sink().update(Renderers.standard().render(value), id);
    }

    private static OutputSink sink() {
        OutputSink sink = SINK.get();
        if (sink == null) {
            throw new UserError("display(x) works while a notebook cell runs; here there is none");
        }
        return Objects.requireNonNull(sink);
    }
}
