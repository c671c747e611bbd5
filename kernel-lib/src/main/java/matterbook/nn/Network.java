package matterbook.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Layers one after another, without weights:
 *
 * <pre>{@code
 * var network = Network.of(432, new Dense(50), Activation.RELU, new Dense(1));
 * var model = network.model(Rng.seeded(1));
 * }</pre>
 *
 * @param input the shape of a row that goes in
 */
public record Network(Shape input, List<Layer> layers) {
    /**
     * @throws IllegalArgumentException if a layer cannot follow those before it; the message names it
     */
    public Network {
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "a network needs at least one layer");
        shapes(input, layers);
        refuseLostMasks(layers);
    }

    /** A word that is not there is NaN from its embedding on until an LSTM or a recurrent layer passes over it. */
    private static void refuseLostMasks(List<Layer> layers) {
        int embedding = -1;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            boolean remembers = layer instanceof Lstm || layer instanceof Recurrent;
            if (remembers && embedding >= 0) {
                for (Layer between : layers.subList(embedding + 1, i)) {
                    Require.that(between instanceof Activation || between instanceof Dropout,
                            LayerText.of(between) + " cannot stand between an embedding and "
                                    + (layer instanceof Lstm ? "an LSTM" : "a recurrent layer")
                                    + ": it would mix words that are not there with the others");
                }
            }
            embedding = layer instanceof Embedding ? i : remembers ? -1 : embedding;
        }
    }

    /** A network for vectors. */
    public static Network of(int inputs, Layer... layers) {
        return new Network(Shape.of(inputs), List.of(layers));
    }

    /** A network for images and sequences. */
    public static Network of(Shape input, Layer... layers) {
        return new Network(input, List.of(layers));
    }

    private static List<Shape> shapes(Shape input, List<Layer> layers) {
        List<Shape> shapes = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            try {
                shapes.add(layer.output(shapes.getLast()));
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException(
                        "layer " + shapes.size() + " (" + LayerText.of(layer) + "): " + unfit.getMessage(), unfit);
            }
        }
        return shapes;
    }

    /** The shape of a row before the first layer, and after each. */
    public List<Shape> shapes() {
        return shapes(input, layers);
    }

    /** The shape of a row that comes out. */
    public Shape output() {
        return shapes().getLast();
    }

    /** How many numbers can be learned. */
    public int parameterCount() {
        return parameters().stream().flatMap(List::stream).mapToInt(Parameter::size).sum();
    }

    /** What each layer can learn. */
    public List<List<Parameter>> parameters() {
        List<Shape> shapes = shapes();
        List<List<Parameter>> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            all.add(layers.get(i).parameters(shapes.get(i)));
        }
        return all;
    }

    /** This network with weights as training starts from. */
    public Model model(Rng rng) {
        float[] weights = new float[parameterCount()];
        int at = 0;
        for (List<Parameter> layer : parameters()) {
            for (Parameter parameter : layer) {
                parameter.start().fill(weights, at, at + parameter.size(), rng);
                at += parameter.size();
            }
        }
        return new Model(this, weights);
    }

    /** This network with these weights, in the order of {@link Model#weights}; they are copied. */
    public Model model(float[] weights) {
        return new Model(this, weights.clone());
    }

    /** A table: each layer, the shape that it makes, how many parameters it has. */
    @Override
    public String toString() {
        List<Shape> shapes = shapes();
        List<List<Parameter>> parameters = parameters();
        StringBuilder text = new StringBuilder();
        append(text, "layer", "shape", "parameters");
        append(text, "input", input.toString(), "");
        for (int i = 0; i < layers.size(); i++) {
            int count = parameters.get(i).stream().mapToInt(Parameter::size).sum();
            append(text, LayerText.of(layers.get(i)), shapes.get(i + 1).toString(), count(count));
        }
        append(text, "total", "", count(parameterCount()));
        return text.toString().stripTrailing();
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void append(StringBuilder text, String layer, String shape, String parameters) {
        text.append(String.format(Locale.ROOT, "%-41s %-14s %10s", layer, shape, parameters).stripTrailing())
                .append('\n');
    }
}
