package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Network NETWORK = Network.of(432, new Dense(50), Activation.RELU, new LayerNorm(),
            new Dropout(0.1), new Quadratic(20), Activation.TANH, new Dense(1));

    @Test
    void printsItsLayersShapesAndParameters() {
        assertEquals("""
                layer                                     shape          parameters
                input                                     432
                dense 50 he                               50                 21,650
                relu                                      50                      0
                layer_norm                                50                    100
                dropout 0.1                               50                      0
                quadratic 20 he relinear 0.1              20                  3,060
                tanh                                      20                      0
                dense 1 he                                1                      21
                total                                                        24,831""", NETWORK.toString());
        assertEquals(NETWORK.toString(), NETWORK.model(Rng.seeded(1)).toString());
    }

    @Test
    void aShortcutGoesPastItsLayers() {
        Network network = Network.of(2, new Shortcut(new Dense(1), Activation.TANH), new Dense(1));
        assertEquals("""
                layer                                     shape          parameters
                input                                     2
                shortcut dense 1 he, tanh                 3                       3
                dense 1 he                                1                       4
                total                                                             7""", network.toString());
        Model model = network.model(new float[]{2, -1, 0.5f, 10, 100, 1, 0});
        assertEquals(10 + 200 + Math.tanh(0.5), model.predict(Tensor.of(new float[][]{{1, 2}})).get(0, 0), 1e-4);
        assertEquals("a shortcut cannot go past lstm 3 last",
                assertThrows(IllegalArgumentException.class, () -> new Shortcut(new Lstm(3, true))).getMessage());
        assertEquals("a shortcut needs at least one layer to go past",
                assertThrows(IllegalArgumentException.class, () -> new Shortcut()).getMessage());
    }

    @Test
    void printsImagesWithTheirSides() {
        Network network = Network.of(Shape.image(1, 28, 28), new Conv2d(6, 5), Activation.RELU,
                new Pool(Pool.Kind.MAX, 2), new QuadraticConv2d(2, 3), new Dense(2));
        assertEquals("""
                layer                                     shape          parameters
                input                                     1 x 28 x 28
                conv2d 6 5 1 0 he                         6 x 24 x 24           156
                relu                                      6 x 24 x 24             0
                pool max 2                                6 x 12 x 12             0
                quadratic_conv2d 2 3 1 0 he relinear 0.1  2 x 10 x 10           330
                dense 2 he                                2                     402
                total                                                           888""", network.toString());
    }

    @Test
    void aLayerThatCannotFollowIsNamed() {
        assertMessage("layer 2 (conv2d 6 5 1 0 he): an image (channels x height x width) is wanted, not 3",
                () -> Network.of(9, new Dense(3), new Conv2d(6, 5)));
        assertMessage("layer 1 (conv2d 6 5 1 0 he): a window of 5 pixels does not fit into an image of 4",
                () -> Network.of(Shape.image(1, 9, 4), new Conv2d(6, 5)));
        assertMessage("padding must be from 0 to below 3, not 3", () -> new Window(3, 1, 3));
    }

    @Test
    void sequencesKeepTheirSteps() {
        Network network = Network.of(6, new Embedding(9, 4), new Lstm(5), new Lstm(3, true));
        assertEquals("[6, 6 x 4, 6 x 5, 3]", network.shapes().toString());
        assertEquals(9 * 4 + 4 * 20 + 5 * 20 + 20 + 5 * 12 + 3 * 12 + 12, network.parameterCount());
        Predictor predictor = network.model(Rng.seeded(1)).predictor();
        assertMessage("a word is a whole number from 0 to 8, not 9.0",
                () -> predictor.predict(Tensor.of(new float[][]{{0, 1, 2, 9, 0, 0}})));
        assertMessage("layer 2 (lstm 3 all): a sequence (steps x features) is wanted, not 4",
                () -> Network.of(4, new Dense(4), new Lstm(3)));
    }

    @Test
    void eachStepIsTreatedAlike() {
        Network network = Network.of(new Shape(List.of(3, 2)), new EachStep(4));
        assertEquals("[3 x 2, 3 x 4]", network.shapes().toString());
        float[] y = network.model(Rng.seeded(1)).predict(Tensor.of(new float[][]{{1, 2, 0, 5, 1, 2}})).row(0);
        for (int j = 0; j < 4; j++) {
            assertEquals(y[j], y[8 + j]);
            assertTrue(y[j] != y[4 + j]);
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertArrayEquals(NETWORK.model(Rng.seeded(3)).weights(), NETWORK.model(Rng.seeded(3)).weights());
    }

    /** A uniform law of variance v has v +- 2 v / sqrt(5 n); here n = 21,600, and 4 sigma is 2.5 %. */
    @Test
    void weightsStartWithTheVarianceOfTheirRule() {
        for (Initialiser rule : Initialiser.values()) {
            float[] weights = Network.of(432, new Dense(50, rule)).model(Rng.seeded(2)).weights();
            double expected = switch (rule) {
                case HE -> 2.0 / 432;
                case XAVIER -> 2.0 / 482;
                case LECUN -> 1.0 / 432;
            };
            assertEquals(expected, Kernels.squares(weights, 0, 21_600) / 21_600, 0.025 * expected);
            assertEquals(0, Kernels.squares(weights, 21_600, weights.length));
        }
    }

    @Test
    void aQuadraticLayerBeginsAsADenseOne() {
        Model quadratic = Network.of(5, new Quadratic(3)).model(Rng.seeded(6));
        Model dense = Network.of(5, new Dense(3)).model(Rng.seeded(6));
        Tensor x = Tensor.of(new float[][]{{1, -2, 3, 0.5f, 0}});
        assertArrayEquals(dense.predict(x).row(0), quadratic.predict(x).row(0));
    }

    @Test
    void predictionsDoNotDependOnTheBatch() {
        Model model = NETWORK.model(Rng.seeded(4));
        Rng rng = Rng.seeded(5);
        Tensor x = Tensor.zeros(1200, 432);
        for (int i = 0; i < x.size(); i++) {
            x.value[i] = (float) rng.nextGaussian();
        }
        Tensor all = model.predict(x);
        Predictor predictor = model.predictor();
        for (int i = 0; i < x.rows(); i += 100) {
            assertEquals(all.get(i, 0), predictor.predict(x.rows(i, i + 1)).get(0, 0), 2e-5, "row " + i);
        }
        assertEquals(0, model.predict(Tensor.zeros(0, 432)).rows());
    }

    /** While nothing is written down, activations overwrite what they are applied to: only what nobody else has. */
    @Test
    void inferringGivesTheBitsOfLearning() {
        float[][] x = {{1, 0, 3}, {0, 1, Float.NaN}};
        for (Network network : List.of(
                Network.of(3, Activation.TANH, new Dense(4), Activation.RELU, Activation.SIGMOID, new Dense(2)),
                Network.of(3, new Dropout(0), Activation.LEAKY_RELU, new Quadratic(2), Activation.TANH),
                Network.of(3, new Embedding(4, 3), new Lstm(4), Activation.TANH, new Lstm(3, true), Activation.RELU))) {
            Learner learner = network.model(Rng.seeded(3)).learner();
            Tensor rows = Tensor.of(x);
            Tape tape = new Tape();
            tape.learn(Rng.seeded(1));
            Unrolled learned = learner.forward(tape, rows, List.of());
            Tape other = new Tape();
            other.infer();
            Unrolled inferred = learner.forward(other, rows, List.of());
            assertArrayEquals(learned.output().row(1), inferred.output().row(1), network.toString());
            for (int i = 0; i < learned.ends().size(); i++) {
                assertArrayEquals(learned.ends().get(i).h().row(1), inferred.ends().get(i).h().row(1));
            }
            assertArrayEquals(x[0], rows.row(0));
        }
    }

    @Test
    void imagesCanBeStoppedBetweenRows() {
        Tensor x = Tensor.zeros(2, 16);
        for (Layer layer : List.of(new Conv2d(1, 2), new QuadraticConv2d(1, 2), new Pool(Pool.Kind.MEAN, 2))) {
            Learner learner = Network.of(Shape.image(1, 4, 4), layer).model(Rng.seeded(1)).learner();
            Tape tape = new Tape();
            tape.infer();
            Stop.request();
            try {
                assertThrows(Stopped.class, () -> learner.forward(tape, x), layer.toString());
            } finally {
                Stop.clear();
            }
        }
    }

    @Test
    void predictingAllocatesNoArrays() {
        Predictor predictor = NETWORK.model(Rng.seeded(4)).predictor();
        Tensor x = Tensor.zeros(512, 432);
        Tensor y = Tensor.zeros(512, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        predictor.predict(x, y);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            predictor.predict(x, y);
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / 100;
        // one array of the smallest layer would be 512 x 20 x 4 = 40,960 bytes; calls not yet compiled take some 5,000
        assertTrue(each < 20_000, each + " bytes a call");
    }

    @Test
    void mistakesAreNamed() {
        assertMessage("a network needs at least one layer", () -> new Network(Shape.of(3), List.of()));
        assertMessage("the sides of a shape must be at least 1, not 0", () -> Network.of(0, new Dense(1)));
        assertMessage("the number of units must be at least 1, not 0", () -> new Dense(0));
        assertMessage(
                "each_step dense 3 xavier cannot stand between an embedding and an LSTM:"
                        + " it would mix words that are not there with the others",
                () -> Network.of(5, new Embedding(4, 2), new EachStep(3), new Lstm(2)));
        assertMessage("the chance of dropout must lie between 0.0 and 0.95, not 1.0", () -> new Dropout(1));
        Model model = NETWORK.model(Rng.seeded(1));
        assertMessage("the network takes 432 numbers a row, not 3", () -> model.predict(Tensor.zeros(2, 3)));
        assertMessage("24831 weights are wanted, not 2", () -> model.withWeights(new float[2]));
        assertMessage("results of 2 x 1 do not fit into 3 x 1",
                () -> model.predictor().predict(Tensor.zeros(2, 432), Tensor.zeros(3, 1)));
        assertMessage("row 1 has 1 numbers, row 0 has 2", () -> Tensor.of(new float[][]{{1, 2}, {3}}));
    }

    private static void assertMessage(String message, Runnable wrong) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
    }
}
