package matterbook.neurons;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.nn.Descent;
import matterbook.nn.Learner;
import matterbook.nn.Model;
import matterbook.nn.Examples;
import matterbook.nn.Tape;
import matterbook.nn.Tensor;
import matterbook.nn.blas.JavaBlas;

/** A network on its way from one random start. */
final class Pupil {
    private final Recipe recipe;
    private final Examples all;
    private final long seed;
    private final Rng rng;
    private final Learner learner;
    private final Descent descent;
    private final Tape tape = new Tape(new JavaBlas());
    private Examples seen;
    private Tensor output;
    private int iterations;
    private int right;

    Pupil(Recipe recipe, Examples samples, long seed) {
        this.recipe = recipe;
        this.seed = seed;
        all = samples;
        seen = samples;
        rng = Rng.seeded(seed);
        learner = recipe.network().model(rng).learner();
        descent = new Descent(recipe.optimiser(), learner);
        output = look();
    }

    /** From now on the first so many samples count. */
    void see(int samples) {
        if (seen.size() != samples) {
            seen = new Examples(all.x().rows(0, samples), all.y().rows(0, samples));
            output = look();
        }
    }

    /** One pass forward, with which {@link #solved} answers and {@link #step} goes on. */
    private Tensor look() {
        Stop.check();
        tape.learn(rng);
        Tensor y = learner.forward(tape, seen.x());
        right = recipe.right(y, seen.y());
        return y;
    }

    /**
     * One step along the gradient. As E is a sum over points (eq. 5) and losses here are means, the step is in proportion to
     * the points seen.
     */
    void step() {
        Tensor loss = recipe.loss().of(tape, output, seen.y());
        learner.clearGradients();
        tape.backward(loss);
        descent.step((double) seen.size() / all.size());
        iterations++;
        output = look();
    }

    boolean solved() {
        return right == seen.size();
    }

    int iterations() {
        return iterations;
    }

    int right() {
        return right;
    }

    Model model() {
        return learner.model();
    }

    Learned learned() {
        return new Learned(learner.model(), new Attempt(seed, iterations, right, seen.size()));
    }
}
