package matterbook.mc;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import matterbook.core.Estimate;
import matterbook.stats.Autocorrelation;
import matterbook.stats.Blocking;

/** The places of a walk by {@link Metropolis}, in order, and how many moves were taken. */
public final class MetropolisRun {
    private final double[] values;
    private final Acceptance acceptance;

    MetropolisRun(double[] values, Acceptance acceptance) {
        this.values = values;
        this.acceptance = acceptance;
    }

    /** The places; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The last place. */
    public double last() {
        return values[values.length - 1];
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    /** The mean of x with an error that respects the walk's memory. */
    public Estimate mean() {
        return mean(x -> x);
    }

    /** The mean of f(x) with an error that respects the walk's memory. */
    public Estimate mean(DoubleUnaryOperator f) {
        return Blocking.of(Arrays.stream(values).map(f).toArray()).estimate();
    }

    /** The memory of x, in steps. */
    public Autocorrelation autocorrelation() {
        return Autocorrelation.of(values);
    }

    @Override
    public String toString() {
        String mean = values.length < Blocking.LEAST ? "" : ", mean " + mean();
        return values.length + " steps, acceptance " + acceptance + mean;
    }
}
