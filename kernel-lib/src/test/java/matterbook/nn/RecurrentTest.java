package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class RecurrentTest {
    private static final float NAN = Float.NaN;

    private static Tensor normal(int rows, int columns, long seed) {
        double[][] x = new double[rows][columns];
        Rng rng = Rng.seeded(seed);
        for (double[] row : x) {
            rng.fillGaussian(row);
        }
        return Tensor.of(x);
    }

    private static Quadratic random(int units) {
        return new Quadratic(units, Initialiser.XAVIER, QuadraticStart.RANDOM, 1);
    }

    /** One unit, by hand: h = tanh((0.5 x - h) (x + 0.25 h + 1) + 0.1 x^2 + 0.2 h^2 + 0.3). */
    @Test
    void aSecondOrderNeuronStepByStep() {
        Model model = Network.of(new Shape(List.of(3, 1)), new Recurrent(random(1), false))
                .model(new float[]{0.5f, -1, 0, 1, 0.25f, 1, 0.1f, 0.2f, 0.3f});
        double[] x = {0.7, -1.2, 0.4};
        float[] y = model.predict(Tensor.of(new double[][]{x})).row(0);
        double h = 0;
        for (int t = 0; t < 3; t++) {
            h = Math.tanh((0.5 * x[t] - h) * (x[t] + 0.25 * h + 1) + 0.1 * x[t] * x[t] + 0.2 * h * h + 0.3);
            assertEquals(h, y[t], 1e-6, "step " + t);
        }
    }

    @Test
    void aSecondOrderStartIsThatOfFirstOrder() {
        Shape shape = new Shape(List.of(4, 2));
        Model second = Network.of(shape, new Recurrent(new Quadratic(3), true)).model(Rng.seeded(3));
        float[] linear = new float[18];
        System.arraycopy(second.weights(), 0, linear, 0, 18); // wr and br come first
        Model first = Network.of(shape, new Recurrent(new Dense(3), true)).model(linear);
        Tensor x = normal(5, 8, 4);
        assertArrayEquals(first.predict(x).toArray(), second.predict(x).toArray(), 1e-6f);
    }

    @Test
    void stepsWithoutInputChangeNothing() {
        Recurrent cell = new Recurrent(random(3), true);
        Model all = Network.of(new Shape(List.of(4, 2)), cell).model(Rng.seeded(3));
        Model two = Network.of(new Shape(List.of(2, 2)), cell).model(all.weights());
        float[] gaps = {NAN, NAN, 0.3f, -1, NAN, 7, 2, 0.5f};
        assertArrayEquals(two.predict(Tensor.of(new float[][]{{0.3f, -1, 2, 0.5f}})).toArray(),
                all.predict(Tensor.of(new float[][]{gaps})).toArray());
        Model each = Network.of(new Shape(List.of(4, 2)), new Recurrent(random(3), false)).model(all.weights());
        float[] steps = each.predict(Tensor.of(new float[][]{gaps})).row(0);
        for (int j = 0; j < 3; j++) {
            assertEquals(0, steps[j]);
            assertEquals(steps[3 + j], steps[6 + j]);
        }
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        Tensor words = Tensor.of(new float[][]{{1, 0, 2, 1}, {2, NAN, NAN, NAN}, {0, 0, NAN, 1}});
        List<GradientCheck> checks = new ArrayList<>();
        for (Layer neurons : List.of(random(3), new Dense(3, Initialiser.XAVIER))) {
            Model numbers = Network.of(new Shape(List.of(5, 2)), new Recurrent(neurons, false), new Dense(2))
                    .model(Rng.seeded(5));
            checks.add(GradientCheck.of(numbers, Loss.MEAN_SQUARED_ERROR,
                    new Examples(normal(3, 10, 4), normal(3, 2, 8)), 9));
            Model masked = Network.of(4, new Embedding(3, 2), new Recurrent(neurons, true), new Dense(2))
                    .model(Rng.seeded(5));
            checks.add(GradientCheck.of(masked, Loss.MEAN_SQUARED_ERROR, new Examples(words, normal(3, 2, 8)), 9));
        }
        for (GradientCheck check : checks) {
            assertTrue(check.error() < 2e-3, check.toString());
        }
        assertEquals(
                List.of("input", "layer 1 wr", "layer 1 br", "layer 1 wg", "layer 1 bg", "layer 1 wb", "layer 1 c"),
                checks.getFirst().parts().stream().map(GradientCheck.Part::name).limit(7).toList());
    }

    @Test
    void textComesBack() {
        for (Recurrent layer : List.of(new Recurrent(new Quadratic(4), true), new Recurrent(new Dense(2), false))) {
            assertEquals(layer, LayerText.parse(LayerText.of(layer)));
        }
        assertEquals("recurrent last quadratic 4 he relinear 0.1",
                LayerText.of(new Recurrent(new Quadratic(4), true)));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertMessage("neurons that recur are dense or quadratic, not lstm 3 all",
                () -> new Recurrent(new Lstm(3), true));
        assertMessage("layer 1 (recurrent last dense 3 he): a sequence (steps x features) is wanted, not 4",
                () -> Network.of(4, new Recurrent(new Dense(3), true)));
        assertMessage("layer 1 (recurrent last dense 3 he) begins from zeros at each call: only an LSTM goes on",
                () -> Network.of(new Shape(List.of(4, 2)), new Recurrent(new Dense(3), true)).model(Rng.seeded(1))
                        .stepPredictor());
        assertMessage("each_step dense 3 xavier cannot stand between an embedding and a recurrent layer: it would mix"
                + " words that are not there with the others",
                () -> Network.of(5, new Embedding(4, 2), new EachStep(3), new Recurrent(new Dense(3), true)));
    }

    private static void assertMessage(String message, Runnable wrong) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
    }
}
