package matterbook.mc;

import matterbook.core.Require;

/**
 * The infinite Ising model on the square lattice, exactly (J = k_B = 1): L. Onsager, Phys. Rev. 65, 117 (1944);
 * magnetisation by C. N. Yang, Phys. Rev. 85, 808 (1952).
 *
 * <p>With {@code K = 1/T}, {@code q = 2 tanh^2(2K) - 1} and the complete elliptic integrals K1, E1 of the modulus
 * {@code k = 2 sinh(2K) / cosh^2(2K)}, whose complementary modulus is |q|. The integrals come from the
 * arithmetic-geometric mean (M. Abramowitz and I. A. Stegun, section 17.6).
 */
public final class Onsager {
    /** {@code T_c = 2 / ln(1 + sqrt 2)}, about 2.2691853. */
    public static final double CRITICAL_TEMPERATURE = 2 / Math.log(1 + Math.sqrt(2));

    private static final int ROUNDS = 60;
    /** As close to 0 as q comes at T_c, where rounding leaves a few units in its last place. */
    private static final double ZERO = 1e-14;

    private Onsager() {}

    /** The energy per spin {@code u = -coth(2K) (1 + (2/pi) q K1)}; at T_c it is -sqrt 2. */
    public static double energy(double temperature) {
        double k = 1 / Require.positive(temperature, "the temperature");
        double q = complementaryModulus(k);
        // K1 grows like a logarithm where q goes to 0, so that the product goes to 0
        double product = Math.abs(q) < ZERO ? 0 : q * integrals(Math.abs(q))[0];
        return -(1 + 2 / Math.PI * product) / Math.tanh(2 * k);
    }

    /**
     * The heat capacity per spin, {@code c = (2/pi) (K coth 2K)^2 (2 K1 - 2 E1 - (1 - q) (pi/2 + q K1))}; infinite at
     * T_c.
     */
    public static double heatCapacity(double temperature) {
        double k = 1 / Require.positive(temperature, "the temperature");
        double q = complementaryModulus(k);
        if (Math.abs(q) < ZERO) {
            return Double.POSITIVE_INFINITY;
        }
        double[] integral = integrals(Math.abs(q));
        double front = k / Math.tanh(2 * k);
        return 2 / Math.PI * front * front
                * (2 * integral[0] - 2 * integral[1] - (1 - q) * (Math.PI / 2 + q * integral[0]));
    }

    /** The spontaneous magnetisation per spin {@code (1 - sinh(2K)^-4)^(1/8)} below T_c, 0 above. */
    public static double magnetisation(double temperature) {
        Require.positive(temperature, "the temperature");
        if (temperature >= CRITICAL_TEMPERATURE) {
            return 0;
        }
        return Math.pow(1 - Math.pow(Math.sinh(2 / temperature), -4), 1.0 / 8);
    }

    private static double complementaryModulus(double k) {
        double tanh = Math.tanh(2 * k);
        return 2 * tanh * tanh - 1;
    }

    /**
     * The complete elliptic integrals of the first and second kind: {@code K1 = pi / (2 agm(1, k'))} and
     * {@code E1 = K1 (1 - sum 2^(n-1) c_n^2)}.
     */
    private static double[] integrals(double complementary) {
        double a = 1;
        double b = complementary;
        double power = 0.5;
        double sum = power * (1 - b * b);
        for (int n = 1; n < ROUNDS && a - b > Math.ulp(a); n++) {
            double c = (a - b) / 2;
            double mean = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = mean;
            power *= 2;
            sum += power * c * c;
        }
        double first = Math.PI / (2 * a);
        return new double[]{first, first * (1 - sum)};
    }
}
