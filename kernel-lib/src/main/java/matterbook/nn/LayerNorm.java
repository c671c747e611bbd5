package matterbook.nn;

import java.util.List;

/**
 * Each row shifted and scaled to mean 0 and variance 1 (of which 1e-5 is added), then times a gain plus a shift that are
 * learned (Ba, Kiros and Hinton, arXiv:1607.06450).
 */
public record LayerNorm() implements Layer {
    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(new Parameter("gain", 1, input.size(), new Start.Constant(1)),
                new Parameter("shift", 1, input.size(), new Start.Constant(0)));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return tape.layerNorm(x, parameters.get(0), parameters.get(1));
    }
}
