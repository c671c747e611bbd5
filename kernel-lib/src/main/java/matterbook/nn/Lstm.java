package matterbook.nn;

import java.util.List;

import matterbook.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory (S. Hochreiter and J. Schmidhuber, Neural Comput. 9, 1735 (1997), with the forget gate of Gers et
 * al., ICANN 1999) along a sequence of {@code steps x features}, from a state of zeros or another (see
 * {@link Learner#forward(Tape, Tensor, List)}):
 *
 * <pre>
 * i, f, o = sigmoid(x W + h U + b), g = tanh(x W + h U + b), c := f c + i g, h := o tanh(c)
 * </pre>
 *
 * <p>At a step whose first number is NaN there is no input: c and h stay as they were, so the last h of a sequence that is
 * shorter than others is that of its own last step.
 *
 * @param last whether only the last h comes out, or that of every step
 */
public record Lstm(int units, boolean last) implements Layer {
    static final int GATES = 4;

    public Lstm {
        Require.positive(units, "the number of units");
    }

    /** With the h of every step. */
    public Lstm(int units) {
        this(units, false);
    }

    @Override
    public Shape output(Shape input) {
        Require.that(input.sides().size() == 2, "a sequence (steps x features) is wanted, not " + input);
        return last ? Shape.of(units) : new Shape(List.of(input.sides().getFirst(), units));
    }

    /** Columns are those of i, f, o and g, one after another. */
    @Override
    public List<Parameter> parameters(Shape input) {
        Start start = new Start.Uniform(1 / Math.sqrt(units));
        return List.of(new Parameter("input", input.sides().getLast(), GATES * units, start),
                new Parameter("state", units, GATES * units, start),
                new Parameter("bias", 1, GATES * units, new Start.Constant(0)));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        LstmInputs inputs = LstmInputs.Numbers.of(tape, x, parameters.get(0), parameters.get(2));
        return unroll(tape, parameters, input, inputs, null).output();
    }

    /**
     * The layer from a state on.
     *
     * @param start none for zeros
     * @return what comes out, and the state after the last step
     */
    Unrolled unroll(Tape tape, List<Tensor> parameters, Shape input, LstmInputs inputs, @Nullable LstmState start) {
        LstmPass pass = new LstmPass(tape, inputs, parameters.get(1), input.sides().getFirst(), start);
        Tensor all = pass.forward();
        LstmState end = pass.end();
        return new Unrolled(last ? end.h() : all, List.of(end));
    }
}
