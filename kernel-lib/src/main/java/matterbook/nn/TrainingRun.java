package matterbook.nn;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Training that goes on epoch by epoch:
 *
 * <pre>{@code
 * var run = training.start(model, train, validation, rng);
 * while (!run.finished()) {
 *     run.advance(10);
 *     run.checkpoint().save(file);
 * }
 * }</pre>
 *
 * <p>A run that is stopped within an epoch is back at that epoch's beginning. One resumed from a checkpoint goes on bit by
 * bit as the run itself did, with the same matrix products ({@link matterbook.nn.blas.Blas#name}) on one thread.
 */
public final class TrainingRun {
    private final Training training;
    private final Examples train;
    private final @Nullable Examples validation;
    private final Learner learner;
    private final Descent descent;
    private final Evaluation evaluation;
    private final String setting;
    private final Tape tape = new Tape();
    private final Tensor x;
    private final Tensor y;
    private Rng rng;
    private History history = History.empty();
    private float[] best;

    TrainingRun(Training training, Model model, Examples train, @Nullable Examples validation, Rng rng) {
        Require.that(train.size() > 0, "there are no samples to train with");
        Require.that(validation == null || validation.size() > 0, "there are no samples to validate with");
        Require.that(training.patience() == 0 || validation != null,
                "patience watches the loss on validation samples, and there are none");
        this.training = training;
        this.train = train;
        this.validation = validation;
        this.rng = rng;
        learner = model.learner();
        descent = new Descent(training.optimiser(), learner);
        evaluation = new Evaluation(training.loss(), learner);
        setting = TrainingCheckpoint.setting(training, train, validation);
        best = model.weights();
        int batch = Math.min(training.batch(), train.size());
        x = Tensor.zeros(batch, train.x().columns());
        y = Tensor.zeros(batch, train.y().columns());
    }

    /**
     * Goes on from a checkpoint with the training and the samples that led to it.
     *
     * @throws UserError if they are others
     */
    public static TrainingRun resume(TrainingCheckpoint checkpoint, Training training, Examples train,
            @Nullable Examples validation) {
        checkpoint.refuseOthers(training, train, validation);
        TrainingRun run = new TrainingRun(training, checkpoint.model(), train, validation, checkpoint.rng());
        run.restore(checkpoint);
        return run;
    }

    /**
     * Trains for so many epochs, or fewer if training ends before.
     *
     * @throws UserError if the loss is no finite number any more
     */
    public void advance(int epochs) {
        Require.that(epochs >= 0, "the number of epochs cannot be negative: " + epochs);
        int batches = (train.size() + training.batch() - 1) / training.batch();
        int done = history.epochs().size();
        int last = done + Math.min(epochs, Math.max(0, training.epochs() - done));
        try (Progress progress = Progress.start("training", (long) batches * (last - done))) {
            while (!finished() && history.epochs().size() < last) {
                TrainingCheckpoint before = checkpoint();
                try {
                    epoch(progress);
                } catch (RuntimeException | Error interrupted) {
                    restore(before);
                    throw interrupted;
                }
            }
        }
    }

    private void epoch(Progress progress) {
        int number = history.epochs().size() + 1;
        double factor = training.schedule().factor(number - 1, history);
        int[] order = rng.permutation(train.size());
        double sum = 0;
        long known = 0;
        for (int from = 0; from < order.length; from += training.batch()) {
            progress.step();
            int size = Math.min(training.batch(), order.length - from);
            gather(order, from, size);
            int targets = Losses.known(y);
            sum += targets * step(factor);
            known += targets;
        }
        double loss = sum / Math.max(1, known);
        double checked = validation == null ? Double.NaN : evaluation.loss(validation);
        refuseDivergence(number, loss, checked);
        history = history.with(new History.Epoch(number, loss, checked, factor));
        if (validation == null || history.best() == number) {
            best = learner.weights.clone();
        }
    }

    /** The loss on training samples is from before each step; what the last step made shows in the weights. */
    private void refuseDivergence(int number, double loss, double checked) {
        double wrong = Double.isFinite(loss) && validation != null ? checked : loss;
        if (!Double.isFinite(wrong) || !learner.finite()) {
            refuseSamples(train, "training");
            if (validation != null) {
                refuseSamples(validation, "validation");
            }
            throw new UserError((Double.isFinite(wrong)
                    ? "weights of epoch " + number + " are not finite"
                    : "the loss of epoch " + number + " is " + wrong) + "; a smaller learning rate than "
                    + training.optimiser().rate() + ", scaled inputs or a gradient clip would help");
        }
    }

    /** What is no number stands in the data more often than it is made here. */
    private void refuseSamples(Examples samples, String purpose) {
        boolean words = learner.network().layers().getFirst() instanceof Embedding; // to which NaN is no word
        samples.firstNotFinite(words).ifPresent(place -> {
            throw new UserError("the samples for " + purpose + " hold what is no number: " + place);
        });
    }

    private void gather(int[] order, int from, int size) {
        x.rows = size;
        y.rows = size;
        for (int i = 0; i < size; i++) {
            copy(train.x(), order[from + i], x, i);
            copy(train.y(), order[from + i], y, i);
        }
    }

    private static void copy(Tensor source, int row, Tensor target, int to) {
        System.arraycopy(source.value, source.start + row * source.columns, target.value, to * target.columns,
                target.columns);
    }

    /** One step on the gathered batch; returns the loss before it. */
    private double step(double factor) {
        tape.learn(rng);
        Tensor loss = training.loss().of(tape, learner.forward(tape, x), y);
        learner.clearGradients();
        tape.backward(loss);
        if (training.gradientClip() > 0) {
            learner.clipGradients(training.gradientClip());
        }
        descent.step(factor);
        if (training.weightClip() > 0) {
            learner.clipWeights(training.weightClip());
        }
        return loss.scalar();
    }

    /** Whether all epochs are done or patience has come to its end. */
    public boolean finished() {
        int done = history.epochs().size();
        boolean tired = training.patience() > 0 && done - history.best() >= training.patience();
        return done >= training.epochs() || tired;
    }

    /** What happened so far. */
    public History history() {
        return history;
    }

    /** The best model so far: by the validation loss, or the last one without validation samples. */
    public Trained result() {
        return new Trained(learner.model().withWeights(best), history);
    }

    /** All that is needed to go on from here. */
    public TrainingCheckpoint checkpoint() {
        return new TrainingCheckpoint(learner.model(), best.clone(), copies(descent.memory), descent.steps,
                rng.state(), history, setting);
    }

    private void restore(TrainingCheckpoint checkpoint) {
        learner.set(checkpoint.model().weights());
        best = checkpoint.best().clone();
        float[][] memory = checkpoint.memory();
        for (int i = 0; i < memory.length; i++) {
            System.arraycopy(memory[i], 0, descent.memory[i], 0, memory[i].length);
        }
        descent.steps = checkpoint.steps();
        rng = checkpoint.rng();
        history = checkpoint.history();
    }

    private static float[][] copies(float[][] arrays) {
        float[][] copies = arrays.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = arrays[i].clone();
        }
        return copies;
    }
}
