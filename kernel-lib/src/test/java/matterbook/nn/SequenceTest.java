package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

/** States that sequences begin with and end with, and sequences step by step. */
class SequenceTest {
    private static final int STEPS = 5;
    private static final float NAN = Float.NaN;
    /** Products of other shapes add in another order. */
    private static final float ROUNDING = 1e-6f;

    private static final Tensor WORDS = Tensor
            .of(new float[][]{{1, 0, 2, 1, 2}, {2, 1, NAN, NAN, NAN}, {NAN, 0, NAN, 1, 0}});
    private static final Model MODEL = Network
            .of(STEPS, new Embedding(3, 4), new Lstm(6), new Dropout(0.5), new Lstm(5),
                    Activation.TANH, new EachStep(3))
            .model(Rng.seeded(2));

    private static LstmState state(int rows, int units, long seed) {
        double[][] h = new double[rows][units];
        double[][] c = new double[rows][units];
        Rng rng = Rng.seeded(seed);
        for (int i = 0; i < rows; i++) {
            rng.fillGaussian(h[i]);
            rng.fillGaussian(c[i]);
        }
        return new LstmState(Tensor.of(h), Tensor.of(c));
    }

    private static Tensor column(Tensor x, int from, int to) {
        Tape tape = new Tape();
        tape.infer();
        return tape.columns(x, from, to);
    }

    @Test
    void stepByStepIsTheWholePass() {
        Tensor whole = MODEL.predict(WORDS);
        StepPredictor steps = MODEL.stepPredictor();
        for (int t = 0; t < STEPS; t++) {
            assertArrayEquals(column(whole, 3 * t, 3 * t + 3).toArray(), steps.next(column(WORDS, t, t + 1)).toArray(),
                    ROUNDING, "step " + t);
        }
        steps.start();
        assertEquals(List.of(), steps.states());
        assertArrayEquals(column(whole, 0, 3).toArray(), steps.next(column(WORDS, 0, 1)).toArray(), ROUNDING);
    }

    @Test
    void stepByStepFromStatesIsTheWholePassFromThem() {
        List<LstmState> starts = List.of(state(3, 6, 1), state(3, 5, 2));
        Tape tape = new Tape();
        tape.infer();
        Unrolled whole = MODEL.learner().forward(tape, WORDS, starts);
        StepPredictor steps = MODEL.stepPredictor();
        steps.start(starts.get(0), starts.get(1));
        for (int t = 0; t < STEPS; t++) {
            assertArrayEquals(column(whole.output(), 3 * t, 3 * t + 3).toArray(),
                    steps.next(column(WORDS, t, t + 1)).toArray(), ROUNDING, "step " + t);
        }
        for (int k = 0; k < 2; k++) {
            assertArrayEquals(whole.ends().get(k).h().toArray(), steps.states().get(k).h().toArray(), ROUNDING);
            assertArrayEquals(whole.ends().get(k).c().toArray(), steps.states().get(k).c().toArray(), ROUNDING);
        }
        assertTrue(Math.abs(whole.output().get(0, 0) - MODEL.predict(WORDS).get(0, 0)) > 0.01, "the states matter");
    }

    /** The second half from where the first ended: one sequence in two pieces, with the same derivatives. */
    @Test
    void derivativesGoBackThroughStates() {
        Model whole = Network.of(new Shape(List.of(4, 2)), new Lstm(3, true), new Dense(1)).model(Rng.seeded(6));
        Model half = new Model(Network.of(new Shape(List.of(2, 2)), new Lstm(3, true), new Dense(1)), whole.weights());
        Tensor x = state(5, 8, 3).h();
        Tensor y = state(5, 1, 4).h();
        Learner one = whole.learner();
        Tape tape = new Tape();
        tape.learn(Rng.seeded(1));
        tape.backward(tape.meanSquaredError(one.forward(tape, x), y));
        Learner two = half.learner();
        Tape other = new Tape();
        other.learn(Rng.seeded(1));
        Unrolled first = two.forward(other, column(x, 0, 4), List.of());
        Unrolled second = two.forward(other, column(x, 4, 8), first.ends());
        other.backward(other.meanSquaredError(second.output(), y));
        assertArrayEquals(one.gradients, two.gradients, ROUNDING);
    }

