package matterbook.check;

import java.util.Arrays;

import matterbook.stats.Autocorrelation;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a sampler drew, with how many independent ones they are worth. Whoever checks them must say
 * whether they are independent: steps of a walk are not, and a test that takes them for independent rejects
 * correct samplers.
 */
public final class Samples {
    private final double[] values;
    private final double effective;
    private final boolean measured;

    private Samples(double[] values, double effective, boolean measured) {
        this.values = values;
        this.effective = effective;
        this.measured = measured;
    }

    /** Numbers drawn independently of each other. */
    public static Samples independent(double @Nullable... values) {
        double[] x = checked(values);
        return new Samples(x, x.length, false);
    }

    /** Whole numbers drawn independently of each other. */
    public static Samples independent(int @Nullable... values) {
        return independent(doubles(values));
    }

    /** A stationary series whose effective number is measured by its autocorrelation (at least 100 values). */
    public static Samples correlated(double @Nullable... values) {
        double[] x = checked(values);
        if (x.length < 100) {
            throw new CheckFailure("only " + x.length + " correlated samples: at least 100 are needed");
        }
        return new Samples(x, effectiveOf(x), true);
    }

    /** A series of whole numbers: see {@link #correlated(double[])}. */
    public static Samples correlated(int @Nullable... values) {
        return correlated(doubles(values));
    }

    /** A series that is worth {@code effectiveSamples} independent numbers, known beforehand. */
    public static Samples worth(double effectiveSamples, double @Nullable... values) {
        double[] x = checked(values);
        if (!(effectiveSamples >= 2 && effectiveSamples <= x.length)) {
            throw new IllegalArgumentException("the effective number must lie between 2 and " + x.length + ", not "
                    + effectiveSamples);
        }
        return new Samples(x, effectiveSamples, false);
    }

    /** How many samples there are. */
    public int size() {
        return values.length;
    }

    /** How many independent samples they are worth. */
    public double effectiveSize() {
        return effective;
    }

    double[] values() {
        return values;
    }

    /** The same samples under a function: a measured memory is measured anew, for squares forget faster. */
    Samples map(java.util.function.DoubleUnaryOperator f) {
        double[] mapped = Arrays.stream(values).map(f).toArray();
        return new Samples(mapped, measured ? effectiveOf(mapped) : effective, measured);
    }

    @Override
    public String toString() {
        return values.length + " samples" + (effective < values.length ? " (worth " + Math.round(effective) + ")" : "");
    }

    private static double effectiveOf(double[] x) {
        double first = x[0];
        return Arrays.stream(x).allMatch(value -> value == first) ? x.length : Autocorrelation.of(x).effectiveSamples();
    }

    private static double @Nullable [] doubles(int @Nullable [] values) {
        return values == null ? null : Arrays.stream(values).asDoubleStream().toArray();
    }

    private static double[] checked(double @Nullable [] values) {
        if (values == null) {
            throw new CheckFailure("the samples are null");
        }
        if (values.length < 2) {
            throw new CheckFailure("only " + values.length + " samples: at least 2 are needed");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new CheckFailure("sample " + i + " is " + values[i]);
            }
        }
        return values.clone();
    }
}
