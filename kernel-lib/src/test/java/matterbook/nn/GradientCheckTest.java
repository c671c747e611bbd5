package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

/** Every layer and every loss against differences. */
class GradientCheckTest {
    private static final double NEAR = 2e-3;

    private static Examples samples(int rows, int inputs, int outputs, Rng rng) {
        double[][] x = new double[rows][inputs];
        double[][] y = new double[rows][outputs];
        for (int i = 0; i < rows; i++) {
            rng.fillGaussian(x[i]);
            rng.fillGaussian(y[i]);
        }
        return new Examples(Tensor.of(x), Tensor.of(y));
    }

    @Test
    void everyLayer() {
        List<List<Layer>> stacks = List.of(List.of(new Dense(3)),
                List.of(new Dense(3, Initialiser.LECUN), Activation.TANH),
                List.of(new Dense(3, Initialiser.XAVIER), Activation.SIGMOID),
                List.of(new Dense(6), Activation.RELU, new Dense(3)),
                List.of(new Dense(6), Activation.LEAKY_RELU, new Dense(3)), List.of(new Dropout(0.3), new Dense(3)),
                List.of(new Dense(5), new LayerNorm(), new Dense(3)), List.of(new Quadratic(3)),
                List.of(new Quadratic(4, Initialiser.XAVIER, QuadraticStart.RANDOM, 1), Activation.TANH,
                        new Quadratic(3, Initialiser.XAVIER, QuadraticStart.RANDOM, 1)),
                List.of(new Shortcut(new Dense(5, Initialiser.XAVIER), Activation.TANH),
                        new Shortcut(new Quadratic(2, Initialiser.XAVIER, QuadraticStart.RANDOM, 1)), new Dense(3)));
        for (List<Layer> layers : stacks) {
            Model model = new Network(Shape.of(4), layers).model(Rng.seeded(5));
            GradientCheck check = GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, samples(6, 4, 3, Rng.seeded(8)), 9);
            assertTrue(check.error() < NEAR, layers + "\n" + check);
        }
    }

    @Test
    void everyLayerForImages() {
        Layer wide = new QuadraticConv2d(2, new Window(3, 1, 2), Initialiser.LECUN, QuadraticStart.RANDOM, 1);
        for (List<Layer> layers : List.<List<Layer>>of(List.of(new Conv2d(2, 2), new Dense(3)),
                List.of(new Conv2d(3, new Window(3, 2, 1), Initialiser.LECUN), Activation.TANH, new Dense(3)),
                List.of(new Pool(Pool.Kind.MEAN, 2), new Dense(3)),
                List.of(wide, Activation.TANH, new Dense(3)))) {
            Model model = new Network(Shape.image(2, 4, 5), layers).model(Rng.seeded(5));
            GradientCheck check = GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, samples(3, 40, 3, Rng.seeded(11)),
                    9);
            assertTrue(check.error() < NEAR, layers + "\n" + check);
        }
    }

    @Test
    void everyLayerForSequences() {
        Tensor words = Tensor
                .of(new float[][]{{1, 0, 2, 1}, {2, Float.NaN, Float.NaN, Float.NaN}, {0, 0, Float.NaN, 1}});
        Model last = Network.of(4, new Embedding(3, 2), new Lstm(3, true), new Dense(2)).model(Rng.seeded(5));
        Model all = Network.of(4, new Embedding(3, 2), new Lstm(4), new EachStep(4)).model(Rng.seeded(5));
        Tensor two = samples(3, 1, 2, Rng.seeded(8)).y();
        Tensor sixteen = samples(3, 1, 16, Rng.seeded(8)).y();
        for (GradientCheck check : List.of(GradientCheck.of(last, Loss.MEAN_SQUARED_ERROR, new Examples(words, two), 9),
                GradientCheck.of(all, Loss.MEAN_SQUARED_ERROR, new Examples(words, sixteen), 9))) {
            assertTrue(check.error() < NEAR, check.toString());
        }
        Model numbers = Network.of(new Shape(List.of(4, 2)), new Lstm(3), new Dense(2)).model(Rng.seeded(5));
        GradientCheck check = GradientCheck.of(numbers, Loss.MEAN_SQUARED_ERROR, samples(3, 8, 2, Rng.seeded(4)), 9);
        assertTrue(check.error() < NEAR, check.toString());
    }

    /** Pixels differ by 0.1 at least, so that no step of a difference makes another one the greatest. */
    @Test
    void theGreatestOfASquare() {
        Tensor x = Tensor.zeros(3, 40);
        for (int i = 0; i < 3; i++) {
            int[] order = Rng.seeded(i).permutation(40);
            for (int j = 0; j < 40; j++) {
                x.value[i * 40 + j] = 0.1f * order[j];
            }
        }
        Model model = Network.of(Shape.image(2, 4, 5), new Pool(Pool.Kind.MAX, 2), new Dense(3)).model(Rng.seeded(5));
        Examples samples = new Examples(x, samples(3, 1, 3, Rng.seeded(8)).y());
        assertTrue(GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, samples, 9).error() < NEAR);
    }

    @Test
    void everyLoss() {
        Model model = Network.of(4, new Dense(3)).model(Rng.seeded(5));
        Tensor x = samples(4, 4, 1, Rng.seeded(6)).x();
        float nan = Float.NaN;
        Tensor any = Tensor.of(new float[][]{{1, nan, -2}, {nan, nan, nan}, {0, 1, 2}, {3, 0, nan}});
        Tensor chances = Tensor.of(new float[][]{{1, nan, 0}, {0.3f, 0.7f, nan}, {nan, nan, nan}, {0, 1, 1}});
        Tensor classes = Tensor.of(new float[][]{{2}, {nan}, {0}, {1}});
        assertTrue(GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, new Examples(x, any), 1).error() < NEAR);
        assertTrue(GradientCheck.of(model, Loss.BINARY_CROSS_ENTROPY, new Examples(x, chances), 1).error() < NEAR);
        assertTrue(GradientCheck.of(model, Loss.SOFTMAX_CROSS_ENTROPY, new Examples(x, classes), 1).error() < NEAR);
    }

    @Test
    void severalTargetsARowShareTheLogits() {
        Model model = Network.of(4, new Dense(6)).model(Rng.seeded(5));
        Tensor x = samples(3, 4, 1, Rng.seeded(6)).x();
        Tensor classes = Tensor.of(new float[][]{{2, 0}, {1, Float.NaN}, {0, 0}});
        assertTrue(GradientCheck.of(model, Loss.SOFTMAX_CROSS_ENTROPY, new Examples(x, classes), 1).error() < NEAR);
    }

    @Test
    void aWrongDerivativeShows() {
        Model model = Network.of(2, new Dense(1)).model(Rng.seeded(1)).withWeights(new float[]{0, 0, 0});
        // x = 0 has a kink right at the point: differences see half of the slope, the tape sees none
        Model kink = Network.of(2, new Dense(1), Activation.RELU).model(Rng.seeded(1)).withWeights(model.weights());
        Examples samples = Examples.of(new double[][]{{1, 1}}, new double[]{1});
        assertTrue(GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, samples, 1).error() < NEAR);
        assertEquals(1, GradientCheck.of(kink, Loss.MEAN_SQUARED_ERROR, samples, 1).error(), 1e-6);
    }

    @Test
    void namesItsParts() {
        Model model = Network.of(2, new Dense(1)).model(Rng.seeded(1));
        assertEquals(List.of("input", "layer 1 weight", "layer 1 bias"),
                GradientCheck.of(model, Loss.MEAN_SQUARED_ERROR, samples(2, 2, 1, Rng.seeded(2)), 1).parts().stream()
                        .map(GradientCheck.Part::name).toList());
    }
}
