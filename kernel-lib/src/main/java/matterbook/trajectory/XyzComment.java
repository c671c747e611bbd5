package matterbook.trajectory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.particles.PeriodicBox;
import org.jspecify.annotations.Nullable;

/**
 * The comment line of a frame: {@code key=value} and {@code key="several values"}, as ASE and OVITO write it, or
 * {@code cell: 10 10 10}, as some plain files have it.
 */
final class XyzComment {
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][\\w-]*)\\s*=\\s*(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern CELL = Pattern.compile("\\s*cell:?\\s+(.*)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> values = new LinkedHashMap<>();
    private final @Nullable String cell;

    XyzComment(String line) {
        Matcher pairs = PAIR.matcher(line);
        while (pairs.find()) {
            String value = pairs.group(2) != null ? pairs.group(2) : pairs.group(3);
            values.put(pairs.group(1).toLowerCase(Locale.ROOT), value);
        }
        Matcher plain = CELL.matcher(line);
        cell = plain.matches() ? plain.group(1) : null;
    }

    /** The box; null if the line names none. */
    @Nullable
    PeriodicBox box(XyzPlace place) {
        String lattice = values.get("lattice");
        if (lattice != null) {
            double[] v = place.numbers(lattice, "Lattice", 9);
            for (int k = 0; k < v.length; k++) {
                if (k % 4 != 0 && v[k] != 0) {
                    throw place.wrong("Lattice=\"" + lattice + "\" is not a brick; all but its 1st, 5th and 9th number"
                            + " must be 0");
                }
            }
            return box(place, v[0], v[4], flat(place) ? 0 : v[8]);
        }
        if (cell != null) {
            double[] v = place.numbers(cell, "cell", 3);
            return box(place, v[0], v[1], v[2]);
        }
        return null;
    }

    private static PeriodicBox box(XyzPlace place, double width, double height, double depth) {
        try {
            return new PeriodicBox(width, height, depth);
        } catch (IllegalArgumentException failure) {
            throw place.wrong(String.valueOf(failure.getMessage()));
        }
    }

    /** Whether the box repeats in two directions only, as in {@code pbc="T T F"}: then the particles are disks. */
    private boolean flat(XyzPlace place) {
        String pbc = values.getOrDefault("pbc", "T T T");
        String letters = pbc.replaceAll("\\s+", "").replaceAll("(?i)true|1", "T").replaceAll("(?i)false|0", "F")
                .toUpperCase(Locale.ROOT);
        return switch (letters) {
            case "TTT" -> false;
            case "TTF" -> true;
            default -> throw place.wrong("pbc=\"" + pbc + "\": a box repeats in all directions (T T T) or, for disks,"
                    + " in the first two (T T F)");
        };
    }

    /** What the columns hold. */
    XyzColumns columns(XyzPlace place) {
        String properties = values.get("properties");
        return properties == null ? XyzColumns.PLAIN : XyzColumns.parse(properties, place);
    }

    double time(XyzPlace place) {
        String time = values.get("time");
        return time == null ? Double.NaN : place.number(time, "Time");
    }

    double mass(XyzPlace place) {
        String mass = values.get("mass");
        double value = mass == null ? 1 : place.number(mass, "Mass");
        if (!(value > 0)) {
            throw place.wrong("Mass must be above 0, not " + mass);
        }
        return value;
    }
}
