package matterbook.nn;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * Predictions of one model. Rows are worked on in pieces that fit the processor's cache, in arrays that are kept: no array is
 * allocated for pieces of sizes seen before. One predictor belongs to one thread.
 */
public final class Predictor {
    /** Numbers of a layer's result that are held at once, and rows, whatever the layers: each product costs a preparation. */
    private static final int NUMBERS = 1 << 16;
    private static final int LEAST = 256;
    private static final int MOST = 1024;

    private final Learner learner;
    private final Tape tape = new Tape();
    private final int outputs;
    private final int piece;

    Predictor(Learner learner) {
        this.learner = learner;
        outputs = learner.network().output().size();
        int widest = learner.network().shapes().stream().skip(1).mapToInt(Shape::size).max().orElseThrow();
        piece = Math.clamp(NUMBERS / widest, LEAST, MOST);
    }

    /** What comes out for these rows, in a new tensor. */
    public Tensor predict(Tensor x) {
        Tensor result = Tensor.zeros(x.rows(), outputs);
        predict(x, result);
        return result;
    }

    /** Writes what comes out for these rows to {@code result}. */
    public void predict(Tensor x, Tensor result) {
        Require.that(result.rows == x.rows && result.columns == outputs,
                "results of " + x.rows + " x " + outputs + " do not fit into " + result.shape());
        for (int from = 0; from < x.rows; from += piece) {
            Stop.check();
            int to = Math.min(x.rows, from + piece);
            tape.infer();
            Tensor y = learner.forward(tape, from == 0 && to == x.rows ? x : x.rows(from, to));
            System.arraycopy(y.value, y.start, result.value, result.start + from * outputs, y.size());
        }
    }
}
