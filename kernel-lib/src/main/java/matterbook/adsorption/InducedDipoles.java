package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Stop;
import matterbook.core.UserError;

/**
 * Induced dipoles, fast. With A = 1/alpha - T the dipoles are A⁻¹ E and the energy is -1/2 E · A⁻¹ E: the framework is rigid,
 * so A⁻¹ is found once, from the Cholesky factor A = L Lᵀ, and each guest costs one product over the atoms it reaches.
 * {@link IteratedDipoles} gives the same.
 *
 * <p>Any number of threads may use one.
 */
public final class InducedDipoles {
    private final PolarFramework framework;
    /** Row i has the columns 0 to i of A⁻¹. */
    private final double[][] inverse;

    private InducedDipoles(PolarFramework framework, double[][] inverse) {
        this.framework = framework;
        this.inverse = inverse;
    }

    /**
     * Solves for all guests; some seconds for a thousand atoms.
     *
     * @throws UserError if the atoms polarise one another without end
     */
    public static InducedDipoles of(PolarFramework framework) {
        double[][] matrix = matrix(framework);
        factorise(matrix, framework);
        invertFactor(matrix);
        return new InducedDipoles(framework, product(matrix));
    }

    private static double[][] matrix(PolarFramework framework) {
        double[][] rows = new double[3 * framework.size()][];
        for (int i = 0; i < framework.size(); i++) {
            Stop.check();
            for (int a = 0; a < 3; a++) {
                rows[3 * i + a] = new double[3 * i + a + 1];
                rows[3 * i + a][3 * i + a] = 1 / framework.polarisability(i);
            }
            for (int j = 0; j < i; j++) {
                double[] t = framework.coupling(i, j);
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        rows[3 * i + a][3 * j + b] = -t[3 * a + b];
                    }
                }
            }
        }
        return rows;
    }

    /** A becomes L, in place. */
    private static void factorise(double[][] rows, PolarFramework framework) {
        for (int i = 0; i < rows.length; i++) {
            Stop.check();
            double[] row = rows[i];
            for (int j = 0; j <= i; j++) {
                double[] other = rows[j];
                double left = row[j];
                for (int k = 0; k < j; k++) {
                    left -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = left / other[j];
                } else if (left > 0) {
                    row[j] = Math.sqrt(left);
                } else {
                    throw new UserError("the atoms of " + framework.framework().crystal().name()
                            + " polarise one another without end: some stand too close together");
                }
            }
        }
    }

    /** L becomes its inverse, in place. */
    private static void invertFactor(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            Stop.check();
            double[] row = rows[i];
            double[] found = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double factor = row[k];
                double[] done = rows[k];
                for (int c = 0; c <= k; c++) {
                    found[c] -= factor * done[c];
                }
            }
            for (int c = 0; c < i; c++) {
                found[c] /= row[i];
            }
            found[i] = 1 / row[i];
            rows[i] = found;
        }
    }

    /** A⁻¹ = L⁻ᵀ L⁻¹. */
    private static double[][] product(double[][] factor) {
        double[][] inverse = new double[factor.length][];
        for (int i = 0; i < factor.length; i++) {
            inverse[i] = new double[i + 1];
        }
        for (double[] row : factor) {
            Stop.check();
            for (int i = 0; i < row.length; i++) {
                double part = row[i];
                double[] sum = inverse[i];
                for (int c = 0; c <= i; c++) {
                    sum[c] += part * row[c];
                }
            }
        }
        return inverse;
    }

    /** The energy that the dipoles bring, in kJ/mol; never above 0, and 0 without charges. */
    public double kjPerMol(Guest guest, double[] sites) {
        return kjPerMol(guest, Thole.ofSites(guest), sites);
    }

    double kjPerMol(Guest guest, double[] guestAlpha, double[] sites) {
        PolarFramework.Field field = framework.field(guest, guestAlpha, sites);
        double sum = 0;
        for (int k = 0; k < field.atoms().length; k++) {
            for (int a = 0; a < 3; a++) {
                double[] row = inverse[3 * field.atoms()[k] + a];
                sum += field.values()[3 * k + a] * (2 * before(row, field, k) + own(row, field, k, a));
            }
        }
        return -sum / 2 * Codata.COULOMB_KELVIN_ANGSTROM * Codata.KJ_PER_MOL_PER_KELVIN;
    }

    /** The part of a row's product that belongs to the atoms before this one; symmetry doubles it. */
    private static double before(double[] row, PolarFramework.Field field, int k) {
        double sum = 0;
        for (int m = 0; m < k; m++) {
            int column = 3 * field.atoms()[m];
            sum += row[column] * field.values()[3 * m] + row[column + 1] * field.values()[3 * m + 1]
                    + row[column + 2] * field.values()[3 * m + 2];
        }
        return sum;
    }

    private static double own(double[] row, PolarFramework.Field field, int k, int a) {
        int column = 3 * field.atoms()[k];
        double sum = row[column + a] * field.values()[3 * k + a];
        for (int b = 0; b < a; b++) {
            sum += 2 * row[column + b] * field.values()[3 * k + b];
        }
        return sum;
    }

    @Override
    public String toString() {
        return "induced dipoles of " + framework;
    }
}
