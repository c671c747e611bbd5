package matterbook.stats;

import matterbook.core.Rng;

/**
 * The series x' = a x + sqrt(1 - a^2) g with g standard normal: mean 0, variance 1, rho(t) = a^t, integrated time
 * (1 + a) / (2 (1 - a)), variance of the mean of n values (1 + a) / (1 - a) / n for large n.
 */
public final class Autoregressive {
    private Autoregressive() {}

    public static double[] series(double a, int n, Rng rng) {
        double[] x = new double[n];
        double value = rng.nextGaussian();
        for (int i = 0; i < n; i++) {
            x[i] = value;
            value = a * value + Math.sqrt(1 - a * a) * rng.nextGaussian();
        }
        return x;
    }

    static double time(double a) {
        return (1 + a) / (2 * (1 - a));
    }
}
