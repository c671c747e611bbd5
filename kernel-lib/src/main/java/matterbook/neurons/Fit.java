package matterbook.neurons;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.nn.Adam;
import matterbook.nn.Descent;
import matterbook.nn.Examples;
import matterbook.nn.History;
import matterbook.nn.Learner;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Schedule;
import matterbook.nn.Tape;
import matterbook.nn.Tensor;
import matterbook.nn.blas.JavaBlas;

/**
 * A network fitted to numbers: least squares over all samples at once, Adam, its rate falling along half a cosine.
 *
 * @param error the root of the mean squared error at the end
 */
public record Fit(Model model, double error) {
    private static final double LEAST_RATE = 1e-4;

    /** Fits from the random start that the seed decides. */
    public static Fit of(Network network, Examples samples, double rate, int iterations, long seed) {
        Require.positive(iterations, "the number of iterations");
        Rng rng = Rng.seeded(seed);
        Learner learner = network.model(rng).learner();
        Descent descent = new Descent(new Adam(rate), learner);
        Schedule schedule = new Schedule.Cosine(iterations, LEAST_RATE);
        Tape tape = new Tape(new JavaBlas());
        for (int i = 0; i < iterations; i++) {
            Stop.check();
            learner.clearGradients();
            tape.backward(loss(tape, learner, samples, rng));
            descent.step(schedule.factor(i, History.empty()));
        }
        return new Fit(learner.model(), Math.sqrt(loss(tape, learner, samples, rng).scalar()));
    }

    /** All that a fit depends on besides its seed. */
    static String key(Network network, Examples samples, double rate, int iterations) {
        return "fit " + network.input() + " " + network.layers() + " rate " + rate + " to " + LEAST_RATE + ", "
                + iterations + " iterations on " + samples.size() + " samples " + RandomStarts.checksum(samples);
    }

    private static Tensor loss(Tape tape, Learner learner, Examples samples, Rng rng) {
        tape.learn(rng);
        return tape.meanSquaredError(learner.forward(tape, samples.x()), samples.y());
    }
}
