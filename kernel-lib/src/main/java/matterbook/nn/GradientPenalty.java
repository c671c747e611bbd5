package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * What keeps a critic of Wasserstein networks smooth (Gulrajani et al., arXiv:1704.00028, eq. 3): P = weight times the mean
 * over rows x of (|df/dx| - 1)^2, f the one number that the critic makes of a row.
 *
 * <pre>{@code
 * learner.clearGradients();
 * tape.backward(...); // mean of the critic's numbers for made samples, less that for true ones
 * penalty.add(learner, GradientPenalty.between(real, made, rng));
 * descent.step(1);
 * }</pre>
 *
 * <p>dP/dw needs derivatives of derivatives. With v = dP/d(df/dx), held fixed, it is the derivative by w of the sum over rows
 * of v df/dx, and v df/dx is how f grows along v: one pass finds df/dx backward; another carries x and, beside it, its change
 * along v through the layers forward, both on the tape, and goes back from there. This works for what has a rule for
 * changes: {@link Dense} layers and {@link Activation}s.
 *
 * <p>Keeps its working arrays; belongs to one thread.
 */
public final class GradientPenalty {
    private static final double LEAST_LENGTH = 1e-12;

    private final double weight;
    private final Tape tape = new Tape();

    /** The usual weight is 10. */
    public GradientPenalty(double weight) {
        this.weight = Require.positive(weight, "the weight of the penalty");
    }

    /** Rows anywhere on the lines from each of a to the same of b: x = a + u (b - a), u uniform from 0 to 1 in each row. */
    public static Tensor between(Tensor a, Tensor b, Rng rng) {
        Elementwise.same(a, b);
        Tensor x = Tensor.zeros(a.rows, a.columns);
        for (int i = 0; i < a.rows; i++) {
            float u = (float) rng.nextDouble();
            for (int j = 0; j < a.columns; j++) {
                int at = i * a.columns + j;
                float from = a.value[a.start + at];
                x.value[at] = from + u * (b.value[b.start + at] - from);
            }
        }
        return x;
    }

    /**
     * Adds dP/dw to the gradients of the critic, unless it is frozen; returns P.
     *
     * @throws IllegalArgumentException if a layer of the critic is not known here or it makes more than one number
     */
    public double add(Learner critic, Tensor x) {
        refuseOthers(critic.network());
        Require.that(x.rows > 0, "a penalty needs at least one row");
        boolean frozen = critic.frozen();
        critic.freeze(true);
        Tensor slopes;
        try {
            slopes = slopes(critic, x);
        } finally {
            critic.freeze(frozen);
        }
        double penalty = directions(slopes);
        if (!frozen) {
            Stop.check();
            tape.begin(true, null);
            tape.backward(growth(critic, x, slopes));
        }
        return penalty;
    }

    private static void refuseOthers(Network network) {
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            Require.that(layers.get(i) instanceof Dense || layers.get(i) instanceof Activation,
                    "layer " + (i + 1) + " ("
                            + LayerText.of(layers.get(i))
                            + "): a gradient penalty knows dense layers and activations only");
        }
        Require.that(network.output().size() == 1,
                "a critic makes one number of a row, not " + network.output().size());
    }

    /** df/dx, in a tensor of its own. */
    private Tensor slopes(Learner critic, Tensor x) {
        tape.begin(true, null);
        Tensor tracked = tape.output(x.rows, x.columns, true);
        System.arraycopy(x.value, x.start, tracked.value, 0, x.size());
        tape.backward(tape.scale(x.rows, tape.mean(critic.forward(tape, tracked))));
        Tensor slopes = Tensor.zeros(x.rows, x.columns);
        System.arraycopy(Objects.requireNonNull(tracked.gradient), 0, slopes.value, 0, x.size());
        return slopes;
    }

    /** Turns each row s into rows v = 2 weight (|s| - 1) s / |s|, 0 where s is; returns the penalty. */
    private double directions(Tensor slopes) {
        int n = slopes.columns;
        double sum = 0;
        for (int i = 0; i < slopes.rows; i++) {
            double length = Math.sqrt(Kernels.squares(slopes.value, i * n, (i + 1) * n));
            sum += (length - 1) * (length - 1);
            float factor = (float) (2 * weight * (length - 1) / Math.max(LEAST_LENGTH, length));
            for (int j = i * n; j < (i + 1) * n; j++) {
                slopes.value[j] *= factor;
            }
        }
        return weight * sum / slopes.rows;
    }

    /** The mean over rows of how f grows along v. */
    private Tensor growth(Learner critic, Tensor x, Tensor v) {
        List<Layer> layers = critic.network().layers();
        Tensor y = x;
        Tensor change = v;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Activation function) {
                y = tape.apply(function, y);
                change = Elementwise.change(tape, function, y, change);
            } else {
                List<Tensor> p = critic.parameters(i);
                y = tape.linear(y, p.get(0), p.get(1));
                change = tape.linear(change, p.get(0), Tensor.zeros(1, p.get(1).columns));
            }
        }
        return tape.mean(change);
    }
}
