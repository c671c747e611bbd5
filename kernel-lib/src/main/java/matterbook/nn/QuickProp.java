package matterbook.nn;

import matterbook.core.Require;

/**
 * QuickProp (S. E. Fahlman, An empirical study of learning speed in back-propagation networks, CMU-CS-88-162, 1988): each
 * weight jumps to the lowest point of the parabola through its last two slopes. With the slope s = dE/dw + decay w, its value
 * s' at the step before, and that step d':
 *
 * <pre>
 * d = d' s / (s' - s)   if s is uphill, or if it is downhill and below growth / (1 + growth) of s'
 * d = growth d'         otherwise
 * </pre>
 *
 * <p>where s is seen along d'. To this -rate s is added unless s has changed its sign; d = -rate s at the first step and
 * after one of 0. As d' always went down s', s' - s cannot vanish in the parabola's formula. For steps with all samples: the
 * slopes of different batches lie on no parabola.
 *
 * @param rate Fahlman's epsilon
 * @param growth a step is at most so many times the last one, apart from what {@code rate} adds; his mu
 * @param decay of weights
 */
public record QuickProp(double rate, double growth, double decay) implements Optimiser {
    private static final double USUAL_GROWTH = 1.75;
    private static final double USUAL_DECAY = 1e-4;

    public QuickProp {
        Require.positive(rate, "the learning rate");
        Require.positive(growth, "the greatest growth of a step");
        Require.that(decay >= 0 && decay < Double.POSITIVE_INFINITY, "decay cannot be negative: " + decay);
    }

    /** With Fahlman's growth of 1.75 and decay of 0.0001. */
    public QuickProp(double rate) {
        this(rate, USUAL_GROWTH, USUAL_DECAY);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step,
            double rate) {
        float lambda = (float) decay;
        float[] slopes = memory[0];
        float[] steps = memory[1];
        for (int i = from; i < to; i++) {
            float slope = gradients[i] + lambda * weights[i];
            steps[i] = next((float) rate, slope, slopes[i], steps[i]);
            slopes[i] = slope;
            weights[i] += steps[i];
        }
    }

    private float next(float eta, float slope, float slopeBefore, float last) {
        if (last == 0) {
            return -eta * slope;
        }
        float along = Math.signum(last);
        float down = -along * slope;
        float downBefore = -along * slopeBefore;
        float own = down > 0 ? -eta * slope : 0;
        return own + last * (down > (float) (growth / (1 + growth)) * downBefore
                ? (float) growth
                : down / (downBefore - down));
    }
}
