package matterbook.notebook.run;

import java.io.IOException;

import com.google.gson.JsonObject;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends a cell's outputs to the parent. Prints are gathered into larger messages, and what a cell prints beyond
 * twice the parent's limit is not sent at all: a cell that prints in an endless loop fills no memory.
 */
final class WireSink implements OutputSink {
    private static final int GATHER = 8192;

    private final Wire wire;
    private final StringBuilder gathered = new StringBuilder();
    private boolean gatheredError;
    private long printed;

    WireSink(Wire wire) {
        this.wire = wire;
    }

    @Override
    public synchronized void print(boolean error, String text) {
        if (printed > 2L * OutputCollector.LIMIT) {
            return;
        }
        printed += text.length();
        if (error != gatheredError) {
            flush();
        }
        gatheredError = error;
        gathered.append(text);
        if (gathered.length() > GATHER) {
            flush();
        }
    }

    @Override
    public synchronized void display(MimeBundle bundle, @Nullable String displayId) {
        flush();
        JsonObject message = Wire.message("display");
        Wire.add(message, bundle);
        if (displayId != null) {
            message.addProperty("display", displayId);
        }
        send(message);
    }

    @Override
    public synchronized void update(MimeBundle bundle, String displayId) {
        flush();
        JsonObject message = Wire.message("update");
        Wire.add(message, bundle);
        message.addProperty("display", displayId);
        send(message);
    }

    synchronized void flush() {
        if (!gathered.isEmpty()) {
            JsonObject message = Wire.message("print");
            message.addProperty("error", gatheredError);
            message.addProperty("text", gathered.toString());
            gathered.setLength(0);
            send(message);
        }
    }

    private void send(JsonObject message) {
        try {
            wire.send(message);
        } catch (IOException _) {
            // the parent is gone; the thread that listens to it halts this JVM
        }
    }
}
