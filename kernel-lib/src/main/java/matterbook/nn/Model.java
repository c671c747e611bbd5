package matterbook.nn;

import java.io.IOException;
import java.nio.file.Path;

import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * A network with its weights; it does not change. What trains it works on a copy ({@link Training}, {@link Learner}).
 */
public final class Model {
    private final Network network;
    private final float[] weights;
    private final String note;

    Model(Network network, float[] weights) {
        this(network, weights, "");
    }

    Model(Network network, float[] weights, String note) {
        Require.that(weights.length == network.parameterCount(),
                network.parameterCount() + " weights are wanted, not " + weights.length);
        this.network = network;
        this.weights = weights;
        this.note = note;
    }

    /** The layers. */
    public Network network() {
        return network;
    }

    /** A copy of all weights: layer by layer, parameter by parameter, row by row. */
    public float[] weights() {
        return weights.clone();
    }

    /** The same network with these weights, which are copied. */
    public Model withWeights(float[] others) {
        return new Model(network, others.clone(), note);
    }

    /** What its maker wants to be kept with it, such as how it was trained; empty at first. */
    public String note() {
        return note;
    }

    /** The same with this note. */
    public Model withNote(String text) {
        return new Model(network, weights, text);
    }

    /** What comes out for these rows. */
    public Tensor predict(Tensor x) {
        return predictor().predict(x);
    }

    /** For many predictions: keeps its working arrays. */
    public Predictor predictor() {
        return new Predictor(new Learner(this));
    }

    /** For sequences that are made or read step by step. */
    public StepPredictor stepPredictor() {
        return new StepPredictor(this);
    }

    /** A copy that can learn. */
    public Learner learner() {
        return new Learner(this);
    }

    /** Writes it to a temporary file, which then takes the place of {@code file}; see {@link LearningFile}. */
    public void save(Path file) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.MODEL);
        out.network(network);
        out.text(note);
        out.floats(weights);
        out.save(file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UserError if the file is no model, of another version, cut short or damaged
     */
    public static Model load(Path file) throws IOException {
        LearningFile.Reader in = LearningFile.Reader.open(file, LearningFile.Kind.MODEL);
        Network network = in.network();
        String note = in.text();
        return new Model(network, in.finite(network.parameterCount(), "weights"), note);
    }

    /** The network's table. */
    @Override
    public String toString() {
        return network.toString();
    }
}
