package matterbook.nn;

import matterbook.core.Require;

/**
 * Steps in units of the gradient's own root mean square: v := keep v + (1 - keep) g^2, w := w - rate g / (sqrt(v) + epsilon)
 * (Hinton, Srivastava and Swersky, Neural networks for machine learning, lecture 6e, 2012).
 */
public record RmsProp(double rate, double keep, double epsilon) implements Optimiser {
    public RmsProp {
        Require.positive(rate, "the learning rate");
        Require.that(keep >= 0 && keep < 1, "what is kept must be from 0 to below 1, not " + keep);
        Require.positive(epsilon, "epsilon");
    }

    /** With keep = 0.99 and epsilon = 1e-8. */
    public RmsProp(double rate) {
        this(rate, 0.99, 1e-8);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float eta = (float) rate;
        float old = (float) keep;
        float fresh = (float) (1 - keep);
        float least = (float) epsilon;
        float[] v = memory[0];
        for (int i = from; i < to; i++) {
            float g = gradients[i];
            v[i] = old * v[i] + fresh * g * g;
            weights[i] -= eta * g / ((float) Math.sqrt(v[i]) + least);
        }
    }
}
