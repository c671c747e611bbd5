package matterbook.neurons;

import java.util.ArrayList;
import java.util.List;

import matterbook.nn.Loss;
import matterbook.nn.Examples;

/**
 * What a network decided while it learned.
 *
 * @param samples what it learned from
 * @param learned the network at the end
 */
public record Film(Examples samples, List<Frame> frames, Learned learned) {
    /** Room around the points, as a part of their extent. */
    private static final double MARGIN = 0.15;

    public Film {
        frames = List.copyOf(frames);
    }

    /** The map after so many iterations, when so many points were on their side. */
    public record Frame(int iteration, int right, DecisionMap map) {}

    /** The map at the end. */
    public DecisionMap last() {
        return frames.getLast().map();
    }

    @Override
    public String toString() {
        return frames.size() + " decision maps; " + learned.attempt().right() + " of "
                + learned.attempt().points() + " points right after " + learned.attempt().iterations() + " iterations";
    }

    /** Takes the frames while a pupil learns. */
    static final class Maker {
        private final Examples samples;
        private final boolean chance;
        private final int side;
        private final double low;
        private final double high;
        private final List<Frame> frames = new ArrayList<>();

        Maker(Examples samples, Loss loss, int side) {
            this.samples = samples;
            this.side = side;
            chance = loss == Loss.BINARY_CROSS_ENTROPY;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (float x : samples.x().toArray()) {
                least = Math.min(least, x);
                most = Math.max(most, x);
            }
            low = least - MARGIN * (most - least);
            high = most + MARGIN * (most - least);
        }

        void add(Pupil pupil) {
            frames.add(new Frame(pupil.iterations(), pupil.right(),
                    DecisionMap.of(pupil.learned().model(), chance, low, high, side)));
        }

        Film finish(Pupil pupil) {
            add(pupil);
            return new Film(samples, frames, pupil.learned());
        }
    }
}
