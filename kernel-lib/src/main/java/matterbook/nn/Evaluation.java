package matterbook.nn;

import matterbook.core.Stop;

/** The loss of a learner on samples that it does not learn from, dropout off. */
final class Evaluation {
    private static final int PIECE = 512;

    private final Loss loss;
    private final Learner learner;
    private final Tape tape = new Tape();

    Evaluation(Loss loss, Learner learner) {
        this.loss = loss;
        this.learner = learner;
    }

    double loss(Examples samples) {
        double sum = 0;
        long known = 0;
        for (int from = 0; from < samples.size(); from += PIECE) {
            Stop.check();
            int to = Math.min(samples.size(), from + PIECE);
            tape.infer();
            Tensor y = learner.forward(tape, samples.x().rows(from, to));
            Tensor targets = samples.y().rows(from, to);
            int count = Losses.known(targets);
            sum += count * (double) loss.of(tape, y, targets).scalar();
            known += count;
        }
        return sum / Math.max(1, known);
    }
}
