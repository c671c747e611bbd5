package matterbook.mc;

import java.util.function.DoubleUnaryOperator;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Metropolis sampling of a density on a line. From x a place x' is drawn uniformly from [x - step, x + step] and
 * taken with the probability {@code min(1, p(x') / p(x))}; otherwise x counts once more (N. Metropolis et al.,
 * J. Chem. Phys. 21, 1087 (1953)).
 *
 * @param logDensity {@code ln p(x)} up to a constant, for Boltzmann's law {@code -beta E(x)}; minus infinity where
 *        p = 0
 * @param step the longest step, in the unit of x
 */
public record Metropolis(DoubleUnaryOperator logDensity, double step) {
    private static final int BATCH = 1000;

    public Metropolis {
        Require.positive(step, "the step");
    }

    /** The sampler of this density with this step. */
    public static Metropolis of(DoubleUnaryOperator logDensity, double step) {
        return new Metropolis(logDensity, step);
    }

    /**
     * The sampler whose step was tuned, in a walk that is thrown away, until about {@code rate} of the moves are
     * taken.
     *
     * @param rate above 0, below 1; between 0.3 and 0.5 is good for one dimension
     */
    public Metropolis tuned(double start, double rate, Rng rng) {
        Require.that(rate > 0 && rate < 1, "the rate must lie between 0 and 1, not " + rate);
        StepTuner tuner = new StepTuner(step, rate, Double.MAX_VALUE);
        double x = start;
        for (int round = 0; round < 40; round++) {
            MetropolisRun run = of(logDensity, tuner.step()).run(x, BATCH, rng);
            x = run.last();
            tuner.tune(run.acceptance());
        }
        return of(logDensity, tuner.step());
    }

    /**
     * The places after steps 1, ..., {@code steps} from {@code start}, which does not count itself.
     *
     * @throws IllegalArgumentException if the density is 0 at the start, or its logarithm is NaN or plus infinity
     *         anywhere on the way
     */
    public MetropolisRun run(double start, int steps, Rng rng) {
        Require.positive(steps, "steps");
        double[] values = new double[steps];
        double x = start;
        double here = logDensityAt(x);
        Require.that(here > Double.NEGATIVE_INFINITY, "the density is 0 at the start " + start);
        long taken = 0;
        try (Progress progress = Progress.start("Metropolis", steps)) {
            for (int t = 0; t < steps; t++) {
                double trial = x + step * (2 * rng.nextDouble() - 1);
                double there = logDensityAt(trial);
                if (there >= here || rng.nextDouble() < Math.exp(there - here)) {
                    x = trial;
                    here = there;
                    taken++;
                }
                values[t] = x;
                if (t % BATCH == BATCH - 1) {
                    progress.step(BATCH);
                }
            }
        }
        return new MetropolisRun(values, new Acceptance(taken, steps));
    }

    private double logDensityAt(double x) {
        double value = logDensity.applyAsDouble(x);
        if (!(value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the logarithm of the density is " + value + " at " + x);
        }
        return value;
    }
}
