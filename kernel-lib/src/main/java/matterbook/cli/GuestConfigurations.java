package matterbook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Guest;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/** Reads where guests stand: {@code {"rows":[{"guest":"co2","id":0,"sites":[...],"positions_angstrom":[[x,y,z],...]}]}}. */
final class GuestConfigurations {
    /** How far the distance of two sites may be from the rigid guest's, in angstrom. */
    private static final double RIGID = 0.01;

    private final Path file;
    private final ForceField field;
    private int row;

    /**
     * A guest that stands somewhere.
     *
     * @param name what the file calls the guest
     * @param id what the file calls the row: a number or a text; the row's number, from 0, if it has none
     * @param sites x, y, z of each site in the guest's order
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, by the command alone
    record Row(String name, Object id, Guest guest, double[] sites) {}

    private GuestConfigurations(Path file, ForceField field) {
        this.file = file;
        this.field = field;
    }

    /**
     * The rows of a file; those of one guest alone if {@code guest} names it.
     *
     * @throws UserError if the file is not as it must be, or has no such row
     */
    static List<Row> read(Path file, ForceField field, @Nullable String guest) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; a JSON file is needed");
        }
        return new GuestConfigurations(file, field).rows(
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8), guest);
    }

    private List<Row> rows(String text, @Nullable String only) {
        if (only != null) {
            field.guest(only);
        }
        List<Row> rows = new ArrayList<>();
        for (JsonElement element : array(text)) {
            if (!(element instanceof JsonObject object)) {
                throw wrong("a row is an object with \"positions_angstrom\"");
            }
            String name = object.get("guest") instanceof JsonPrimitive given ? given.getAsString() : only;
            if (name == null) {
                throw wrong("\"guest\" is missing; name it here or by --guest");
            }
            if (only == null || only.equalsIgnoreCase(name)) {
                rows.add(read(object, name));
            }
            row++;
        }
        if (rows.isEmpty()) {
            throw new UserError(
                    file + (row == 0 ? ": no rows in it" : ": none of its " + row + " rows is of guest " + only));
        }
        return rows;
    }

    private JsonArray array(String text) {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject whole
                    && whole.get("rows") instanceof JsonArray rows) {
                return rows;
            }
        } catch (JsonParseException notJson) {
            throw new UserError(file + " is no JSON: "
                    + String.valueOf(notJson.getMessage()).lines().findFirst().orElse("")
                            .replaceFirst("^[\\w.]+Exception: ", ""),
                    notJson);
        }
        throw new UserError(file + ": {\"rows\":[...]} is wanted, a row for each configuration");
    }

    private Row read(JsonObject object, String name) {
        Guest guest = field.guest(name);
        if (!(object.get("positions_angstrom") instanceof JsonArray positions) || positions.size() != guest.size()) {
            throw wrong("\"positions_angstrom\" must be " + guest.size() + " places [x,y,z], for the sites "
                    + guest.types() + " of " + guest.name());
        }
        List<String> types = types(object, guest);
        double[] sites = new double[3 * guest.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int at = 0; at < guest.size(); at++) {
            int site = place(guest, types.get(at), seen.merge(types.get(at), 1, Integer::sum));
            for (int axis = 0; axis < 3; axis++) {
                sites[3 * site + axis] = coordinate(positions.get(at), axis);
            }
        }
        requireRigid(guest, sites);
        Object id = !(object.get("id") instanceof JsonPrimitive given)
                ? Integer.valueOf(row)
                : given.isNumber() ? given.getAsNumber() : given.getAsString();
        return new Row(name, id, guest, sites);
    }

    private List<String> types(JsonObject object, Guest guest) {
        if (!(object.get("sites") instanceof JsonArray given)) {
            return guest.types();
        }
        List<String> types = new ArrayList<>();
        given.forEach(type -> types.add(type instanceof JsonPrimitive text ? text.getAsString() : type.toString()));
        List<String> sorted = types.stream().sorted().toList();
        if (!sorted.equals(guest.types().stream().sorted().toList())) {
            throw wrong("\"sites\" must be " + guest.types() + " in any order, not " + types);
        }
        return types;
    }

    /** Where in the guest the n-th site of this type is. */
    private static int place(Guest guest, String type, int n) {
        int left = n;
        for (int site = 0; site < guest.size(); site++) {
            if (guest.types().get(site).equals(type) && --left == 0) {
                return site;
            }
        }
        throw new IllegalStateException("the types were compared");
    }

    private double coordinate(JsonElement place, int axis) {
        if (place instanceof JsonArray three && three.size() == 3 && three.get(axis) instanceof JsonPrimitive number
                && number.isNumber() && Double.isFinite(number.getAsDouble())) {
            return number.getAsDouble();
        }
        throw wrong("a place is three numbers [x,y,z], not " + brief(place.toString()));
    }

    /** Also finds places in nanometres or in fractions of the cell. */
    private void requireRigid(Guest guest, double[] r) {
        for (int i = 0; i < guest.size(); i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.sqrt(square(r[3 * i] - r[3 * j]) + square(r[3 * i + 1] - r[3 * j + 1])
                        + square(r[3 * i + 2] - r[3 * j + 2]));
                if (Math.abs(distance - guest.distance(i, j)) > RIGID) {
                    throw wrong(String.format(Locale.ROOT,
                            "%s and %s of %s are %.3f angstrom apart, but %.3f in the rigid guest",
                            guest.types().get(j), guest.types().get(i), guest.name(), distance, guest.distance(i, j)));
                }
            }
        }
    }

    private UserError wrong(String what) {
        return new UserError(file + ": row " + row + " (counted from 0): " + what);
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static double square(double x) {
        return x * x;
    }
}
