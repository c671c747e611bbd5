package matterbook.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * Neurons that see, at each step of a sequence of {@code steps x features}, the numbers of that step and what they said at the
 * step before, from zeros on:
 *
 * <pre>
 * h := tanh(neurons(z)),  z = x and h side by side
 * </pre>
 *
 * <p>With {@link Dense} neurons that is the plain recurrent network (J. L. Elman, Cognitive Science 14, 179 (1990)); with
 * {@link Quadratic} ones it is of second order, h := tanh((z Wr + br) (z Wg + bg) + z^2 Wb + c), whose products let what comes
 * in decide what becomes of what is remembered.
 *
 * <p>At a step whose first number is NaN there is no input and h stays as it was, as in {@link Lstm}.
 *
 * @param last whether only the last h comes out, or that of every step
 */
public record Recurrent(Layer neurons, boolean last) implements Layer {
    public Recurrent {
        units(neurons);
    }

    private static int units(Layer neurons) {
        return switch (neurons) {
            case Dense dense -> dense.units();
            case Quadratic quadratic -> quadratic.units();
            default -> throw new IllegalArgumentException(
                    "neurons that recur are dense or quadratic, not " + LayerText.of(neurons));
        };
    }

    @Override
    public Shape output(Shape input) {
        Require.that(input.sides().size() == 2, "a sequence (steps x features) is wanted, not " + input);
        int units = units(neurons);
        return last ? Shape.of(units) : new Shape(List.of(input.sides().getFirst(), units));
    }

    /** Those of the neurons: the rows of x, then those of h. */
    @Override
    public List<Parameter> parameters(Shape input) {
        return neurons.parameters(seen(input));
    }

    private Shape seen(Shape input) {
        return Shape.of(input.sides().getLast() + units(neurons));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        int features = input.sides().getLast();
        Tensor h = Tensor.zeros(x.rows, units(neurons));
        List<Tensor> all = new ArrayList<>();
        for (int t = 0; t < input.sides().getFirst(); t++) {
            Stop.check();
            Tensor step = tape.columns(x, t * features, (t + 1) * features);
            boolean[] absent = clean(step);
            Tensor fresh = tape.apply(Activation.TANH,
                    neurons.apply(tape, parameters, seen(input), tape.concatenate(step, h)));
            h = keep(tape, absent, h, fresh);
            all.add(h);
        }
        return last ? h : join(tape, all);
    }

    /** Sets rows without input to 0; which they are. */
    private static boolean[] clean(Tensor step) {
        boolean[] absent = new boolean[step.rows];
        for (int i = 0; i < step.rows; i++) {
            int at = step.start + i * step.columns;
            absent[i] = Float.isNaN(step.value[at]);
            if (absent[i]) {
                Arrays.fill(step.value, at, at + step.columns, 0);
            }
        }
        return absent;
    }

    /** The old h in these rows, the fresh one in the others. */
    private static Tensor keep(Tape tape, boolean[] rows, Tensor old, Tensor fresh) {
        if (IntStream.range(0, rows.length).noneMatch(i -> rows[i])) {
            return fresh;
        }
        Tensor kept = Tensor.zeros(old.rows, old.columns);
        Tensor others = Tensor.zeros(old.rows, old.columns);
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill((rows[i] ? kept : others).value, i * old.columns, (i + 1) * old.columns, 1);
        }
        return tape.add(tape.multiply(kept, old), tape.multiply(others, fresh));
    }

    /** Side by side: by halves, so that no number is copied often. */
    private static Tensor join(Tape tape, List<Tensor> parts) {
        int half = parts.size() / 2;
        return half == 0
                ? parts.getFirst()
                : tape.concatenate(join(tape, parts.subList(0, half)), join(tape, parts.subList(half, parts.size())));
    }
}
