package matterbook.fluid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.potential.Cut;
import matterbook.potential.CutPotential;
import matterbook.potential.Forces;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairPotential;
import matterbook.potential.Wca;
import org.jspecify.annotations.Nullable;

/**
 * A potential chosen by its name.
 *
 * @param cut null for none: an ideal gas
 */
public record PotentialChoice(String name, @Nullable CutPotential cut) {
    /** What can be chosen, for messages and help. */
    public static final String NAMES = "lj, r12 (and other powers), each also with -shifted or -force-shifted; wca, none";

    private static final Pattern NAME = Pattern.compile("(lj|r-?([1-9]\\d?))(-shifted|-force-shifted)?");

    /**
     * The potential of this name, cut at this distance.
     *
     * @param cutoff NaN if none was given
     * @throws UserError if there is no such potential, its cut-off is missing, or it has no use for one
     */
    public static PotentialChoice of(String name, double cutoff) {
        if (!needsCutoff(name) && !Double.isNaN(cutoff)) {
            throw new UserError("the potential " + name + (name.equals("none")
                    ? " has no range"
                    : " ends by itself at " + Digits.shortest(Wca.RANGE, 4)) + ": leave the cut-off out");
        }
        return switch (name) {
            case "none" -> new PotentialChoice(name, null);
            case "wca" -> new PotentialChoice(name, new Wca().cutAt(Wca.RANGE));
            default -> new PotentialChoice(name, cut(matcher(name), name, cutoff));
        };
    }

    private static Matcher matcher(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new UserError("no potential \"" + name + "\"; there are: " + NAMES);
        }
        return matcher;
    }

    private static CutPotential cut(Matcher matcher, String name, double cutoff) {
        if (Double.isNaN(cutoff)) {
            throw new UserError("the potential " + name + " needs a cut-off, such as 3");
        }
        if (!(cutoff > 0) || Double.isInfinite(cutoff)) {
            throw new UserError("a cut-off must be a finite number above 0, not " + cutoff);
        }
        PairPotential whole = matcher.group(2) == null
                ? new LennardJones()
                : new InversePower(Integer.parseInt(matcher.group(2)));
        return switch (matcher.group(3)) {
            case "-shifted" -> whole.cutAndShiftedAt(cutoff);
            case "-force-shifted" -> whole.forceShiftedAt(cutoff);
            case null, default -> whole.cutAt(cutoff);
        };
    }

    /**
     * Whether a cut-off must be given; wca and none refuse one.
     *
     * @throws UserError if there is no such potential
     */
    public static boolean needsCutoff(String name) {
        return switch (name) {
            case "none", "wca" -> false;
            default -> matcher(name).matches();
        };
    }

    /** The forces for a run. */
    public Forces forces() {
        return cut == null ? Forces.none() : cut;
    }

    /** Whether what lies beyond the cut-off is left out; a shifted potential is one in its own right, that ends there. */
    boolean hasTail() {
        return cut != null && cut.cut() == Cut.PLAIN && !name.equals("wca");
    }

    @Override
    public String toString() {
        String base = name.startsWith("lj") ? "Lennard-Jones" : name.replaceFirst("-?(force-)?(shifted)?$", "");
        return cut == null
                ? "no potential"
                : base + (name.endsWith("-force-shifted")
                        ? ", force-shifted"
                        : name.endsWith("-shifted")
                                ? ", shifted"
                                : "")
                        + ", cut at " + Digits.shortest(cut.cutoff(), 6);
    }
}
