package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

/** Outputs, losses, derivatives and optimisers as torch has them: {@code torch_fixtures.py} made the numbers. */
class TorchTest {
    private static final int SAMPLES = 7;
    private static final int STEPS = 20;
    private static final double NEAR = 3e-6;

    private static final Network DEEP = Network.of(4, new Dense(6), Activation.TANH, new Dense(5), Activation.SIGMOID,
            new Dense(3), Activation.LEAKY_RELU, new Dense(2));

    private final Map<String, float[]> fixtures = new HashMap<>();

    TorchTest() throws IOException {
        try (InputStream in = Objects.requireNonNull(TorchTest.class.getResourceAsStream("torch_fixtures.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] words = line.split(" ", -1);
                float[] values = new float[words.length - 1];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.parseFloat(words[i + 1]);
                }
                fixtures.put(words[0], values);
            }
        }
    }

    @Test
    void denseLayersAndActivations() {
        check("deep", DEEP, Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void layerNormAndBinaryCrossEntropy() {
        check("normed", Network.of(4, new Dense(6), new LayerNorm(), Activation.RELU, new Dense(2)),
                Loss.BINARY_CROSS_ENTROPY);
    }

    @Test
    void softmaxCrossEntropyWithUnknownTargets() {
        check("classes", Network.of(4, new Dense(5), Activation.RELU, new Dense(3)), Loss.SOFTMAX_CROSS_ENTROPY);
    }

    @Test
    void quadraticLayers() {
        check("quadratic", Network.of(4, new Quadratic(3), Activation.TANH, new Quadratic(2)), Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void convolutionsAndPooling() {
        check("images", Network.of(Shape.image(2, 6, 5), new Conv2d(3, new Window(3, 2, 1), Initialiser.HE),
                Activation.TANH, new Pool(Pool.Kind.MEAN, 1), new Conv2d(4, 2), Activation.LEAKY_RELU,
                new Pool(Pool.Kind.MAX, 2), new Dense(2)), Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void quadraticConvolutions() {
        check("quadratic_images", Network.of(Shape.image(2, 6, 5),
                new QuadraticConv2d(3, new Window(2, 1, 1), Initialiser.HE, QuadraticStart.RANDOM, 1), Activation.TANH,
                new Pool(Pool.Kind.MEAN, 3), new Dense(2)), Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void embeddingAndMemoryOfSequencesOfDifferentLengths() {
        check("memory", Network.of(6, new Embedding(9, 4), new Lstm(5, true), new Dense(2)), Loss.MEAN_SQUARED_ERROR);
    }

    private void check(String name, Network network, Loss loss) {
        Learner learner = network.model(Rng.seeded(1)).withWeights(fixture(name + ".weights")).learner();
        float[] inputs = fixture(name + ".x");
        Tensor x = new Tensor(inputs, new float[inputs.length], 0, SAMPLES, inputs.length / SAMPLES);
        Tape tape = new Tape();
        tape.learn(Rng.seeded(2));
        Tensor output = learner.forward(tape, x);
        Tensor value = loss.of(tape, output, rows(name + ".y"));
        tape.backward(value);
        assertClose(name + ".output", output.toArray());
        assertClose(name + ".loss", value.toArray());
        assertClose(name + ".dx", Objects.requireNonNull(x.gradient));
        assertClose(name + ".dweights", learner.gradients);
    }

    @Test
    void optimisers() {
        Map<String, Optimiser> rules = Map.of("sgd", new Sgd(0.1), "momentum", new Sgd(0.05, 0.9, false, 0.01),
                "nesterov", new Sgd(0.05, 0.9, true, 0), "adam", new Adam(0.01), "adamw", new AdamW(0.01, 0.1),
                "rmsprop", new RmsProp(0.01));
        rules.forEach((name, rule) -> {
            Learner learner = DEEP.model(Rng.seeded(1)).withWeights(fixture("deep.weights")).learner();
            Descent descent = new Descent(rule, learner);
            Tape tape = new Tape();
            for (int step = 0; step < STEPS; step++) {
                tape.learn(Rng.seeded(2));
                learner.clearGradients();
                tape.backward(tape.meanSquaredError(learner.forward(tape, rows("deep.x")), rows("deep.y")));
                descent.step(1);
            }
            assertEquals(STEPS, descent.steps());
            assertClose(name + ".weights", learner.model().weights(), 2e-5);
        });
    }

    private Tensor rows(String name) {
        float[] values = fixture(name);
        return Tensor.wrap(SAMPLES, values.length / SAMPLES, values);
    }

    private float[] fixture(String name) {
        return Objects.requireNonNull(fixtures.get(name), name);
    }

    private void assertClose(String name, float[] ours) {
        assertClose(name, ours, NEAR);
    }

    private void assertClose(String name, float[] ours, double near) {
        float[] theirs = fixture(name);
        assertEquals(theirs.length, ours.length, name);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(theirs[i], ours[i], near * Math.max(1, Math.abs(theirs[i])), name + " " + i);
        }
    }

    @Test
    void theFixturesAreAllThere() {
        assertEquals(55, fixtures.size(), List.copyOf(fixtures.keySet()).toString());
    }
}
