package matterbook.nn;

import matterbook.core.Require;

/**
 * Adam with weights that shrink apart from the gradient: w := w (1 - rate decay), then Adam's step (Loshchilov and Hutter,
 * arXiv:1711.05101).
 */
public record AdamW(Adam adam, double decay) implements Optimiser {
    public AdamW {
        Require.that(decay >= 0 && decay < Double.POSITIVE_INFINITY, "decay cannot be negative: " + decay);
    }

    /** With the usual constants of {@link Adam}. */
    public AdamW(double rate, double decay) {
        this(new Adam(rate), decay);
    }

    @Override
    public double rate() {
        return adam.rate();
    }

    @Override
    public int memories() {
        return adam.memories();
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float kept = (float) (1 - rate * decay);
        for (int i = from; i < to; i++) {
            weights[i] *= kept;
        }
        adam.update(weights, gradients, memory, from, to, step, rate);
    }
}
