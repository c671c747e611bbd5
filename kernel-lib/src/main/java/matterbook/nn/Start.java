package matterbook.nn;

import matterbook.core.Require;
import matterbook.core.Rng;

/** What weights are before training. */
public sealed interface Start {
    /** The same value everywhere. */
    record Constant(double value) implements Start {}

    /** Uniform between -bound and bound. */
    record Uniform(double bound) implements Start {
        public Uniform {
            Require.positive(bound, "the bound");
        }
    }

    /** Normal with mean 0. */
    record Normal(double deviation) implements Start {
        public Normal {
            Require.positive(deviation, "the deviation");
        }
    }

    /** Writes the start to places {@code from} to before {@code to}. */
    default void fill(float[] target, int from, int to, Rng rng) {
        for (int i = from; i < to; i++) {
            target[i] = (float) switch (this) {
                case Constant(double value) -> value;
                case Uniform(double bound) -> bound * (2 * rng.nextDouble() - 1);
                case Normal(double deviation) -> deviation * rng.nextGaussian();
            };
        }
    }
}
