package matterbook.adsorption;

import java.util.EnumMap;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.crystal.Element;

/**
 * Polarisable atoms whose charge is spread out, so that neighbours do not polarise one another without end (B. T. Thole,
 * Chem. Phys. 59, 341 (1981)), with the exponential density a³/8 pi · exp(-a u), u = r / (alpha_i alpha_j)^(1/6). What a point
 * would cause at the distance r is multiplied by
 *
 * <pre>
 * charges:  lambda3 = 1 - (1 + au + (au)²/2) exp(-au)
 * dipoles:  lambda3 and lambda5 = lambda3 - (au)³/6 · exp(-au)
 * </pre>
 *
 * <p>a and the polarisabilities of H, C, N and O were fitted to those of 52 molecules (P. Th. van Duijnen and M. Swart,
 * J. Phys. Chem. A 102, 2399 (1998)); magnesium has that of the ion Mg²⁺ in crystals (P. W. Fowler and N. C. Pyper, Proc. R.
 * Soc. A 398, 377 (1985)).
 */
final class Thole {
    /** The width a. */
    static final double WIDTH = 2.1304;

    /** One atomic unit of polarisability in angstrom³: the Bohr radius to the third. */
    private static final double ATOMIC_UNIT = 0.148184711;
    private static final Map<Element, Double> POLARISABILITIES = new EnumMap<>(Map.of(Element.H, 2.7927, Element.C,
            8.6959, Element.N, 6.5565, Element.O, 5.7494, Element.Mg, 0.486));
    private static final double SAME_MASS = 0.02;

    private Thole() {}

    /** The polarisability of an atom in angstrom³. */
    static double polarisability(Element element) {
        Double value = POLARISABILITIES.get(element);
        if (value == null) {
            throw new UserError(
                    "no polarisability of " + element + "; there are those of " + POLARISABILITIES.keySet());
        }
        return value * ATOMIC_UNIT;
    }

    /**
     * How much of a field reaches an atom.
     *
     * @param lambda3 the part of a charge's field, and of the first part of a dipole's
     * @param lambda5 the part of the second part of a dipole's
     */
    record Damping(double lambda3, double lambda5) {}

    /** At a distance in units of (alpha_i alpha_j)^(1/6). */
    static Damping damping(double u) {
        double au = WIDTH * u;
        double fall = Math.exp(-au);
        double lambda3 = 1 - (1 + au + au * au / 2) * fall;
        return new Damping(lambda3, lambda3 - au * au * au / 6 * fall);
    }

    /** The polarisability that spreads the charge of each site; a site without mass has that of the nearest atom. */
    static double[] ofSites(Guest guest) {
        double[] alpha = new double[guest.size()];
        for (int s = 0; s < alpha.length; s++) {
            if (guest.sites().get(s).charge() != 0) {
                alpha[s] = polarisability(element(guest, nearestAtom(guest, s)));
            }
        }
        return alpha;
    }

    private static int nearestAtom(Guest guest, int site) {
        int nearest = -1;
        for (int s = 0; s < guest.size(); s++) {
            if (guest.sites().get(s).mass() > 0
                    && (nearest < 0 || guest.distance(site, s) < guest.distance(site, nearest))) {
                nearest = s;
            }
        }
        return nearest;
    }

    private static Element element(Guest guest, int site) {
        double mass = guest.sites().get(site).mass();
        for (Element element : POLARISABILITIES.keySet()) {
            if (Math.abs(element.mass() - mass) < SAME_MASS) {
                return element;
            }
        }
        throw new UserError(
                "the site " + guest.sites().get(site).type() + " of " + guest.name() + " has the mass " + mass
                        + ", that of no atom whose polarisability is known: " + POLARISABILITIES.keySet());
    }
}
