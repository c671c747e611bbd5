package matterbook.neurons;

import java.util.Objects;

import matterbook.core.Require;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.Optimiser;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;

/**
 * One way to learn to tell points of two classes apart. An iteration is one step along the gradient of all points at once
 * (eqs 5 and 12). Points count as told apart as soon as each lies on its own side of one half.
 *
 * @param name for tables, such as {@code quadratic 2-3-2-1}
 * @param network with one output: a logit for {@link Loss#BINARY_CROSS_ENTROPY}, otherwise a number near 0 or 1
 * @param budget the most iterations
 */
public record Recipe(String name, Network network, Loss loss, Optimiser optimiser, int budget) {
    public Recipe {
        Objects.requireNonNull(name);
        Objects.requireNonNull(optimiser);
        Require.that(network.output().size() == 1, "one output is wanted, not " + network.output().size());
        Require.positive(budget, "the number of iterations");
    }

    /** The same with another optimiser. */
    public Recipe with(Optimiser other) {
        return new Recipe(name, network, loss, other, budget);
    }

    /** The same under another name. */
    public Recipe named(String other) {
        return new Recipe(other, network, loss, optimiser, budget);
    }

    private double threshold() {
        return loss == Loss.BINARY_CROSS_ENTROPY ? 0 : 0.5;
    }

    /** How many of these outputs lie on the side of their labels. */
    int right(Tensor outputs, Tensor labels) {
        int right = 0;
        for (int i = 0; i < labels.rows(); i++) {
            if (outputs.get(i, 0) > threshold() == labels.get(i, 0) > 0.5) {
                right++;
            }
        }
        return right;
    }

    /** Learns from a random start, which the seed decides, until all points are told apart or the budget is spent. */
    public Learned learn(Examples samples, long seed) {
        Pupil pupil = new Pupil(this, samples, seed);
        while (!pupil.solved() && pupil.iterations() < budget) {
            pupil.step();
        }
        return pupil.learned();
    }

    /** How {@link #learn} ends. */
    public Attempt attempt(Examples samples, long seed) {
        return learn(samples, seed).attempt();
    }

    /**
     * Learns as {@link #learn} does, but in stages, each from where the last ended: {@code first} samples until they are
     * told apart, then {@code more} of the next, and so on. The budget is that of all stages together.
     */
    public Attempt attemptInStages(Examples samples, int first, int more, long seed) {
        Require.positive(first, "the samples of the first stage");
        Require.positive(more, "the samples that a stage adds");
        Pupil pupil = new Pupil(this, samples, seed);
        int known = Math.min(first, samples.size());
        while (pupil.iterations() < budget) {
            pupil.see(known);
            if (!pupil.solved()) {
                pupil.step();
            } else if (known == samples.size()) {
                break;
            } else {
                known = Math.min(samples.size(), known + more);
            }
        }
        pupil.see(samples.size());
        return pupil.learned().attempt();
    }

    /**
     * Learns as {@link #learn} does and keeps what it decides now and then.
     *
     * @param every a map each so many iterations, and one at the end
     * @param side points along each side of a map
     */
    public Film film(Examples samples, long seed, int every, int side) {
        Require.positive(every, "the iterations between two maps");
        Film.Maker film = new Film.Maker(samples, loss, side);
        Pupil pupil = new Pupil(this, samples, seed);
        while (!pupil.solved() && pupil.iterations() < budget) {
            if (pupil.iterations() % every == 0) {
                film.add(pupil);
            }
            pupil.step();
        }
        return film.finish(pupil);
    }

    @Override
    public String toString() {
        return name + " (" + network.parameterCount() + " parameters)";
    }
}
