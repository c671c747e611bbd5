package matterbook.nn;

import matterbook.core.Require;

/** How the learning rate changes from epoch to epoch. */
public sealed interface Schedule {
    /**
     * The factor of the optimiser's rate.
     *
     * @param epoch the epoch to come, from 0
     * @param history the epochs before it
     */
    double factor(int epoch, History history);

    /** The same rate always. */
    record Constant() implements Schedule {
        @Override
        public double factor(int epoch, History history) {
            return 1;
        }
    }

    /** Times {@code factor} after each {@code every} epochs. */
    record Steps(int every, double factor) implements Schedule {
        public Steps {
            Require.positive(every, "the number of epochs between steps");
            Require.positive(factor, "the factor");
        }

        @Override
        public double factor(int epoch, History history) {
            int steps = epoch / every;
            return StrictMath.pow(factor, steps);
        }
    }

    /**
     * Falls along half a cosine from 1 to {@code least} within {@code epochs} and stays there (Loshchilov and Hutter,
     * arXiv:1608.03983, without restarts).
     */
    record Cosine(int epochs, double least) implements Schedule {
        public Cosine {
            Require.positive(epochs, "the number of epochs");
            Require.between(least, 0, 1, "the least factor");
        }

        @Override
        public double factor(int epoch, History history) {
            double part = Math.min(1, (double) epoch / epochs);
            return least + (1 - least) * (1 + StrictMath.cos(Math.PI * part)) / 2;
        }
    }

    /** Rises in equal steps to 1 within {@code epochs}, then goes on with another schedule from its beginning, which sees no epoch before. */
    record Warmup(int epochs, Schedule then) implements Schedule {
        public Warmup {
            Require.positive(epochs, "the number of epochs");
        }

        @Override
        public double factor(int epoch, History history) {
            return epoch < epochs ? (epoch + 1.0) / (epochs + 1.0) : then.factor(epoch - epochs, history.after(epochs));
        }
    }

    /** Times {@code factor} whenever the watched loss has not fallen below its least for {@code patience} epochs. */
    record Plateau(int patience, double factor) implements Schedule {
        public Plateau {
            Require.positive(patience, "patience");
            Require.that(factor > 0 && factor < 1, "the factor must lie between 0 and 1, not " + factor);
        }

        @Override
        public double factor(int epoch, History history) {
            double least = Double.POSITIVE_INFINITY;
            double rate = 1;
            int waited = 0;
            for (History.Epoch past : history.epochs()) {
                if (past.watched() < least) {
                    least = past.watched();
                    waited = 0;
                } else if (++waited == patience) {
                    rate *= factor;
                    waited = 0;
                }
            }
            return rate;
        }
    }
}
