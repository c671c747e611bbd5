package matterbook.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.blas.Blas;
import org.jspecify.annotations.Nullable;

/**
 * Reverse-mode differentiation: operations are carried out at once and written down; {@link #backward} plays them back from
 * the last to the first and adds to each operand's gradient what the chain rule says.
 *
 * <pre>{@code
 * tape.learn(rng);
 * Tensor loss = tape.meanSquaredError(learner.forward(tape, x), y);
 * tape.backward(loss);
 * }</pre>
 *
 * <p>A tape lends the tensors that it makes until {@link #learn} or {@link #infer} begins anew, and then uses their arrays
 * again: a pass with shapes that were seen before allocates no arrays. One tape belongs to one thread.
 */
public final class Tape {
    private final Blas blas;
    private final List<Tensor> lent = new ArrayList<>();
    private final List<float[]> gradients = new ArrayList<>();
    private final List<Runnable> steps = new ArrayList<>();
    private int used;
    private boolean recording;
    private boolean played;
    private @Nullable Rng rng;

    /** A tape for products by {@link Blas#best}. */
    public Tape() {
        this(Blas.best());
    }

    /** A tape for products by these routines. */
    public Tape(Blas blas) {
        this.blas = blas;
    }

    /** Begins anew, with operations written down; {@code rng} decides what dropout leaves out. */
    public void learn(Rng random) {
        begin(true, random);
    }

    /** Begins anew without writing down; dropout does nothing. */
    public void infer() {
        begin(false, null);
    }

    void begin(boolean record, @Nullable Rng random) {
        used = 0;
        steps.clear();
        played = false;
        recording = record;
        rng = random;
    }

    /**
     * Adds to the gradients of all that {@code loss} depends on its derivatives by them.
     *
     * @param loss one number, made by this tape since it began to learn
     */
    public void backward(Tensor loss) {
        loss.scalar();
        Require.that(!played, "this tape has been played back already: add the losses up, or begin anew with learn");
        float[] gradient = loss.gradient;
        if (gradient == null) {
            throw new IllegalArgumentException("nothing that can be learned leads to this loss");
        }
        gradient[loss.start] = 1;
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).run();
        }
        steps.clear();
        played = true;
    }

    /** x w + b: each row of x times the matrix w, plus the row b. */
    public Tensor linear(Tensor x, Tensor w, Tensor b) {
        return Products.linear(this, x, w, b);
    }

    /** A second-order neuron a column: (x wr + br) (x wg + bg) + x^2 wb + c; squares and the product element by element. */
    public Tensor quadratic(Tensor x, Tensor wr, Tensor br, Tensor wg, Tensor bg, Tensor wb, Tensor c) {
        return Products.quadratic(this, x, List.of(wr, br, wg, bg, wb, c));
    }

    /** The function applied to each number. */
    public Tensor apply(Activation function, Tensor x) {
        return Elementwise.activate(this, function, x);
    }

    /** a + b, element by element. */
    public Tensor add(Tensor a, Tensor b) {
        return Elementwise.combine(this, a, 1, b, 1);
    }

    /** a - b, element by element. */
    public Tensor subtract(Tensor a, Tensor b) {
        return Elementwise.combine(this, a, 1, b, -1);
    }

    /** a b, element by element. */
    public Tensor multiply(Tensor a, Tensor b) {
        return Elementwise.multiply(this, a, b);
    }

    /** factor x. */
    public Tensor scale(double factor, Tensor x) {
        return Elementwise.scale(this, (float) factor, x);
    }

    /** The mean of all numbers: one number. */
    public Tensor mean(Tensor x) {
        return Elementwise.mean(this, x);
    }

    /** The columns of a, then those of b. */
    public Tensor concatenate(Tensor a, Tensor b) {
        return Rows.concatenate(this, a, b);
    }

    /** Columns {@code from} to before {@code to}. */
    public Tensor columns(Tensor x, int from, int to) {
        return Rows.columns(this, x, from, to);
    }

    /** Each row divided by its length (the root of its sum of squares). */
    public Tensor normalise(Tensor x) {
        return Rows.normalise(this, x);
    }

    /** Each row shifted and scaled to mean 0 and variance 1, then times {@code gain} plus {@code shift}. */
    public Tensor layerNorm(Tensor x, Tensor gain, Tensor shift) {
        return Rows.layerNorm(this, x, gain, shift);
    }

    /** exp(x) / sum of exp(x) in each row. */
    public Tensor softmax(Tensor x) {
        return Rows.softmax(this, x);
    }

    /** Each number set to 0 with this chance, the others divided by 1 - chance; x itself while inferring. */
    public Tensor dropout(double chance, Tensor x) {
        return rng == null || chance == 0 ? x : Elementwise.dropout(this, (float) chance, x, rng);
    }

    /** The same numbers, read row by row into so many columns. */
    public Tensor reshape(Tensor x, int columns) {
        Require.that(columns > 0 && x.size() % columns == 0,
                "the " + x.size() + " numbers of " + x.shape() + " do not fill rows of " + columns);
        return new Tensor(x.value, x.gradient, x.start, x.size() / columns, columns);
    }

    /** The mean of (prediction - target)^2 over all targets that are not NaN. */
    public Tensor meanSquaredError(Tensor prediction, Tensor target) {
        return Losses.meanSquaredError(this, prediction, target);
    }

    /**
     * The mean of -t ln s(z) - (1 - t) ln(1 - s(z)), s the sigmoid, over all targets t that are not NaN.
     *
     * @param logits z
     */
    public Tensor binaryCrossEntropy(Tensor logits, Tensor target) {
        return Losses.binaryCrossEntropy(this, logits, target);
    }

    /**
     * The mean of -ln softmax(z)[t] over all rows whose target t is not NaN.
     *
     * @param logits z
     * @param target one column: the number of the right class, from 0
     */
    public Tensor softmaxCrossEntropy(Tensor logits, Tensor target) {
        return Losses.softmaxCrossEntropy(this, logits, target);
    }

    /** Whether operations are written down. */
    boolean learning() {
        return recording;
    }

    Blas blas() {
        return blas;
    }

    /** Writes down how gradients go back through one operation. */
    void record(Runnable back) {
        steps.add(back);
    }

    /** A tensor to write a result to; its gradient, if wanted and if this tape is learning, holds zeros. */
    Tensor output(int rows, int columns, boolean wanted) {
        int size = Math.multiplyExact(rows, columns);
        if (used == lent.size()) {
            lent.add(new Tensor(new float[size], null, 0, rows, columns));
            gradients.add(new float[0]);
        } else if (lent.get(used).value.length < size) {
            lent.set(used, new Tensor(new float[size], null, 0, rows, columns));
        }
        Tensor tensor = lent.get(used);
        tensor.rows = rows;
        tensor.columns = columns;
        tensor.gradient = recording && wanted ? cleared(used, size) : null;
        used++;
        return tensor;
    }

    private float[] cleared(int index, int size) {
        float[] gradient = gradients.get(index);
        if (gradient.length < size) {
            gradient = new float[size];
            gradients.set(index, gradient);
        } else {
            Arrays.fill(gradient, 0, size, 0);
        }
        return gradient;
    }
}
