package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;

/**
 * Convolution of images: at each place of the window, each channel that comes out is a weighted sum of all pixels in the
 * window, of all channels, plus a bias. Weights: a row for each channel and pixel of the window, a column for each channel
 * that comes out.
 */
public record Conv2d(int channels, Window window, Initialiser initialiser) implements Layer {
    public Conv2d {
        Require.positive(channels, "the number of channels");
        Objects.requireNonNull(window);
        Objects.requireNonNull(initialiser);
    }

    /** A window of {@code size} x {@code size} pixels at all places inside of the image, weights for ReLU. */
    public Conv2d(int channels, int size) {
        this(channels, new Window(size), Initialiser.HE);
    }

    @Override
    public Shape output(Shape input) {
        Unfolding unfolding = Unfolding.of(input, window);
        return Shape.image(channels, unfolding.down(), unfolding.across());
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        int pixels = Unfolding.of(input, window).pixels();
        return List.of(new Parameter("weight", pixels, channels, initialiser.start(pixels, channels)),
                new Parameter("bias", 1, channels, new Start.Constant(0)));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return Convolutions.linear(tape, Unfolding.of(input, window), x, parameters.get(0), parameters.get(1));
    }
}
