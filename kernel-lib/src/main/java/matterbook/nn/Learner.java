package matterbook.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * A model that can change: weights and their gradients, each in one array. {@link Training} uses one; so do losses and
 * schemes of one's own:
 *
 * <pre>{@code
 * tape.learn(rng);
 * learner.clearGradients();
 * tape.backward(tape.meanSquaredError(learner.forward(tape, x), y));
 * descent.step(1);
 * }</pre>
 */
public final class Learner {
    private final Network network;
    private final List<Layer> layers;
    private final List<Shape> shapes;
    private final String note;
    final float[] weights;
    final float[] gradients;
    private final List<List<Tensor>> parameters = new ArrayList<>();
    /** Which layers may put their result in the place of their input while nothing is written down. */
    private final boolean[] overwrites;
    private boolean frozen;

    Learner(Model model) {
        network = model.network();
        layers = network.layers();
        shapes = network.shapes();
        note = model.note();
        weights = model.weights();
        gradients = new float[weights.length];
        int at = 0;
        for (List<Parameter> layer : network.parameters()) {
            List<Tensor> tensors = new ArrayList<>();
            for (Parameter parameter : layer) {
                tensors.add(new Tensor(weights, gradients, at, parameter.rows(), parameter.columns()));
                at += parameter.size();
            }
            parameters.add(List.copyOf(tensors));
        }
        overwrites = overwrites(layers);
    }

    /** Activations of what a layer before has made (dropout may hand on what it got), unless it is the state of an LSTM too. */
    private static boolean[] overwrites(List<Layer> layers) {
        boolean[] overwrites = new boolean[layers.size()];
        boolean made = false;
        boolean remembered = false;
        for (int i = 0; i < overwrites.length; i++) {
            overwrites[i] = layers.get(i) instanceof Activation && made && !remembered;
            made |= !(layers.get(i) instanceof Dropout);
            remembered |= layers.get(i) instanceof Lstm;
        }
        return overwrites;
    }

    /** The network at work on rows {@code x}; what remembers begins with zeros. */
    public Tensor forward(Tape tape, Tensor x) {
        return forward(tape, x, List.of()).output();
    }

    /**
     * The network at work on rows {@code x}, from these states on. Derivatives go back to the states, so that one network may
     * begin where another ended.
     *
     * @param starts one for each {@link Lstm}, in their order; none at all for zeros
     */
    public Unrolled forward(Tape tape, Tensor x, List<LstmState> starts) {
        Require.that(x.columns == network.input().size(),
                "the network takes " + network.input() + (network.input().size() == 1 ? " number" : " numbers")
                        + " a row, not " + x.columns);
        long memories = layers.stream().filter(Lstm.class::isInstance).count();
        Require.that(starts.isEmpty() || starts.size() == memories,
                "a state for each of " + memories + " LSTM layers is wanted, not " + starts.size());
        List<LstmState> ends = new ArrayList<>();
        Tensor y = x;
        Embedding unread = null;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Lstm lstm) {
                LstmState start = starts.isEmpty() ? null : starts.get(ends.size());
                Unrolled unrolled = lstm.unroll(tape, parameters.get(i), shapes.get(i), inputs(tape, i, y, unread),
                        start);
                ends.addAll(unrolled.ends());
                y = unrolled.output();
                unread = null;
            } else if (layers.get(i) instanceof Embedding embedding && readByLstm(i, y)) {
                unread = embedding;
            } else if (layers.get(i) instanceof Activation function && overwrites[i] && !tape.learning()) {
                function.forward(y, y);
            } else {
                y = layers.get(i).apply(tape, parameters.get(i), shapes.get(i), y);
            }
        }
        return new Unrolled(y, ends);
    }

    /** Whether the layer after the embedding at {@code i} is an LSTM that had better see the words: there are fewer of them. */
    private boolean readByLstm(int i, Tensor words) {
        return i + 1 < layers.size() && layers.get(i + 1) instanceof Lstm
                && parameters.get(i).getFirst().rows <= words.size();
    }

    /**
     * Of the LSTM at {@code i}.
     *
     * @param unread the embedding of the words {@code x}; none where {@code x} holds numbers
     */
    private LstmInputs inputs(Tape tape, int i, Tensor x, @Nullable Embedding unread) {
        Tensor w = parameters.get(i).get(0);
        Tensor bias = parameters.get(i).get(2);
        return unread == null
                ? LstmInputs.Numbers.of(tape, x, w, bias)
                : LstmInputs.Words.of(tape, unread, x, parameters.get(i - 1).getFirst(), w, bias);
    }

    /** Sets all gradients to 0; a pass backward adds to them. */
    public void clearGradients() {
        Arrays.fill(gradients, 0);
    }

    boolean finite() {
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                return false;
            }
        }
        return true;
    }

    /** The length of the gradient of all weights. */
    public double gradientNorm() {
        return Math.sqrt(Kernels.squares(gradients, 0, gradients.length));
    }

    /** Shortens the gradient to this length if it is longer; returns how long it was. */
    public double clipGradients(double norm) {
        Require.positive(norm, "the greatest length of a gradient");
        double before = gradientNorm();
        if (before > norm) {
            float factor = (float) (norm / before);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= factor;
            }
        }
        return before;
    }

    /** Moves each weight to the nearest between -bound and bound, as critics of Wasserstein networks want. */
    public void clipWeights(double bound) {
        Require.positive(bound, "the bound of weights");
        float limit = (float) bound;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(-limit, Math.min(limit, weights[i]));
        }
    }

    /** Whether passes backward leave the weights' gradients out; gradients of inputs are found all the same. */
    public void freeze(boolean frozen) {
        this.frozen = frozen;
        for (List<Tensor> layer : parameters) {
            for (Tensor parameter : layer) {
                parameter.gradient = frozen ? null : gradients;
            }
        }
    }

    boolean frozen() {
        return frozen;
    }

    public Network network() {
        return network;
    }

    /** The parameters of layer {@code index}, from 0; they are the learner's own. */
    public List<Tensor> parameters(int index) {
        return parameters.get(index);
    }

    /** The model as it is now. */
    public Model model() {
        return new Model(network, weights.clone(), note);
    }

    void set(float[] other) {
        System.arraycopy(other, 0, weights, 0, weights.length);
    }
}