    @Test
    void derivativesByTheFirstStateAreThoseOfDifferences() {
        Learner learner = Network.of(new Shape(List.of(3, 2)), new Lstm(4), new Dense(2)).model(Rng.seeded(6))
                .learner();
        Tensor x = state(3, 6, 3).h();
        x.value[0] = NAN;
        Tensor y = state(3, 2, 4).h();
        Tensor h = tracked(state(3, 4, 5).h());
        Tensor c = tracked(state(3, 4, 6).h());
        Tape tape = new Tape();
        tape.backward(loss(tape, learner, x, y, h, c));
        for (Tensor part : List.of(h, c)) {
            for (int i = 0; i < part.size(); i++) {
                float before = part.value[i];
                part.value[i] = before + 0.02f;
                double high = loss(tape, learner, x, y, h, c).scalar();
                part.value[i] = before - 0.02f;
                double low = loss(tape, learner, x, y, h, c).scalar();
                part.value[i] = before;
                assertEquals((high - low) / 0.04, Objects.requireNonNull(part.gradient)[i], 1e-4, "element " + i);
            }
        }
    }

    private static Tensor tracked(Tensor x) {
        return new Tensor(x.value, new float[x.size()], 0, x.rows, x.columns);
    }

    private static Tensor loss(Tape tape, Learner learner, Tensor x, Tensor y, Tensor h, Tensor c) {
        tape.learn(Rng.seeded(1));
        return tape.meanSquaredError(learner.forward(tape, x, List.of(new LstmState(h, c))).output(), y);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Tape tape = new Tape();
        tape.infer();
        Learner learner = MODEL.learner();
        assertMessage("a state for each of 2 LSTM layers is wanted, not 1",
                () -> learner.forward(tape, WORDS, List.of(state(3, 6, 1))));
        assertMessage("a state of 3 x 6 is wanted, not 2 x 6",
                () -> learner.forward(tape, WORDS, List.of(state(2, 6, 1), state(3, 5, 1))));
        Model dense = Network.of(STEPS, new Embedding(3, 4), new Lstm(6), new Dense(2)).model(Rng.seeded(1));
        assertMessage("layer 3 (dense 2 he) looks at several steps at once", dense::stepPredictor);
        Model image = Network.of(Shape.image(1, 4, 4), new Dense(2)).model(Rng.seeded(1));
        assertMessage("a sequence (steps, or steps x features) is wanted, not 1 x 4 x 4", image::stepPredictor);
    }

    /** With as many words in the batch as there are, an LSTM reads words; with fewer, their vectors. */
    @Test
    void wordsAndTheirVectorsAreTheSame() {
        Model model = Network.of(4, new Embedding(9, 3), new Lstm(5, true), new Dense(2)).model(Rng.seeded(8));
        Tensor many = Tensor.of(new float[][]{{8, 0, NAN, 3}, {1, 1, 7, NAN}, {NAN, 5, 2, 4}});
        Tensor together = model.predict(many);
        Learner all = model.learner();
        Learner each = model.learner();
        Tape tape = new Tape();
        tape.learn(Rng.seeded(1));
        tape.backward(tape.mean(all.forward(tape, many)));
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(together.row(i), model.predict(many.rows(i, i + 1)).row(0), ROUNDING);
            tape.learn(Rng.seeded(1));
            tape.backward(tape.scale(1 / 3.0, tape.mean(each.forward(tape, many.rows(i, i + 1)))));
        }
        assertArrayEquals(all.gradients, each.gradients, ROUNDING);
    }

    private static void assertMessage(String message, Runnable wrong) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
    }
}
