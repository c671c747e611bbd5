package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

import matterbook.core.Rng;
import matterbook.nn.blas.JavaBlas;
import org.junit.jupiter.api.Test;

/** Operations that no layer uses, and the tape's own rules. */
class TapeTest {
    private static final float H = 0.01f;

    private static Tensor leaf(float... values) {
        return new Tensor(values, new float[values.length], 0, 2, values.length / 2);
    }

    /** The mean of the squares of what an operation makes, against differences. */
    private static void check(BiFunction<Tape, Tensor, Tensor> operation) {
        Tensor x = leaf(0.3f, -1.2f, 0.8f, 0.5f, 1.1f, -0.4f);
        Tape tape = new Tape(new JavaBlas());
        tape.backward(loss(tape, x, operation));
        for (int i = 0; i < x.size(); i++) {
            float before = x.value[i];
            x.value[i] = before + H;
            double high = loss(tape, x, operation).scalar();
            x.value[i] = before - H;
            double low = loss(tape, x, operation).scalar();
            x.value[i] = before;
            assertEquals((high - low) / (2 * H), x.gradient(i / 3, i % 3), 2e-4, "element " + i);
        }
    }

    private static Tensor loss(Tape tape, Tensor x, BiFunction<Tape, Tensor, Tensor> operation) {
        tape.learn(Rng.seeded(1));
        Tensor y = operation.apply(tape, x);
        return tape.mean(tape.multiply(y, y));
    }

    @Test
    void derivativesOfAllOperations() {
        Tensor other = Tensor.of(new float[][]{{1, 2, -1}, {0.5f, 0, 3}});
        List<BiFunction<Tape, Tensor, Tensor>> operations = List.of((t, x) -> x, (t, x) -> t.add(x, other),
                (t, x) -> t.subtract(other, x), (t, x) -> t.multiply(x, other), (t, x) -> t.multiply(x, x),
                (t, x) -> t.scale(-1.5, x), (t, x) -> t.concatenate(x, t.concatenate(other, x)),
                (t, x) -> t.columns(x, 1, 3), (t, x) -> t.multiply(t.normalise(x), other),
                (t, x) -> t.multiply(t.softmax(x), other), (t, x) -> t.reshape(x, 2),
                (t, x) -> t.dropout(0.5, x), (t, x) -> t.apply(Activation.TANH, t.columns(x, 0, 2)));
        operations.forEach(TapeTest::check);
    }

    @Test
    void aTensorUsedTwiceCollectsBothDerivatives() {
        Tensor x = leaf(3, 4);
        Tape tape = new Tape();
        tape.learn(Rng.seeded(1));
        tape.backward(tape.mean(tape.add(tape.multiply(x, x), x))); // (2 x + 1) / 2
        assertEquals(3.5, x.gradient(0, 0));
        assertEquals(4.5, x.gradient(1, 0));
    }

    @Test
    void arraysAreUsedAgain() {
        Tape tape = new Tape();
        Tensor x = leaf(1, 2, 3, 4);
        tape.learn(Rng.seeded(1));
        Tensor first = tape.scale(2, x);
        tape.infer();
        Tensor second = tape.scale(3, x.rows(0, 1));
        assertSame(first, second);
        assertEquals(6, second.get(0, 1));
        assertEquals(1, second.rows());
    }

    @Test
    void nothingIsWrittenDownWhileInferring() {
        Tape tape = new Tape();
        tape.infer();
        Tensor loss = tape.mean(leaf(1, 2));
        assertEquals("nothing that can be learned leads to this loss",
                assertThrows(IllegalArgumentException.class, () -> tape.backward(loss)).getMessage());
    }

    @Test
    void dropoutKeepsTheMean() {
        float[] ones = new float[20_000];
        Arrays.fill(ones, 1);
        Tape tape = new Tape();
        tape.learn(Rng.seeded(4));
        Tensor x = Tensor.wrap(100, 200, ones);
        double mean = tape.mean(tape.dropout(0.25, x)).scalar();
        // deviation of the mean sqrt(0.25 / 0.75 / 20000) = 0.0041; 4 sigma fails 1 in 16,000, with this seed never
        assertEquals(1, mean, 4 * 0.0041);
        tape.infer();
        assertSame(x, tape.dropout(0.25, x));
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        Tape tape = new Tape();
        tape.infer();
        Tensor x = Tensor.zeros(2, 3);
        assertMessage("rows of 3 numbers meet a matrix for 4",
                () -> tape.linear(x, Tensor.zeros(4, 2), Tensor.zeros(1, 2)));
        assertMessage("a row of 2 numbers is to be added, not 1 x 3",
                () -> tape.linear(x, Tensor.zeros(3, 2), Tensor.zeros(1, 3)));
        assertMessage("two tensors of the same shape are wanted, not 2 x 3 and 3 x 2",
                () -> tape.add(x, Tensor.zeros(3, 2)));
        assertMessage("the 6 numbers of 2 x 3 do not fill rows of 4", () -> tape.reshape(x, 4));
        assertMessage("no columns 2 to 4 in 2 x 3", () -> tape.columns(x, 2, 4));
        assertMessage("a class is a whole number from 0 to 2, not 3.0",
                () -> tape.softmaxCrossEntropy(x, Tensor.column(0, 3)));
        assertMessage("a target of binary cross-entropy lies between 0 and 1, not 2.0",
                () -> tape.binaryCrossEntropy(x, Tensor.of(new float[][]{{0, 1, 2}, {0, 0, 0}})));
        assertMessage("one number is wanted, not 2 x 3", () -> tape.backward(x));
    }

    /** A second loss would find nothing to play: half of what a critic is to learn. */
    @Test
    void aTapeIsPlayedBackOnce() {
        Learner learner = Network.of(3, new Dense(1)).model(Rng.seeded(1)).learner();
        Tape tape = new Tape();
        tape.learn(Rng.seeded(2));
        Tensor loss = tape.mean(learner.forward(tape, Tensor.zeros(2, 3)));
        tape.backward(loss);
        assertMessage("this tape has been played back already: add the losses up, or begin anew with learn",
                () -> tape.backward(loss));
    }

    private static void assertMessage(String message, Runnable wrong) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
    }
}
