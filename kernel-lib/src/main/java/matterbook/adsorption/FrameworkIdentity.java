package matterbook.adsorption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import matterbook.core.UserError;
import matterbook.crystal.AtomSite;

/**
 * Which framework numbers belong to. The name is for people; the checksum decides: the first half of the SHA-256 of edges
 * (to 1e-4 angstrom), elements, fractional coordinates (to 1e-5) and charges (to 1e-4), in the order of the atoms.
 */
public record FrameworkIdentity(String name, String checksum) {
    private static final int DIGITS = 16;

    public FrameworkIdentity {
        if (!checksum.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new UserError("the checksum of a framework has " + DIGITS + " hexadecimal digits, not \"" + checksum
                    + "\"");
        }
    }

    /** That of this framework. */
    public static FrameworkIdentity of(Framework framework) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            for (double x : framework.cell().edge(k)) {
                text.append(String.format(Locale.ROOT, "%.4f ", x));
            }
        }
        for (AtomSite site : framework.crystal().sites()) {
            text.append(String.format(Locale.ROOT, "%s %.5f %.5f %.5f %.4f\n", site.element(), site.x(), site.y(),
                    site.z(), site.charge()));
        }
        return new FrameworkIdentity(framework.crystal().name(), checksum(text.toString()));
    }

    private static String checksum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /**
     * Refuses any framework but this.
     *
     * @param what what belongs to this framework, for the message
     * @throws UserError if {@code other} is another
     */
    public void require(Framework other, String what) {
        FrameworkIdentity theirs = of(other);
        if (!theirs.checksum.equals(checksum)) {
            throw new UserError(what + " belongs to the framework " + this + ", not to " + theirs);
        }
    }

    /** {@code mg-mof-74 (checksum 0123456789abcdef)}. */
    @Override
    public String toString() {
        return name + " (checksum " + checksum + ")";
    }
}
