package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;

/**
 * Convolution by second-order neurons: {@link Quadratic} applied to the pixels in the window, at each of its places.
 *
 * @param quadraticRate the learning rate of wg, bg, wb and c in units of the others'
 */
public record QuadraticConv2d(int channels, Window window, Initialiser initialiser, QuadraticStart start,
        double quadraticRate) implements Layer {
    public QuadraticConv2d {
        Require.positive(channels, "the number of channels");
        Objects.requireNonNull(window);
        Objects.requireNonNull(initialiser);
        Objects.requireNonNull(start);
        Require.positive(quadraticRate, "the rate of the quadratic part");
    }

    /** As {@link Conv2d#Conv2d(int, int)}, beginning as {@link Quadratic#Quadratic(int)} does. */
    public QuadraticConv2d(int channels, int size) {
        this(channels, new Window(size), Initialiser.HE, QuadraticStart.RELINEAR, 0.1);
    }

    @Override
    public Shape output(Shape input) {
        Unfolding unfolding = Unfolding.of(input, window);
        return Shape.image(channels, unfolding.down(), unfolding.across());
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return new Quadratic(channels, initialiser, start, quadraticRate)
                .parameters(Shape.of(Unfolding.of(input, window).pixels()));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return Convolutions.quadratic(tape, Unfolding.of(input, window), x, parameters);
    }
}
