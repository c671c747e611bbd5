package matterbook.neurons;

import java.util.ArrayList;
import java.util.List;

import matterbook.nn.Activation;
import matterbook.nn.Conv2d;
import matterbook.nn.Dense;
import matterbook.nn.Initialiser;
import matterbook.nn.Network;
import matterbook.nn.Pool;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticConv2d;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Shape;
import matterbook.nn.Window;

/**
 * Two convolutions of 5 x 5, each followed by ReLU and pooling, and neurons that decide; those of second order start as
 * linear ones.
 *
 * @param first channels of the first convolution
 * @param second channels of the second
 * @param outputs the neurons at the end
 */
record ImageNetwork(boolean secondOrder, int first, int second, int outputs) {
    private static final int WINDOW = 5;
    private static final List<Double> RATES = List.of(0.001, 0.003, 0.01, 0.03);
    /** Of the quadratic part, in units of the other rate. */
    private static final List<Double> QUADRATIC_RATES = List.of(0.1, 1.0);

    static ImageNetwork secondOrder(int first, int second, int outputs) {
        return new ImageNetwork(true, first, second, outputs);
    }

    static ImageNetwork firstOrder(int first, int second, int outputs) {
        return new ImageNetwork(false, first, second, outputs);
    }

    /** @param quadraticRate the learning rate of the quadratic part in units of the other's */
    Network network(double quadraticRate) {
        Pool half = new Pool(Pool.Kind.MAX, 2);
        Shape patch = Shape.image(1, Patches.SIDE, Patches.SIDE);
        if (!secondOrder) {
            return Network.of(patch, new Conv2d(first, WINDOW), Activation.RELU, half, new Conv2d(second, WINDOW),
                    Activation.RELU, half, new Dense(outputs));
        }
        return Network.of(patch, convolution(first, quadraticRate), Activation.RELU, half,
                convolution(second, quadraticRate), Activation.RELU, half,
                new Quadratic(outputs, Initialiser.HE, QuadraticStart.RELINEAR, quadraticRate));
    }

    private static QuadraticConv2d convolution(int channels, double quadraticRate) {
        return new QuadraticConv2d(channels, new Window(WINDOW), Initialiser.HE, QuadraticStart.RELINEAR,
                quadraticRate);
    }

    int parameterCount() {
        return network(1).parameterCount();
    }

    /** The ways among which it may choose. */
    List<ImageWay> ways() {
        List<ImageWay> ways = new ArrayList<>();
        for (double rate : RATES) {
            for (double quadratic : secondOrder ? QUADRATIC_RATES : List.of(1.0)) {
                ways.add(new ImageWay(this, rate, quadratic));
            }
        }
        return ways;
    }

    /** {@code second order 10-60}. */
    String name() {
        return (secondOrder ? "second" : "first") + " order " + widths();
    }

    /** {@code 10-60}. */
    String widths() {
        return first + "-" + second;
    }
}
