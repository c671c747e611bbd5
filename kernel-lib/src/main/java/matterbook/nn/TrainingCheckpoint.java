package matterbook.nn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * All that determines how training goes on; it does not change.
 *
 * <p>Content of its file ({@link LearningFile}): the network; the setting (text); the steps made; six numbers of the random
 * generator; weights and best weights; how many arrays the optimiser remembers, and each; how many epochs, and of each the
 * losses on training and validation samples and the factor of the rate.
 */
public final class TrainingCheckpoint {
    private static final int RNG_NUMBERS = 6;

    private final Model model;
    private final float[] best;
    private final float[][] memory;
    private final long steps;
    private final long[] rng;
    private final History history;
    private final String setting;

    TrainingCheckpoint(Model model, float[] best, float[][] memory, long steps, long[] rng, History history,
            String setting) {
        this.model = model;
        this.best = best;
        this.memory = memory;
        this.steps = steps;
        this.rng = rng;
        this.history = history;
        this.setting = setting;
    }

    /** The model as it was, which need not be the best so far. */
    public Model model() {
        return model;
    }

    /** What had happened. */
    public History history() {
        return history;
    }

    float[] best() {
        return best;
    }

    float[][] memory() {
        return memory;
    }

    long steps() {
        return steps;
    }

    Rng rng() {
        return Rng.fromState(rng);
    }

    /** What must be the same when training goes on: more epochs and more patience may be asked for. */
    static String setting(Training training, Examples train, @Nullable Examples validation) {
        return "loss " + training.loss() + "\noptimiser " + training.optimiser() + "\nschedule " + training.schedule()
                + "\nbatches of " + training.batch() + "\ngradient clip " + training.gradientClip() + "\nweight clip "
                + training.weightClip() + "\ntrained on " + train + ", checksum " + train.fingerprint()
                + "\nvalidated on " + (validation == null
                        ? "nothing"
                        : validation + ", checksum " + validation.fingerprint());
    }

    void refuseOthers(Training training, Examples train, @Nullable Examples validation) {
        List<String> own = setting.lines().toList();
        List<String> other = setting(training, train, validation).lines().toList();
        if (own.size() != other.size()) {
            throw new UserError("this checkpoint is of other training: " + setting.replace('\n', ' '));
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equals(other.get(i))) {
                throw new UserError("this checkpoint is of other training: it has " + own.get(i) + ", not "
                        + other.get(i));
            }
        }
        if (memory.length != training.optimiser().memories()) {
            throw new UserError("this checkpoint is of other training: its optimiser remembers " + memory.length
                    + " arrays, not " + training.optimiser().memories());
        }
    }

    /** Writes it to a temporary file, which then takes the place of {@code file}. */
    public void save(Path file) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.TRAINING);
        out.network(model.network());
        out.text(model.note());
        out.text(setting);
        out.number(steps);
        for (long word : rng) {
            out.number(word);
        }
        out.floats(model.weights());
        out.floats(best);
        out.number((long) memory.length);
        for (float[] values : memory) {
            out.floats(values);
        }
        out.number((long) history.epochs().size());
        for (History.Epoch epoch : history.epochs()) {
            out.number(epoch.training());
            out.number(epoch.validation());
            out.number(epoch.rateFactor());
        }
        out.save(file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UserError if the file is no checkpoint of training, of another version, cut short or damaged
     */
    public static TrainingCheckpoint load(Path file) throws IOException {
        LearningFile.Reader in = LearningFile.Reader.open(file, LearningFile.Kind.TRAINING);
        Network network = in.network();
        String note = in.text();
        String setting = in.text();
        long steps = in.number();
        in.refuse(steps < 0, "it has made " + steps + " steps");
        long[] rng = new long[RNG_NUMBERS];
        for (int i = 0; i < rng.length; i++) {
            rng[i] = in.number();
        }
        in.refuse((rng[0] | rng[1] | rng[2] | rng[3]) == 0, "a random generator that gives nothing but 0");
        int weights = network.parameterCount();
        Model model = new Model(network, in.finite(weights, "weights"), note);
        float[] best = in.finite(weights, "best weights");
        float[][] memory = new float[in.countOf(Integer.BYTES)][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = in.floats();
            in.refuse(memory[i].length != weights, "an optimiser that remembers " + memory[i].length + " numbers of "
                    + weights + " weights");
        }
        List<History.Epoch> epochs = new ArrayList<>();
        int count = in.countOf(3 * Double.BYTES);
        for (int number = 1; number <= count; number++) {
            epochs.add(new History.Epoch(number, in.real(), in.real(), in.real()));
        }
        return new TrainingCheckpoint(model, best, memory, steps, rng, new History(epochs), setting);
    }

    @Override
    public String toString() {
        return "checkpoint of training: " + history;
    }
}
