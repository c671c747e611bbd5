package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;

/** Every output is a weighted sum of all inputs plus a bias: y = x W + b. The numbers of a row are taken as one vector. */
public record Dense(int units, Initialiser initialiser) implements Layer {
    public Dense {
        Require.positive(units, "the number of units");
        Objects.requireNonNull(initialiser);
    }

    /** With weights that suit ReLU ({@link Initialiser#HE}). */
    public Dense(int units) {
        this(units, Initialiser.HE);
    }

    @Override
    public Shape output(Shape input) {
        return Shape.of(units);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        int inputs = input.size();
        return List.of(new Parameter("weight", inputs, units, initialiser.start(inputs, units)),
                new Parameter("bias", 1, units, new Start.Constant(0)));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return tape.linear(x, parameters.get(0), parameters.get(1));
    }
}
