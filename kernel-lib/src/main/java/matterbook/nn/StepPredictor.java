package matterbook.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * Sequences step by step: each call takes the next step of every sequence and goes on from what the network remembers, so
 * that what came out can decide what goes in next.
 *
 * <pre>{@code
 * var steps = model.stepPredictor();
 * Tensor logits = steps.next(words);
 * }</pre>
 *
 * <p>Within rounding it gives what the whole sequence at once gives. One belongs to one thread.
 */
public final class StepPredictor {
    private final Learner learner;
    private final Tape tape = new Tape();
    private List<LstmState> states = List.of();

    /** @throws IllegalArgumentException if a layer looks at several steps */
    StepPredictor(Model model) {
        Network all = model.network();
        List<Integer> sides = all.input().sides();
        Require.that(sides.size() <= 2, "a sequence (steps, or steps x features) is wanted, not " + all.input());
        List<Integer> oneStep = Stream.concat(Stream.of(1), sides.stream().skip(1)).toList();
        Network network = new Network(new Shape(oneStep), all.layers());
        List<List<Parameter>> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Require.that(!(all.layers().get(i) instanceof Recurrent), "layer " + (i + 1) + " ("
                    + LayerText.of(all.layers().get(i)) + ") begins from zeros at each call: only an LSTM goes on");
            Require.that(sizes(parameters.get(i)).equals(sizes(all.parameters().get(i))),
                    "layer " + (i + 1) + " (" + LayerText.of(all.layers().get(i)) + ") looks at several steps at once");
        }
        learner = new Learner(new Model(network, model.weights()));
    }

    private static List<Integer> sizes(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::size).toList();
    }

    /** Begins anew from these states, which are copied: one for each {@link Lstm}, in their order; none at all for zeros. */
    public void start(LstmState... others) {
        states = copies(List.of(others));
    }

    /** What the network remembers now; empty before the first step from zeros. */
    public List<LstmState> states() {
        return copies(states);
    }

    /** What comes out for the next step, a row for each sequence, in a new tensor. */
    public Tensor next(Tensor x) {
        Stop.check();
        tape.infer();
        Unrolled unrolled = learner.forward(tape, x, states);
        states = copies(unrolled.ends());
        Tensor y = unrolled.output();
        return Tensor.wrap(y.rows, y.columns, y.toArray());
    }

    private static List<LstmState> copies(List<LstmState> states) {
        List<LstmState> copies = new ArrayList<>();
        for (LstmState state : states) {
            copies.add(state.copy());
        }
        return List.copyOf(copies);
    }
}
