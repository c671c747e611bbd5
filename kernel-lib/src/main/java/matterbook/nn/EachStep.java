package matterbook.nn;

import java.util.List;

import matterbook.core.Require;

/** The same {@link Dense} layer applied to every step of a sequence of {@code steps x features}. */
public record EachStep(Dense dense) implements Layer {
    /** With so many outputs a step and weights for what is not rectified afterwards. */
    public EachStep(int units) {
        this(new Dense(units, Initialiser.XAVIER));
    }

    @Override
    public Shape output(Shape input) {
        Require.that(input.sides().size() == 2, "a sequence (steps x features) is wanted, not " + input);
        return new Shape(List.of(input.sides().getFirst(), dense.units()));
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return dense.parameters(features(input));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        Shape features = features(input);
        Tensor y = dense.apply(tape, parameters, features, tape.reshape(x, features.size()));
        return tape.reshape(y, input.sides().getFirst() * dense.units());
    }

    private static Shape features(Shape input) {
        return Shape.of(input.sides().getLast());
    }
}
