package matterbook.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import matterbook.core.Digits;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * Derivatives from the tape against differences of the loss, parameter by parameter.
 *
 * <p>The difference is that of fourth order, (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12 h with h = 0.02: in single
 * precision its error is about 1e-5 of the loss, so a derivative that is right passes 0.01 unless all of a parameter's
 * derivatives nearly vanish or a ReLU bends within 2h.
 *
 * @param parts one for the inputs, unless they are words, and one for each parameter
 */
public record GradientCheck(List<Part> parts) {
    private static final float STEP = 0.02f;

    /**
     * The distance of both derivatives in units of the sum of their lengths: 0 if they agree, 1 if they have nothing in
     * common.
     */
    public record Part(String name, double error) {}

    public GradientCheck {
        parts = List.copyOf(parts);
    }

    /**
     * Checks a model with a loss on samples.
     *
     * @param seed decides what dropout leaves out, the same at each evaluation
     */
    public static GradientCheck of(Model model, Loss loss, Examples samples, long seed) {
        Learner learner = model.learner();
        Tape tape = new Tape();
        Tensor x = new Tensor(samples.x().toArray(), new float[samples.x().size()], 0, samples.x().rows(),
                samples.x().columns());
        Function<Tape, Tensor> forward = t -> {
            t.learn(Rng.seeded(seed));
            return loss.of(t, learner.forward(t, x), samples.y());
        };
        tape.backward(forward.apply(tape));
        List<Part> parts = new ArrayList<>();
        if (!(model.network().layers().getFirst() instanceof Embedding)) {
            parts.add(compare("input", x, tape, forward));
        }
        List<List<Parameter>> parameters = model.network().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            for (int j = 0; j < parameters.get(i).size(); j++) {
                parts.add(compare("layer " + (i + 1) + " " + parameters.get(i).get(j).name(),
                        learner.parameters(i).get(j), tape, forward));
            }
        }
        return new GradientCheck(parts);
    }

    private static Part compare(String name, Tensor tensor, Tape tape, Function<Tape, Tensor> forward) {
        double distance = 0;
        double taped = 0;
        double differenced = 0;
        for (int i = 0; i < tensor.size(); i++) {
            Stop.check();
            double own = tensor.gradient(i / tensor.columns, i % tensor.columns);
            double other = difference(tensor.value, tensor.start + i, tape, forward);
            distance += (own - other) * (own - other);
            taped += own * own;
            differenced += other * other;
        }
        double lengths = Math.sqrt(taped) + Math.sqrt(differenced);
        return new Part(name, lengths == 0 ? 0 : Math.sqrt(distance) / lengths);
    }

    private static double difference(float[] values, int at, Tape tape, Function<Tape, Tensor> forward) {
        float before = values[at];
        double[] f = new double[4];
        float[] steps = {2 * STEP, STEP, -STEP, -2 * STEP};
        for (int k = 0; k < steps.length; k++) {
            values[at] = before + steps[k];
            f[k] = forward.apply(tape).scalar();
        }
        values[at] = before;
        return (8 * (f[1] - f[2]) - (f[0] - f[3])) / (12 * STEP);
    }

    /** The greatest error of all parts. */
    public double error() {
        return parts.stream().mapToDouble(Part::error).max().orElse(0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.name()).append(": ").append(Digits.of(part.error(), 2)).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
