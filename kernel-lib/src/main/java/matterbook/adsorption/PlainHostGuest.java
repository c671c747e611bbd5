package matterbook.adsorption;

import java.util.List;
import java.util.Optional;

import matterbook.core.Codata;
import matterbook.crystal.AtomSite;
import matterbook.potential.CutPotential;
import matterbook.potential.Ewald;

/**
 * The energy of a guest as its formula says, to be read and to be the reference of all tests:
 *
 * <pre>U = sum over sites s and atoms j with all their images: u_sj(r)  +  e²/(4 pi eps0) sum over s: q_s phi(r_s)</pre>
 *
 * with the framework's potential phi by an {@link Ewald} sum. A site nearer to an atom than its wall makes the energy infinite.
 */
public final class PlainHostGuest implements HostGuest {
    private final Framework framework;
    private final ForceField forceField;
    private final Guest guest;
    private final Ewald ewald;

    /** Charges to the accuracy of the fast form. */
    public PlainHostGuest(Framework framework, ForceField forceField, Guest guest) {
        this(framework, forceField, guest,
                Ewald.of(framework.cell(), TabulatedHostGuest.EWALD_TOLERANCE, forceField.cutoff()));
    }

    /** Charges by this Ewald sum. */
    public PlainHostGuest(Framework framework, ForceField forceField, Guest guest, Ewald ewald) {
        this.framework = framework;
        this.forceField = forceField;
        this.guest = guest;
        this.ewald = ewald;
    }

    @Override
    public Framework framework() {
        return framework;
    }

    @Override
    public Guest guest() {
        return guest;
    }

    @Override
    public GuestEnergy energy(double[] sites) {
        double vanDerWaals = 0;
        double coulomb = 0;
        double[][] atoms = framework.crystal().positions();
        for (int s = 0; s < guest.size(); s++) {
            double x = sites[3 * s];
            double y = sites[3 * s + 1];
            double z = sites[3 * s + 2];
            vanDerWaals += vanDerWaals(guest.sites().get(s).type(), atoms, x, y, z);
            double charge = guest.sites().get(s).charge();
            if (charge != 0 && vanDerWaals < Double.POSITIVE_INFINITY) {
                coulomb += charge * ewald.potential(atoms, framework.crystal().charges(), x, y, z);
            }
        }
        return vanDerWaals == Double.POSITIVE_INFINITY
                ? GuestEnergy.OVERLAP
                : new GuestEnergy(vanDerWaals, Codata.COULOMB_KELVIN_ANGSTROM * coulomb);
    }

    private double vanDerWaals(String type, double[][] atoms, double x, double y, double z) {
        double sum = 0;
        double wall = forceField.wall(type);
        List<AtomSite> all = framework.crystal().sites();
        for (int j = 0; j < all.size(); j++) {
            Optional<CutPotential> pair = forceField.pair(all.get(j), framework.types().get(framework.type(j)), type);
            if (pair.isPresent()) {
                for (double r : framework.cell().distancesWithin(forceField.cutoff(), x - atoms[0][j], y - atoms[1][j],
                        z - atoms[2][j])) {
                    sum += r < wall ? Double.POSITIVE_INFINITY : pair.get().energy(r);
                }
            }
        }
        return sum;
    }
}
