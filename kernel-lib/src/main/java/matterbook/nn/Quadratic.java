package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;

/**
 * Second-order neurons (F. Fan, W. Cong, G. Wang, Int. J. Numer. Meth. Biomed. Engng. 34, e2920 (2018)):
 * net = (x Wr + br) (x Wg + bg) + x^2 Wb + c, products and squares element by element. Three times the weights of a
 * {@link Dense} layer.
 *
 * @param start how it begins
 * @param quadraticRate the learning rate of Wg, bg, Wb and c in units of the others'
 */
public record Quadratic(int units, Initialiser initialiser, QuadraticStart start, double quadraticRate)
        implements
            Layer {
    public Quadratic {
        Require.positive(units, "the number of units");
        Objects.requireNonNull(initialiser);
        Objects.requireNonNull(start);
        Require.positive(quadraticRate, "the rate of the quadratic part");
    }

    /** With {@link QuadraticStart#RELINEAR} and a quadratic part that learns at a tenth of the rate. */
    public Quadratic(int units) {
        this(units, Initialiser.HE, QuadraticStart.RELINEAR, 0.1);
    }

    @Override
    public Shape output(Shape input) {
        return Shape.of(units);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        int inputs = input.size();
        Start weights = initialiser.start(inputs, units);
        Start zero = new Start.Constant(0);
        boolean linear = start == QuadraticStart.RELINEAR;
        return List.of(new Parameter("wr", inputs, units, weights), new Parameter("br", 1, units, zero),
                new Parameter("wg", inputs, units, linear ? zero : weights, quadraticRate),
                new Parameter("bg", 1, units, linear ? new Start.Constant(1) : zero, quadraticRate),
                new Parameter("wb", inputs, units, linear ? zero : weights, quadraticRate),
                new Parameter("c", 1, units, zero, quadraticRate));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return Products.quadratic(tape, x, parameters);
    }
}
