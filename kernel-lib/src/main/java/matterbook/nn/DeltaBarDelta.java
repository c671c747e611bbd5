package matterbook.nn;

import java.util.Arrays;

import matterbook.core.Require;

/**
 * A learning rate for each weight, which adapts itself: delta-bar-delta (R. A. Jacobs, Neural Networks 1, 295 (1988)). With
 * the slope g and the running mean m of those before, m := (1 - keep) g + keep m afterwards,
 *
 * <pre>
 * r := r + more rate    if g m > 0
 * r := (1 - less) r     if g m < 0
 * w := w - r g
 * </pre>
 *
 * <p>r = rate at the first step. For steps with all samples: between batches slopes change their signs by chance.
 *
 * @param more what a rate gains while the slope keeps its sign, in units of {@code rate}; Jacobs's kappa is more rate
 * @param less the part that a rate loses when the slope changes its sign; his phi
 * @param keep how much of the running mean is kept; his theta
 */
public record DeltaBarDelta(double rate, double more, double less, double keep) implements Optimiser {
    public DeltaBarDelta {
        Require.positive(rate, "the learning rate");
        Require.positive(more, "what a rate gains");
        Require.that(less > 0 && less < 1, "what a rate loses must be above 0 and below 1, not " + less);
        Require.that(keep >= 0 && keep < 1, "what is kept must be from 0 to below 1, not " + keep);
    }

    /** With more = 0.1, less = 0.1 and keep = 0.7. */
    public DeltaBarDelta(double rate) {
        this(rate, 0.1, 0.1, 0.7);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float eta = (float) rate;
        float gain = (float) more;
        float kept = (float) (1 - less);
        float old = (float) keep;
        float fresh = (float) (1 - keep);
        float[] factors = memory[0];
        float[] means = memory[1];
        if (step == 1) {
            Arrays.fill(factors, from, to, 1);
        }
        for (int i = from; i < to; i++) {
            float g = gradients[i];
            float agreement = g * means[i];
            if (agreement > 0) {
                factors[i] += gain;
            } else if (agreement < 0) {
                factors[i] *= kept;
            }
            means[i] = fresh * g + old * means[i];
            weights[i] -= eta * factors[i] * g;
        }
    }
}
