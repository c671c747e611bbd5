package matterbook.adsorption;

import org.jspecify.annotations.Nullable;

/**
 * SYNTHETIC reference energies that no sum over pairs can give: a force field, the dipoles that the guest's charges induce on
 * the framework's atoms, and for carbon monoxide a bond to open metal sites. They take the place of density functional theory
 * where potentials are judged: as there, what is fitted to pairs must fail in part. They are not data of any real material.
 */
public final class ManyBody implements EnergySurface {
    /** What it is, for the origin of {@link Configurations}. */
    public static final String WORDS = "SYNTHETIC many-body reference (Lin/Mercado with induced dipoles)";

    private static final String CARBON_MONOXIDE = "CO";

    private final EnergySurface pairs;
    private final InducedDipoles dipoles;
    private final double[] guestAlpha;
    private final @Nullable OpenMetalBond bond;

    private ManyBody(EnergySurface pairs, InducedDipoles dipoles, @Nullable OpenMetalBond bond) {
        this.pairs = pairs;
        this.dipoles = dipoles;
        this.bond = bond;
        guestAlpha = Thole.ofSites(pairs.guest());
    }

    /** Dipoles added to any energies. */
    public static ManyBody of(EnergySurface pairs, InducedDipoles dipoles) {
        return new ManyBody(pairs, dipoles, null);
    }

    /** Lin/Mercado with induced dipoles, and for CO the bond to magnesium. */
    public static ManyBody reference(Framework framework, String guest) {
        ForceField field = ForceField.lin();
        Guest molecule = field.guest(guest);
        EnergySurface pairs = new TabulatedHostGuest(framework, field, molecule);
        return new ManyBody(pairs, InducedDipoles.of(PolarFramework.of(framework)),
                molecule.name().equals(CARBON_MONOXIDE) ? OpenMetalBond.of(framework, molecule) : null);
    }

    @Override
    public Framework framework() {
        return pairs.framework();
    }

    @Override
    public Guest guest() {
        return pairs.guest();
    }

    @Override
    public double kjPerMol(double[] sites) {
        double energy = pairs.kjPerMol(sites);
        if (energy == Double.POSITIVE_INFINITY) {
            return energy;
        }
        return energy + dipoles.kjPerMol(guest(), guestAlpha, sites) + (bond == null ? 0 : bond.kjPerMol(sites));
    }

    @Override
    public String toString() {
        return WORDS + " of " + guest().name() + " in " + framework();
    }
}
