package matterbook.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Activation;
import matterbook.nn.Adam;
import matterbook.nn.Dense;
import matterbook.nn.Examples;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Loss;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Training;
import matterbook.nn.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * A network of the kit's own engine. Inputs and targets are scaled to mean 0 and standard deviation 1 of the rows that are
 * learned from; a last layer with one output is added to those given.
 *
 * <pre>{@code
 * NeuralNetwork.of(50, 50).withTraining(Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(1e-3)).withEpochs(300))
 * }</pre>
 *
 * @param layers all but the last
 * @param training of the scaled numbers
 * @param validation the part of the observations that is not learned from but ends training, by the training's patience;
 *        0 for none
 */
public record NeuralNetwork(List<Layer> layers, Training training, double validation) implements Regressor {
    private static final double USUAL_RATE = 1e-3;
    private static final int USUAL_EPOCHS = 200;

    public NeuralNetwork {
        layers = List.copyOf(layers);
        Objects.requireNonNull(training);
        Require.that(validation >= 0 && validation < 1,
                "the part for validation must lie in [0, 1), not " + validation);
        Require.that(validation > 0 || training.patience() == 0,
                "patience watches a validation loss: keep a part for it, withValidation(0.1)");
    }

    /** ReLU layers of so many units, learned with Adam at 1e-3 for 200 epochs in batches of 32. */
    public static NeuralNetwork of(int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(new Dense(count));
            layers.add(Activation.RELU);
        }
        return new NeuralNetwork(layers,
                Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(USUAL_RATE)).withEpochs(USUAL_EPOCHS), 0);
    }

    /** The same with other training. */
    public NeuralNetwork withTraining(Training other) {
        return new NeuralNetwork(layers, other, validation);
    }

    /** The same with so many epochs. */
    public NeuralNetwork withEpochs(int epochs) {
        return withTraining(training.withEpochs(epochs));
    }

    /** Keeps a part of the observations to end training when their loss has not fallen for {@code patience} epochs. */
    public NeuralNetwork withValidation(double part, int patience) {
        return new NeuralNetwork(layers, training.withPatience(patience), part);
    }

    @Override
    public FittedModel fit(Observations data, Rng rng) {
        Layer[] all = Arrays.copyOf(layers.toArray(Layer[]::new), layers.size() + 1);
        all[layers.size()] = new Dense(1, Initialiser.XAVIER);
        Model start = Network.of(data.inputs().size(), all).model(rng.split());
        Observations.@Nullable Split parts = validation == 0 ? null : data.split(1 - validation, rng.split());
        Observations learned = parts == null ? data : parts.train();
        Scaler inputs = Scaler.of(learned.x());
        Scaler target = Scaler.ofColumn(learned.y());
        Examples watched = parts == null ? null : samples(parts.test(), inputs, target);
        TrainingRun run = training.start(start, samples(learned, inputs, target), watched, rng.split());
        run.advance(training.epochs());
        return new FittedModel(toString(), data.inputs(), data.target(), inputs, target,
                new NetworkRule(run.result().model()));
    }

    private static Examples samples(Observations data, Scaler inputs, Scaler target) {
        return Examples.of(inputs.apply(data.x()), target.applyToColumn(data.y()));
    }
}
