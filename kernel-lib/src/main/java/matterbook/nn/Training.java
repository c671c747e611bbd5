package matterbook.nn;

import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.Rng;
import org.jspecify.annotations.Nullable;

/**
 * How to train: a value, to be adjusted with the {@code with...} methods.
 *
 * <pre>{@code
 * var trained = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(1e-3)).withEpochs(200).withPatience(20)
 *         .fit(network.model(Rng.seeded(1)), train, validation, Rng.seeded(2));
 * trained.model().predict(x);
 * }</pre>
 *
 * @param epochs passes through the samples
 * @param batch samples a step
 * @param patience epochs without a better validation loss after which training ends; 0 for never
 * @param gradientClip the greatest length of a gradient; 0 for any
 * @param weightClip the greatest weight; 0 for any
 */
public record Training(Loss loss, Optimiser optimiser, Schedule schedule, int epochs, int batch, int patience,
        double gradientClip, double weightClip) {
    private static final int USUAL_EPOCHS = 100;
    private static final int USUAL_BATCH = 32;

    public Training {
        Objects.requireNonNull(loss);
        Objects.requireNonNull(optimiser);
        Objects.requireNonNull(schedule);
        Require.positive(epochs, "the number of epochs");
        Require.positive(batch, "the samples of a batch");
        Require.that(patience >= 0, "patience cannot be negative: " + patience);
        Require.that(gradientClip >= 0 && weightClip >= 0, "a bound cannot be negative");
    }

    /** 100 epochs in batches of 32 at a constant rate. */
    public static Training of(Loss loss, Optimiser optimiser) {
        return new Training(loss, optimiser, new Schedule.Constant(), USUAL_EPOCHS, USUAL_BATCH, 0, 0, 0);
    }

    /** With so many passes through the samples. */
    public Training withEpochs(int number) {
        return new Training(loss, optimiser, schedule, number, batch, patience, gradientClip, weightClip);
    }

    /** With so many samples a step. */
    public Training withBatch(int samples) {
        return new Training(loss, optimiser, schedule, epochs, samples, patience, gradientClip, weightClip);
    }

    /** With a rate that changes. */
    public Training withSchedule(Schedule other) {
        return new Training(loss, optimiser, other, epochs, batch, patience, gradientClip, weightClip);
    }

    /** Ends when the validation loss has not fallen below its least for so many epochs. */
    public Training withPatience(int number) {
        return new Training(loss, optimiser, schedule, epochs, batch, number, gradientClip, weightClip);
    }

    /** With gradients shortened to this length. */
    public Training withGradientClip(double norm) {
        return new Training(loss, optimiser, schedule, epochs, batch, patience, norm, weightClip);
    }

    /** With weights kept between -bound and bound. */
    public Training withWeightClip(double bound) {
        return new Training(loss, optimiser, schedule, epochs, batch, patience, gradientClip, bound);
    }

    /** Trains to the end; the model of the result is that of the last epoch. */
    public Trained fit(Model model, Examples train, Rng rng) {
        return finish(start(model, train, null, rng));
    }

    /** Trains to the end; the model of the result is that of the epoch with the least validation loss. */
    public Trained fit(Model model, Examples train, Examples validation, Rng rng) {
        return finish(start(model, train, validation, rng));
    }

    private Trained finish(TrainingRun run) {
        run.advance(epochs);
        return run.result();
    }

    /** Training that goes on epoch by epoch, can be saved and taken up again. */
    public TrainingRun start(Model model, Examples train, @Nullable Examples validation, Rng rng) {
        return new TrainingRun(this, model, train, validation, rng);
    }
}
