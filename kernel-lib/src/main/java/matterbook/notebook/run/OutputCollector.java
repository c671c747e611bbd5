package matterbook.notebook.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.file.Output;

/**
 * Gathers the outputs of a notebook's cells: neighbouring prints become one stream, an update replaces what was
 * displayed before in whatever cell it stands, and a cell keeps at most {@value #LIMIT} characters.
 */
final class OutputCollector {
    static final int LIMIT = 1_000_000;

    private final List<List<Output>> cells = new ArrayList<>();
    private final Map<String, Place> displays = new HashMap<>();
    private long size;
    private boolean cut;

    /** Where a displayed value stands. */
    private record Place(List<Output> outputs, int index) {}

    /** Begins the next cell; its outputs can still change while later cells run. */
    void begin() {
        cells.add(new ArrayList<>());
        size = 0;
        cut = false;
    }

    /** The outputs of the cell begun as number {@code index}, from 0. */
    List<Output> outputs(int index) {
        return List.copyOf(cells.get(index));
    }

    /** Takes one message of the child; those that are no output are ignored. */
    void take(JsonObject message) {
        switch (Wire.op(message)) {
            case "print" -> print(message.get("error").getAsBoolean(), message.get("text").getAsString());
            case "display" -> display(message);
            case "update" -> update(message);
            default -> {
            }
        }
    }

    /** The cell's last output: the value of its last expression, or why it failed. */
    void add(Output output) {
        cells.getLast().add(output);
    }

    private void print(boolean error, String text) {
        if (!cut) {
            append(error, fits(text.length()) ? text : text.substring(0, room(text.length())) + note());
        }
    }

    private void append(boolean error, String text) {
        List<Output> outputs = cells.getLast();
        if (!outputs.isEmpty() && outputs.getLast() instanceof Output.Stream(boolean same, String before)
                && same == error) {
            outputs.removeLast();
            outputs.add(new Output.Stream(error, before + text));
        } else {
            outputs.add(new Output.Stream(error, text));
        }
    }

    private void display(JsonObject message) {
        MimeBundle bundle = Wire.bundle(message);
        if (cut) {
            return;
        }
        if (!fits(size(bundle))) {
            append(false, note());
            return;
        }
        add(Output.display(bundle));
        if (message.has("display")) {
            displays.put(message.get("display").getAsString(),
                    new Place(cells.getLast(), cells.getLast().size() - 1));
        }
    }

    private void update(JsonObject message) {
        Place place = displays.get(message.get("display").getAsString());
        MimeBundle bundle = Wire.bundle(message);
        if (place != null && size(bundle) <= LIMIT) {
            place.outputs().set(place.index(), Output.display(bundle));
        }
    }

    private boolean fits(int more) {
        size += more;
        return size <= LIMIT;
    }

    private int room(int more) {
        return (int) (LIMIT - (size - more));
    }

    private String note() {
        cut = true;
        return "\n[the rest of this cell's output is left out: it is more than " + LIMIT / 1_000_000 + " MB]\n";
    }

    private static int size(MimeBundle bundle) {
        return bundle.data().values().stream().mapToInt(String::length).sum();
    }
}
