package matterbook.nn;

import matterbook.core.Require;

/** What training makes small. Targets that are NaN count for nothing. */
public enum Loss {
    /** The mean of (prediction - target)^2. */
    MEAN_SQUARED_ERROR,
    /** Outputs are logits, targets chances from 0 to 1: {@link Tape#binaryCrossEntropy}. */
    BINARY_CROSS_ENTROPY,
    /** Outputs are logits of classes, the target is the number of the right one, from 0: {@link Tape#softmaxCrossEntropy}. */
    SOFTMAX_CROSS_ENTROPY;

    /** The loss of a batch: one number. */
    public Tensor of(Tape tape, Tensor prediction, Tensor target) {
        return switch (this) {
            case MEAN_SQUARED_ERROR -> tape.meanSquaredError(prediction, target);
            case BINARY_CROSS_ENTROPY -> tape.binaryCrossEntropy(prediction, target);
            case SOFTMAX_CROSS_ENTROPY -> softmax(tape, prediction, target);
        };
    }

    /** One target a row, or several: then the outputs of a row are as many groups of logits, as for a sequence. */
    private static Tensor softmax(Tape tape, Tensor prediction, Tensor target) {
        Require.that(prediction.columns % target.columns == 0,
                prediction.columns + " logits cannot be shared among " + target.columns + " targets");
        return tape.softmaxCrossEntropy(tape.reshape(prediction, prediction.columns / target.columns),
                tape.reshape(target, 1));
    }
}
