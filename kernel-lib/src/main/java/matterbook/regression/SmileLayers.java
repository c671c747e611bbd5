package matterbook.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import matterbook.nn.Activation;
import matterbook.nn.Dense;
import matterbook.nn.Initialiser;
import matterbook.nn.Model;
import matterbook.nn.Network;
import smile.model.mlp.Layer;
import smile.model.mlp.LayerBuilder;
import smile.model.mlp.OutputFunction;
import smile.regression.MLP;

/** Layers of Smile and the same in our engine. */
final class SmileLayers {
    /** As in our engine. */
    private static final double LEAK = 0.01;

    private SmileLayers() {}

    /** Smile's network, whose layers can be read. */
    static final class OpenMlp extends MLP {
        private static final long serialVersionUID = 1L;

        OpenMlp(LayerBuilder... layers) {
            super(layers);
        }

        /** Those with weights. */
        List<Layer> layers() {
            return Stream.concat(Stream.of(net), Stream.of(output)).filter(layer -> layer.weight() != null).toList();
        }
    }

    static OpenMlp network(int inputs, List<Integer> units, Activation activation) {
        List<LayerBuilder> layers = new ArrayList<>(List.of(Layer.input(inputs)));
        for (int count : units) {
            layers.add(switch (activation) {
                case RELU -> Layer.rectifier(count);
                case LEAKY_RELU -> Layer.leaky(count, 0, LEAK);
                case TANH -> Layer.tanh(count);
                case SIGMOID -> Layer.sigmoid(count);
            });
        }
        layers.add(Layer.mse(1, OutputFunction.LINEAR));
        return new OpenMlp(layers.toArray(LayerBuilder[]::new));
    }

    /** The same network in our engine. */
    static Model model(OpenMlp network, List<Integer> units, Activation activation) {
        List<Layer> from = network.layers();
        List<matterbook.nn.Layer> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(new Dense(count, Initialiser.XAVIER));
            layers.add(activation);
        }
        layers.add(new Dense(1, Initialiser.XAVIER));
        Network same = Network.of(from.getFirst().getInputSize(), layers.toArray(matterbook.nn.Layer[]::new));
        float[] weights = new float[same.parameterCount()];
        int at = 0;
        for (Layer layer : from) {
            at = copy(layer, weights, at);
        }
        return same.model(weights);
    }

    /** Smile's y = W x + b becomes our y = x Wᵀ + b. */
    private static int copy(Layer layer, float[] weights, int from) {
        int at = from;
        for (int i = 0; i < layer.getInputSize(); i++) {
            for (int j = 0; j < layer.getOutputSize(); j++) {
                weights[at++] = (float) layer.weight().get(j, i);
            }
        }
        for (int j = 0; j < layer.getOutputSize(); j++) {
            weights[at++] = (float) layer.bias().get(j);
        }
        return at;
    }
}
