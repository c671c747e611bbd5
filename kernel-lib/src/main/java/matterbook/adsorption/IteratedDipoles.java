package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.core.UserError;

/**
 * Induced dipoles as their law says, to be read and to be the reference of {@link InducedDipoles}: each atom has
 *
 * <pre>mu_i = alpha_i (E_i + sum over j: T_ij mu_j)        U = -1/2 sum over i: mu_i · E_i</pre>
 *
 * with the field E of the guest's charges, and each new dipole counts for the next at once (Gauss and Seidel), again and again
 * until no component changes by more than {@code tolerance}.
 *
 * @param tolerance in elementary charges · angstrom
 */
public record IteratedDipoles(PolarFramework framework, double tolerance) {
    private static final int MOST_ROUNDS = 1000;

    public IteratedDipoles {
        Require.positive(tolerance, "the tolerance");
    }

    /** The energy that the dipoles bring, in kJ/mol; never above 0. */
    public double kjPerMol(Guest guest, double[] sites) {
        PolarFramework.Field reached = framework.field(guest, Thole.ofSites(guest), sites);
        double[] field = new double[3 * framework.size()];
        for (int k = 0; k < reached.atoms().length; k++) {
            System.arraycopy(reached.values(), 3 * k, field, 3 * reached.atoms()[k], 3);
        }
        double[] dipoles = dipoles(field);
        double energy = 0;
        for (int k = 0; k < field.length; k++) {
            energy -= dipoles[k] * field[k] / 2;
        }
        return energy * Codata.COULOMB_KELVIN_ANGSTROM * Codata.KJ_PER_MOL_PER_KELVIN;
    }

    /** x, y, z of the dipole on each atom. */
    private double[] dipoles(double[] field) {
        double[] dipoles = new double[field.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double largest = 0;
            for (int i = 0; i < framework.size(); i++) {
                Stop.check();
                double[] here = {field[3 * i], field[3 * i + 1], field[3 * i + 2]};
                for (int j = 0; j < framework.size(); j++) {
                    double[] t = framework.coupling(i, j);
                    for (int a = 0; a < 3; a++) {
                        here[a] += t[3 * a] * dipoles[3 * j] + t[3 * a + 1] * dipoles[3 * j + 1]
                                + t[3 * a + 2] * dipoles[3 * j + 2];
                    }
                }
                for (int a = 0; a < 3; a++) {
                    double next = framework.polarisability(i) * here[a];
                    largest = Math.max(largest, Math.abs(next - dipoles[3 * i + a]));
                    dipoles[3 * i + a] = next;
                }
            }
            if (largest <= tolerance) {
                return dipoles;
            }
        }
        throw new UserError("the dipoles of " + framework.framework().crystal().name() + " still change after "
                + MOST_ROUNDS + " rounds: the tolerance " + tolerance + " is too small");
    }
}
