package matterbook.nn;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * Predictions of one model. Rows are worked on in pieces that fit the processor's cache, in arrays that are kept: no array is
 * allocated for pieces of sizes seen before. One predictor belongs to one thread.
 */
public final class Predictor {
    private static final int PIECE = 256;

    private final Learner learner;
    private final Tape tape = new Tape();
    private final int outputs;

    Predictor(Learner learner) {
        this.learner = learner;
        outputs = learner.network().output().size();
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
        for (int from = 0; from < x.rows; from += PIECE) {
            Stop.check();
            int to = Math.min(x.rows, from + PIECE);
            tape.infer();
            Tensor y = learner.forward(tape, from == 0 && to == x.rows ? x : x.rows(from, to));
            System.arraycopy(y.value, y.start, result.value, result.start + from * outputs, y.size());
        }
    }
}
