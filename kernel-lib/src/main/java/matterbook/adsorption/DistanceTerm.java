package matterbook.adsorption;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import matterbook.core.UserError;

/** A function of the distance r (angstrom) between two atoms, with which a network may tell what they do to each other. */
public enum DistanceTerm {
    /** e<sup>-r</sup>: repulsion of electron clouds that overlap. */
    EXP("exp"),
    /** r<sup>-1</sup>: charges. */
    R1("r-1"),
    /** r<sup>-4</sup>: a charge and the dipole that it induces. */
    R4("r-4"),
    /** r<sup>-6</sup>: dispersion. */
    R6("r-6"),
    /** r<sup>-8</sup>: its next term. */
    R8("r-8"),
    /** r<sup>-10</sup>: the one after. */
    R10("r-10"),
    /** r itself, without any physics. */
    R("r");

    private final String text;

    DistanceTerm(String text) {
        this.text = text;
    }

    /** Its value at this distance, above 0. */
    public double of(double r) {
        double s = 1 / (r * r);
        return switch (this) {
            case EXP -> Math.exp(-r);
            case R1 -> 1 / r;
            case R4 -> s * s;
            case R6 -> s * s * s;
            case R8 -> s * s * s * s;
            case R10 -> s * s * s * s * s;
            case R -> r;
        };
    }

    /**
     * The term that is written like this: {@code exp}, {@code r-1}, ..., {@code r}.
     *
     * @throws UserError if there is none
     */
    public static DistanceTerm named(String name) {
        for (DistanceTerm term : values()) {
            if (term.text.equals(name.toLowerCase(Locale.ROOT))) {
                return term;
            }
        }
        List<String> names = Arrays.stream(values()).map(DistanceTerm::toString).toList();
        throw new UserError("no term \"" + name + "\" of a distance; there are " + String.join(", ", names));
    }

    @Override
    public String toString() {
        return text;
    }
}
