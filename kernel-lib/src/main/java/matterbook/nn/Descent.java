package matterbook.nn;

import java.util.ArrayList;
import java.util.List;

/** An {@link Optimiser} at work on one {@link Learner}: holds what the optimiser remembers. */
public final class Descent {
    private final Optimiser optimiser;
    private final Learner learner;
    private final List<Stretch> stretches = new ArrayList<>();
    final float[][] memory;
    long steps;

    /** Neighbouring weights with the same rate. */
    private record Stretch(int from, int to, double rate) {}

    public Descent(Optimiser optimiser, Learner learner) {
        this.optimiser = optimiser;
        this.learner = learner;
        memory = new float[optimiser.memories()][learner.weights.length];
        int at = 0;
        for (List<Parameter> layer : learner.network().parameters()) {
            for (Parameter parameter : layer) {
                add(at, at + parameter.size(), parameter.rate());
                at += parameter.size();
            }
        }
    }

    private void add(int from, int to, double rate) {
        if (!stretches.isEmpty() && stretches.getLast().rate() == rate) {
            Stretch last = stretches.removeLast();
            stretches.add(new Stretch(last.from(), to, rate));
        } else {
            stretches.add(new Stretch(from, to, rate));
        }
    }

    /**
     * Moves the learner's weights along their gradients.
     *
     * @param factor of the optimiser's learning rate
     */
    public void step(double factor) {
        steps++;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch part = stretches.get(i);
            optimiser.update(learner.weights, learner.gradients, memory, part.from(), part.to(), steps,
                    factor * part.rate() * optimiser.rate());
        }
    }

    /** How many steps were made. */
    public long steps() {
        return steps;
    }
}
