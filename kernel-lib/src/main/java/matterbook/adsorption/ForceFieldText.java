package matterbook.adsorption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import matterbook.core.UserError;
import matterbook.potential.Buckingham;
import matterbook.potential.Cut;
import matterbook.potential.LennardJones;
import matterbook.potential.PairPotential;

/**
 * Reads a force field: a line for each parameter, {@code #} before remarks.
 *
 * <pre>
 * name NAME                             cutoff R shifted|truncated          wall R | wall TYPE R
 * host TYPE ELEMENT EPSILON SIGMA       element ELEMENT EPSILON SIGMA       type TYPE EPSILON SIGMA | type TYPE none
 * pair HOST TYPE buckingham A B C       pair HOST TYPE lennard-jones EPSILON SIGMA
 * guests TYPE none | guests TYPE EPSILON SIGMA (among guests, where it is not that of type)
 * guest NAME                            site TYPE CHARGE MASS X Y Z
 * </pre>
 */
final class ForceFieldText {
    private final String file;
    private final ForceField field = new ForceField();
    private String guest = "";
    private List<Guest.Site> sites = new ArrayList<>();
    private String line = "";
    private int number;

    private ForceFieldText(String file) {
        this.file = file;
    }

    static ForceField embedded(String file) {
        try (InputStream text = ForceFieldText.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new UserError("the force field " + file + " is missing from Matterbook's jar: build it again");
            }
            return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file + " from Matterbook's jar", failure);
        }
    }

    static ForceField parse(String text, String file) {
        ForceFieldText reader = new ForceFieldText(file);
        for (String line : text.lines().toList()) {
            reader.number++;
            reader.line = line.replaceFirst("#.*", "").strip();
            if (!reader.line.isEmpty()) {
                reader.read(reader.line.split("\\s+", -1));
            }
        }
        reader.endGuest();
        if (reader.field.name.isEmpty() || Double.isNaN(reader.field.cutoff) || Double.isNaN(reader.field.wall)) {
            throw new UserError(file + ": a force field needs a name, a cutoff and a wall");
        }
        return reader.field;
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "name" -> field.name = line.substring("name".length()).strip();
            case "cutoff" -> {
                field.cutoff = positive(words, 1);
                field.cut = cut(word(words, 2));
            }
            case "wall" -> {
                if (words.length == 2) {
                    field.wall = positive(words, 1);
                } else {
                    field.walls.put(word(words, 1), positive(words, 2));
                }
            }
            case "host" -> field.hosts.put(new ForceField.HostAtom(word(words, 1), word(words, 2)),
                    lennardJones(words, 3));
            case "element" -> field.elements.put(word(words, 1), lennardJones(words, 2));
            case "type" -> field.types.put(word(words, 1),
                    word(words, 2).equals("none") ? Optional.empty() : Optional.of(lennardJones(words, 2)));
            case "guests" -> field.amongGuests.put(word(words, 1),
                    word(words, 2).equals("none") ? Optional.empty() : Optional.of(lennardJones(words, 2)));
            case "pair" -> field.pairs.put(new ForceField.PairName(word(words, 1), word(words, 2)), pair(words));
            case "guest" -> {
                endGuest();
                guest = word(words, 1);
            }
            case "site" ->
                sites.add(new Guest.Site(word(words, 1), finite(words, 2), finite(words, 3), finite(words, 4),
                        finite(words, 5), finite(words, 6)));
            default ->
                throw wrong("a line begins with name, cutoff, wall, host, element, type, pair, guests, guest or site");
        }
    }

    private void endGuest() {
        if (!guest.isEmpty()) {
            if (sites.isEmpty()) {
                throw wrong("the guest " + guest + " has no sites");
            }
            field.guests.put(guest, new Guest(guest, sites));
            sites = new ArrayList<>();
        } else if (!sites.isEmpty()) {
            throw wrong("a site needs a guest before it");
        }
    }

    private Cut cut(String word) {
        return switch (word) {
            case "shifted" -> Cut.SHIFTED;
            case "truncated" -> Cut.PLAIN;
            default -> throw wrong("a cut-off is shifted or truncated");
        };
    }

    private PairPotential pair(String[] words) {
        return switch (word(words, 3)) {
            case "buckingham" -> new Buckingham(positive(words, 4), positive(words, 5), positive(words, 6));
            case "lennard-jones" -> lennardJones(words, 4);
            default -> throw wrong("a pair is buckingham or lennard-jones");
        };
    }

    private LennardJones lennardJones(String[] words, int at) {
        return new LennardJones(positive(words, at), positive(words, at + 1));
    }

    private double positive(String[] words, int at) {
        double value = finite(words, at);
        if (!(value > 0)) {
            throw wrong(words[at] + " must be above 0");
        }
        return value;
    }

    private double finite(String[] words, int at) {
        try {
            double value = Double.parseDouble(word(words, at));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw wrong("a number must stand at place " + at + " behind \"" + words[0] + "\", not \"" + words[at] + "\"");
    }

    private String word(String[] words, int at) {
        if (at >= words.length) {
            throw wrong("\"" + words[0] + "\" needs more words");
        }
        return words[at];
    }

    private UserError wrong(String what) {
        return new UserError(file + ": line " + number + " (" + line + "): " + what);
    }
}
