package matterbook.nn;

import matterbook.core.Require;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980, algorithm 1): m := beta1 m + (1 - beta1) g, v := beta2 v + (1 - beta2) g^2,
 * w := w - rate m' / (sqrt(v') + epsilon) with m' = m / (1 - beta1^t) and v' = v / (1 - beta2^t).
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimiser {
    public Adam {
        Require.positive(rate, "the learning rate");
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be from 0 to below 1, not " + beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be from 0 to below 1, not " + beta2);
        Require.positive(epsilon, "epsilon");
    }

    /** With the authors' beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8. */
    public Adam(double rate) {
        this(rate, 0.9, 0.999, 1e-8);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float c1 = (float) (1 - beta1);
        float c2 = (float) (1 - beta2);
        float eta = (float) (rate / (1 - StrictMath.pow(beta1, (double) step)));
        float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, (double) step)));
        float least = (float) epsilon;
        float[] m = memory[0];
        float[] v = memory[1];
        for (int i = from; i < to; i++) {
            float g = gradients[i];
            m[i] = b1 * m[i] + c1 * g;
            v[i] = b2 * v[i] + c2 * g * g;
            weights[i] -= eta * m[i] / ((float) Math.sqrt(v[i]) * root + least);
        }
    }
}
