package matterbook.crystal;

import matterbook.core.Require;

/**
 * An atom of a crystal.
 *
 * @param label what its file calls it; atoms that symmetry makes of one another have one label
 * @param x its fractional coordinate along edge a, in [0, 1) for an atom of a {@link Crystal}
 * @param charge in elementary charges; NaN if it is not known
 */
public record AtomSite(String label, Element element, double x, double y, double z, double charge) {
    public AtomSite {
        Require.that(!label.isBlank(), "an atom needs a label");
        Require.that(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z),
                "the fractional coordinates of atom " + label + " must be finite: " + x + ", " + y + ", " + z);
        Require.that(!Double.isInfinite(charge), "the charge of atom " + label + " must be finite");
    }

    /** An atom of unknown charge, called after its element. */
    public AtomSite(Element element, double x, double y, double z) {
        this(element.name(), element, x, y, z, Double.NaN);
    }

    /** The same atom at another place. */
    public AtomSite at(double... fractional) {
        return new AtomSite(label, element, fractional[0], fractional[1], fractional[2], charge);
    }

    /** The three fractional coordinates. */
    public double[] fractional() {
        return new double[]{x, y, z};
    }
}
