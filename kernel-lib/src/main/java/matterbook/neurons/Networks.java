package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import matterbook.core.Require;
import matterbook.nn.Activation;
import matterbook.nn.Dense;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Shape;
import matterbook.nn.Shortcut;
import matterbook.nn.Tape;
import matterbook.nn.Tensor;
import matterbook.nn.blas.JavaBlas;

/** Networks by their widths, as the paper writes them: 2, 20, 20, 1 has two inputs, two hidden layers and one output. */
public final class Networks {
    private Networks() {}

    /** Second-order neurons, tanh between layers, a logit comes out. They start as linear ones (ReLinear). */
    public static Network quadratic(int... widths) {
        return quadratic(QuadraticStart.RELINEAR, 1, widths);
    }

    /**
     * The same with another start.
     *
     * @param quadraticRate the learning rate of the quadratic part in units of the other's
     */
    public static Network quadratic(QuadraticStart start, double quadraticRate, int... widths) {
        return stack(n -> new Quadratic(n, Initialiser.XAVIER, start, quadraticRate), Activation.TANH, false, widths);
    }

    /** First-order neurons, tanh between layers, a logit comes out. */
    public static Network firstOrder(int... widths) {
        return stack(n -> new Dense(n, Initialiser.XAVIER), Activation.TANH, false, widths);
    }

    /** Second-order neurons as in the paper: sigmoid after every layer (eq. 3), all weights drawn alike. */
    public static Network quadraticAsPrinted(int... widths) {
        return quadraticAsPrinted(QuadraticStart.RANDOM, widths);
    }

    /** The same with another start. */
    public static Network quadraticAsPrinted(QuadraticStart start, int... widths) {
        return stack(n -> new Quadratic(n, Initialiser.XAVIER, start, 1), Activation.SIGMOID, true, widths);
    }

    /** First-order neurons with sigmoid after every layer. */
    public static Network firstOrderAsPrinted(int... widths) {
        return stack(n -> new Dense(n, Initialiser.XAVIER), Activation.SIGMOID, true, widths);
    }

    /**
     * First-order neurons, each of which sees the inputs and all layers before its own; tanh between layers, a logit comes out.
     */
    public static Network withShortcuts(int... widths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length - 1; i++) {
            layers.add(new Shortcut(new Dense(widths[i], Initialiser.XAVIER), Activation.TANH));
        }
        layers.add(new Dense(widths[widths.length - 1], Initialiser.XAVIER));
        return new Network(Shape.of(widths[0]), layers);
    }

    /** What comes out for these rows; products in plain Java, so that the digits are the same on every machine. */
    static Tensor predict(Model model, Tensor x) {
        Tape tape = new Tape(new JavaBlas());
        tape.infer();
        return model.learner().forward(tape, x);
    }

    /** {@code 2-20-20-1}. */
    static String name(int... widths) {
        return Arrays.stream(widths).mapToObj(String::valueOf).collect(Collectors.joining("-"));
    }

    private static Network stack(IntFunction<Layer> neurons, Activation between, boolean atTheEnd, int... widths) {
        Require.that(widths.length >= 2, "a network has at least inputs and outputs, not " + name(widths));
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            layers.add(neurons.apply(widths[i]));
            if (i < widths.length - 1 || atTheEnd) {
                layers.add(between);
            }
        }
        return new Network(Shape.of(widths[0]), layers);
    }
}
