package matterbook.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.nn.Activation;
import matterbook.nn.Model;
import smile.regression.MLP;
import smile.util.function.TimeFunction;

/**
 * A network fitted by Smile (gradient descent with momentum). Inputs and targets are scaled to mean 0 and standard deviation
 * 1. What it found is kept as a network of the kit's own engine, which predicts the same within single precision.
 *
 * @param units of each hidden layer
 * @param activation of each hidden layer
 * @param epochs passes through the observations
 * @param batch observations a step
 * @param rate of learning
 * @param momentum the part of a step that is carried into the next
 */
public record SmileMlp(List<Integer> units, Activation activation, int epochs, int batch, double rate, double momentum)
        implements
            Regressor {
    private static final int USUAL_EPOCHS = 200;
    private static final int USUAL_BATCH = 32;
    private static final double USUAL_RATE = 0.02;
    private static final double USUAL_MOMENTUM = 0.9;

    public SmileMlp {
        units = List.copyOf(units);
        Require.that(!units.isEmpty(), "a network of Smile needs at least one hidden layer");
        units.forEach(count -> Require.positive((int) count, "the number of units"));
        Objects.requireNonNull(activation);
        Require.positive(epochs, "the number of epochs");
        Require.positive(batch, "the observations of a batch");
        Require.positive(rate, "the rate");
        Require.that(momentum >= 0 && momentum < 1, "momentum must lie in [0, 1), not " + momentum);
    }

    /** ReLU layers of so many units; 200 epochs in batches of 32, rate 0.02, momentum 0.9. */
    public static SmileMlp of(int... units) {
        return new SmileMlp(Arrays.stream(units).boxed().toList(), Activation.RELU, USUAL_EPOCHS, USUAL_BATCH,
                USUAL_RATE,
                USUAL_MOMENTUM);
    }

    /** The same with another activation. */
    public SmileMlp withActivation(Activation other) {
        return new SmileMlp(units, other, epochs, batch, rate, momentum);
    }

    /** The same with so many passes through the observations. */
    public SmileMlp withEpochs(int number) {
        return new SmileMlp(units, activation, number, batch, rate, momentum);
    }

    /** The same with other steps. */
    public SmileMlp withRate(double number) {
        return new SmileMlp(units, activation, epochs, batch, number, momentum);
    }

    /**
     * @throws matterbook.core.UserError if the products that Smile needs are not there on this machine
     */
    @Override
    public FittedModel fit(Observations data, Rng rng) {
        Scaler inputs = Scaler.of(data.x());
        Scaler target = Scaler.ofColumn(data.y());
        double[][] x = inputs.apply(data.x());
        double[] y = target.applyToColumn(data.y());
        Model model = Smile.withBlas(() -> {
            try (SmileLayers.OpenMlp network = Smile.seeded(rng,
                    () -> SmileLayers.network(x[0].length, units, activation))) {
                train(network, x, y, rng);
                return SmileLayers.model(network, units, activation);
            }
        });
        return new FittedModel(toString(), data.inputs(), data.target(), inputs, target, new NetworkRule(model));
    }

    private void train(MLP network, double[][] x, double[] y, Rng rng) {
        network.setLearningRate(TimeFunction.constant(rate));
        network.setMomentum(TimeFunction.constant(momentum));
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = Observations.shuffled(y.length, rng);
            for (int from = 0; from < y.length; from += batch) {
                Stop.check();
                int[] rows = Arrays.copyOfRange(order, from, Math.min(y.length, from + batch));
                network.update(Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new),
                        Arrays.stream(rows).mapToDouble(i -> y[i]).toArray());
            }
        }
    }
}
