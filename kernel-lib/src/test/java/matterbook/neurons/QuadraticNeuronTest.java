package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.nn.Initialiser;
import matterbook.nn.Learner;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Tape;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import org.junit.jupiter.api.Test;

class QuadraticNeuronTest {
    private static final QuadraticNeuron NEURON = new QuadraticNeuron(new double[]{0.5, -1}, 2, new double[]{3, 0.25},
            -1,
            new double[]{-0.5, 1.5}, 0.75);

    @Test
    void addsItsParts() {
        assertEquals(1, NEURON.r(2, 2));
        assertEquals(5.5, NEURON.g(2, 2));
        assertEquals(4.75, NEURON.b(2, 2));
        assertEquals(10.25, NEURON.net(2, 2));
        assertEquals("((0.5, -1)·x + 2) ((3, 0.25)·x + -1) + (-0.5, 1.5)·x² + 0.75", NEURON.toString());
        assertArrayEquals(NEURON.parameters(), QuadraticNeuron.of(NEURON.parameters()).parameters());
    }

    @Test
    void isItsFormSlopeAndConstant() {
        double[] x = {0.3, -1.7};
        double[][] a = NEURON.form();
        double sum = NEURON.constant();
        for (int i = 0; i < 2; i++) {
            sum += NEURON.slope()[i] * x[i];
            for (int j = 0; j < 2; j++) {
                sum += a[i][j] * x[i] * x[j];
            }
        }
        assertEquals(NEURON.net(x), sum, 1e-14);
    }

    @Test
    void onlyTheCorrectedEquationsAreDerivatives() {
        Findings findings = new EquationStudy(20).run(Memory.none());
        for (Claim claim : findings.claims()) {
            assertEquals(Claim.Verdict.FAILS, claim.verdict(), claim.id());
        }
        for (List<String> row : findings.tables().getFirst().rows()) {
            assertTrue(Double.parseDouble(row.get(1)) < 1e-8 && Double.parseDouble(row.get(3)) < 1e-8, row.toString());
            assertTrue(Double.parseDouble(row.get(4)) > 0.1, row.toString());
        }
        // with one input the sum of eq. 9 has one term
        assertTrue(Double.parseDouble(findings.tables().getFirst().rows().getFirst().get(2)) < 1e-8);
    }

    @Test
    void theTapeFollowsTheCorrectedEquations() {
        Model model = Network.of(3, new Quadratic(2, Initialiser.LECUN, QuadraticStart.RANDOM, 1)).model(Rng.seeded(4));
        double[] x = {0.5, -1.25, 2};
        Learner learner = model.learner();
        Tape tape = new Tape();
        tape.learn(Rng.seeded(1));
        Tensor y = learner.forward(tape, Tensor.of(new double[][]{x}));
        tape.backward(tape.mean(tape.columns(y, 1, 2)));
        QuadraticNeuron neuron = QuadraticNeuron.of(model, 0, 1);
        assertEquals(neuron.net(x), y.get(0, 1), 1e-5);
        double[] expected = neuron.gradient(x);
        int at = 0;
        for (Tensor parameter : learner.parameters(0)) {
            for (int i = 0; i < parameter.rows(); i++) {
                assertEquals(expected[at++], parameter.gradient(i, 1), 1e-5);
                assertEquals(0, parameter.gradient(i, 0));
            }
        }
        assertEquals(12, at);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("wr, wg and wb need one number for each input, not 2, 1 and 2",
                assertThrows(IllegalArgumentException.class,
                        () -> new QuadraticNeuron(new double[2], 0, new double[1], 0,
                                new double[2], 0))
                        .getMessage());
        assertEquals("this neuron has 2 inputs, not 3",
                assertThrows(IllegalArgumentException.class, () -> NEURON.net(1, 2, 3)).getMessage());
        assertEquals("a neuron of n inputs has 3 n + 3 parameters, not 7",
                assertThrows(IllegalArgumentException.class, () -> QuadraticNeuron.of(new double[7])).getMessage());
        Model linear = Networks.firstOrder(2, 1).model(Rng.seeded(1));
        assertEquals("layer 0 is no quadratic one: Dense[units=1, initialiser=XAVIER]",
                assertThrows(IllegalArgumentException.class, () -> QuadraticNeuron.of(linear, 0, 0)).getMessage());
    }
}
