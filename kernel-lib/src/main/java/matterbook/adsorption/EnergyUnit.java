package matterbook.adsorption;

import java.util.Arrays;
import java.util.Locale;

import matterbook.core.Codata;
import matterbook.core.Digits;
import matterbook.core.UserError;

/**
 * The unit of energies that come from outside. Guests that stick to a framework at all do so with some kJ/mol to some
 * hundreds: by its lowest energy a set shows its unit, or that it has none of these.
 */
public enum EnergyUnit {
    /** kJ/mol. */
    KJ_PER_MOL("kJ/mol", 1),
    /** Electron volts for each guest. */
    EV("eV", Codata.ELEMENTARY_CHARGE * Codata.AVOGADRO / 1000),
    /** Energy divided by k<sub>B</sub>. */
    KELVIN("K", Codata.KJ_PER_MOL_PER_KELVIN);

    /** The weakest and the strongest binding (kJ/mol) that a lowest energy of many configurations may show. */
    private static final double WEAKEST = -3;
    private static final double STRONGEST = -250;

    private final String symbol;
    private final double kjPerMol;

    EnergyUnit(String symbol, double kjPerMol) {
        this.symbol = symbol;
        this.kjPerMol = kjPerMol;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** One of this unit in kJ/mol. */
    public double kjPerMol() {
        return kjPerMol;
    }

    /**
     * The unit of this name: kJ/mol, eV or K; upper and lower case are one.
     *
     * @throws UserError for any other
     */
    public static EnergyUnit named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "kj/mol", "kj_per_mol" -> KJ_PER_MOL;
            case "ev" -> EV;
            case "k", "kelvin" -> KELVIN;
            default -> throw new UserError("no unit of energy \"" + name + "\"; there are kJ/mol, eV and K");
        };
    }

    /**
     * The unit in which these can be adsorption energies.
     *
     * @param what where they come from, for the message
     * @throws UserError if there is none
     */
    public static EnergyUnit of(double[] energies, String what) {
        for (EnergyUnit unit : values()) {
            if (unit.fits(lowest(energies))) {
                return unit;
            }
        }
        throw new UserError(what + ": the lowest energy is " + Digits.shortest(lowest(energies), 5)
                + ", no adsorption energy in kJ/mol, eV or K; what is needed is the energy of the whole minus those of"
                + " framework and guest");
    }

    /**
     * These in kJ/mol.
     *
     * @param what where they come from, for the message
     * @throws UserError if they cannot be in this unit
     */
    public double[] toKjPerMol(double[] energies, String what) {
        double lowest = lowest(energies);
        if (!fits(lowest)) {
            String other = Arrays.stream(values()).filter(unit -> unit.fits(lowest)).findFirst()
                    .map(unit -> "; in " + unit.symbol + " they would be").orElse("; they are");
            throw new UserError(what + ": the lowest energy of " + Digits.shortest(lowest, 5) + " " + symbol + " is "
                    + Digits.shortest(lowest * kjPerMol, 5) + " kJ/mol, which binds no guest" + other
                    + (other.endsWith("would be") ? " right: name the unit" : " no adsorption energies in any unit"));
        }
        return Arrays.stream(energies).map(energy -> energy * kjPerMol).toArray();
    }

    private boolean fits(double lowest) {
        return lowest * kjPerMol <= WEAKEST && lowest * kjPerMol >= STRONGEST;
    }

    private static double lowest(double[] energies) {
        return Arrays.stream(energies).min().orElse(Double.NaN);
    }
}
