package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class GradientPenaltyTest {
    /** Of the penalty's derivatives in units of their lengths, against differences of fourth order in single precision. */
    private static final double NEAR = 2e-3;

    private static Tensor rows(int count, int columns, Rng rng) {
        double[][] x = new double[count][columns];
        for (double[] row : x) {
            rng.fillGaussian(row);
        }
        return Tensor.of(x);
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        check(Network.of(4, new Dense(6), Activation.TANH, new Dense(5), Activation.SIGMOID, new Dense(1)), 0.01f);
        check(Network.of(4, new Dense(5), Activation.SIGMOID, new Dense(1), Activation.TANH), 0.01f);
    }

    /** Where a ReLU bends, the slope of f jumps: steps so short that none of these few rows comes there. */
    @Test
    void derivativesWhereSlopesJump() {
        check(Network.of(4, new Dense(8), Activation.LEAKY_RELU, new Dense(6), Activation.RELU, new Dense(1)), 0.001f);
    }

    private static void check(Network network, float step) {
        Learner critic = network.model(Rng.seeded(3)).learner();
        Tensor x = rows(5, 4, Rng.seeded(4));
        GradientPenalty penalty = new GradientPenalty(10);
        penalty.add(critic, x);
        float[] taped = critic.gradients.clone();
        double distance = 0;
        double length = 0;
        for (int i = 0; i < taped.length; i++) {
            double other = difference(penalty, critic, x, i, step);
            distance += (taped[i] - other) * (taped[i] - other);
            length += other * other;
        }
        assertTrue(length > 0.1, network + ": nothing to compare");
        assertTrue(Math.sqrt(distance / length) < NEAR, network + ": " + Math.sqrt(distance / length));
    }

    private static double difference(GradientPenalty penalty, Learner critic, Tensor x, int at,
            float step) {
        float before = critic.weights[at];
        double[] p = new double[4];
        int[] steps = {2, 1, -1, -2};
        for (int k = 0; k < steps.length; k++) {
            critic.weights[at] = before + steps[k] * step;
            p[k] = penalty.add(critic, x);
        }
        critic.weights[at] = before;
        return (8 * (p[1] - p[2]) - (p[0] - p[3])) / (12 * step);
    }

    /** For f = w x, P = weight (|w| - 1)^2 and dP/dw = 2 weight (|w| - 1) w / |w|, whatever the rows. */
    @Test
    void aStraightCriticByHand() {
        Learner critic = Network.of(2, new Dense(1)).model(Rng.seeded(1)).withWeights(new float[]{3, 4, 7}).learner();
        critic.gradients[2] = 0.5f;
        assertEquals(160, new GradientPenalty(10).add(critic, rows(6, 2, Rng.seeded(2))), 1e-4);
        assertArrayEquals(new float[]{48, 64, 0.5f}, critic.gradients, 1e-4f);
    }

    @Test
    void aFrozenCriticLearnsNothing() {
        Learner critic = Network.of(2, new Dense(1)).model(Rng.seeded(1)).withWeights(new float[]{3, 4, 7}).learner();
        critic.freeze(true);
        assertEquals(160, new GradientPenalty(10).add(critic, rows(6, 2, Rng.seeded(2))), 1e-4);
        assertArrayEquals(new float[3], critic.gradients);
    }

    /** Descent on the penalty alone leads to slopes of length 1. */
    @Test
    void slopesComeToOne() {
        Learner critic = Network.of(3, new Dense(16), Activation.TANH, new Dense(1)).model(Rng.seeded(1)).learner();
        Descent descent = new Descent(new Adam(0.01), critic);
        GradientPenalty penalty = new GradientPenalty(10);
        Tensor x = rows(32, 3, Rng.seeded(5));
        double first = penalty.add(critic, x);
        double last = first;
        for (int step = 0; step < 300; step++) {
            critic.clearGradients();
            last = penalty.add(critic, x);
            descent.step(1);
        }
        assertTrue(last < 0.05 * first, first + " -> " + last);
    }

    @Test
    void rowsBetweenLieOnTheLines() {
        Tensor a = Tensor.of(new float[][]{{0, 10}, {1, 1}});
        Tensor b = Tensor.of(new float[][]{{1, 20}, {1, 1}});
        Tensor x = GradientPenalty.between(a, b, Rng.seeded(1));
        assertTrue(x.get(0, 0) > 0 && x.get(0, 0) < 1);
        assertEquals(10 + 10 * x.get(0, 0), x.get(0, 1), 1e-5);
        assertArrayEquals(new float[]{1, 1}, x.row(1));
    }

    @Test
    void othersAreRefused() {
        GradientPenalty penalty = new GradientPenalty(10);
        Tensor x = rows(2, 3, Rng.seeded(1));
        assertEquals("layer 2 (dropout 0.5): a gradient penalty knows dense layers and activations only",
                assertThrows(IllegalArgumentException.class, () -> penalty.add(
                        Network.of(3, new Dense(4), new Dropout(0.5), new Dense(1)).model(Rng.seeded(1)).learner(), x))
                        .getMessage());
        assertEquals("a critic makes one number of a row, not 2", assertThrows(IllegalArgumentException.class,
                () -> penalty.add(Network.of(3, new Dense(2)).model(Rng.seeded(1)).learner(), x)).getMessage());
    }
}
