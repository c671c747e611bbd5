package matterbook.nn;

import matterbook.core.Require;

/**
 * Gradient descent with momentum: v := momentum v + g, w := w - rate v; with Nesterov's look ahead
 * w := w - rate (g + momentum v) (Sutskever et al., ICML 2013). {@code g} includes decay times w.
 */
public record Sgd(double rate, double momentum, boolean nesterov, double decay) implements Optimiser {
    public Sgd {
        Require.positive(rate, "the learning rate");
        Require.that(momentum >= 0 && momentum < 1, "momentum must be from 0 to below 1, not " + momentum);
        Require.that(!nesterov || momentum > 0, "Nesterov's look ahead needs momentum above 0");
        Require.that(decay >= 0 && decay < Double.POSITIVE_INFINITY, "decay cannot be negative: " + decay);
    }

    /** Plain gradient descent. */
    public Sgd(double rate) {
        this(rate, 0, false, 0);
    }

    @Override
    public int memories() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float eta = (float) rate;
        float lambda = (float) decay;
        if (momentum == 0) {
            for (int i = from; i < to; i++) {
                weights[i] -= eta * (gradients[i] + lambda * weights[i]);
            }
            return;
        }
        float mu = (float) momentum;
        float ahead = nesterov ? mu : 1;
        float own = nesterov ? 1 : 0;
        float[] v = memory[0];
        for (int i = from; i < to; i++) {
            float g = gradients[i] + lambda * weights[i];
            v[i] = mu * v[i] + g;
            weights[i] -= eta * (own * g + ahead * v[i]);
        }
    }
}
