package matterbook.stats;

import java.util.Arrays;

import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * How long a stationary series remembers: {@code rho(t) = C(t) / C(0)} with
 * {@code C(t) = 1/n sum_i (x_i - mean)(x_(i+t) - mean)}, and its integrated autocorrelation time
 * {@code tau = 1/2 + sum_(t=1..W) rho(t)} in steps of the series.
 *
 * <p>The window {@code W} is the smallest with {@code W >= 5 tau(W)}, but at most half of the series (then
 * {@link #longEnough()} is false: the series is too short to tell its memory); the standard error of tau is
 * {@code tau sqrt(2 (2W + 1) / n)} (A. D. Sokal, "Monte Carlo methods in statistical mechanics", lecture notes,
 * 1997; N. Madras and A. D. Sokal, J. Stat. Phys. 50, 109 (1988)). Independent numbers have tau = 1/2.
 */
public final class Autocorrelation {
    private static final double WINDOW_FACTOR = 5;
    private static final int LEAST = 10;

    private final int samples;
    private final double[] rho;
    private final double time;
    private final boolean longEnough;

    private Autocorrelation(int samples, double[] rho, double time, boolean longEnough) {
        this.samples = samples;
        this.rho = rho;
        this.time = time;
        this.longEnough = longEnough;
    }

    /**
     * Analyses a series of at least 10 values. Cost: length of the series times the window.
     *
     * @throws IllegalArgumentException if a value is not finite, or all are the same
     */
    public static Autocorrelation of(double... series) {
        double[] centred = centred(series);
        double variance = covariance(centred, 0);
        double[] rho = new double[16];
        rho[0] = 1;
        double time = 0.5;
        int window = 0;
        while (window < WINDOW_FACTOR * time && window < centred.length / 2) {
            window++;
            if (window == rho.length) {
                rho = Arrays.copyOf(rho, 2 * window);
            }
            rho[window] = covariance(centred, window) / variance;
            time += rho[window];
        }
        return new Autocorrelation(centred.length, Arrays.copyOf(rho, window + 1), time,
                window >= WINDOW_FACTOR * time);
    }

    /**
     * The autocorrelation function {@code rho(0), ..., rho(longest)} of a series.
     *
     * @throws IllegalArgumentException if {@code longest} is negative or not below the length of the series
     */
    public static double[] function(double[] series, int longest) {
        double[] centred = centred(series);
        Require.that(longest >= 0 && longest < centred.length, "the longest time must lie between 0 and "
                + (centred.length - 1) + " for " + centred.length + " values, not " + longest);
        double variance = covariance(centred, 0);
        double[] rho = new double[longest + 1];
        for (int t = 0; t <= longest; t++) {
            rho[t] = covariance(centred, t) / variance;
        }
        return rho;
    }

    /** {@code rho(0), ..., rho(W)}, up to the window. */
    public double[] rho() {
        return rho.clone();
    }

    /** The window W in steps. */
    public int window() {
        return rho.length - 1;
    }

    /** False if the window was cut at half of the series: the memory is longer than can be told from it. */
    public boolean longEnough() {
        return longEnough;
    }

    /**
     * The integrated autocorrelation time in steps with its standard error. Below 1/2 for a series that
     * alternates; there the sum is cut early and {@link Blocking} is the better judge.
     */
    public Estimate integratedTime() {
        return new Estimate(time, Math.abs(time) * Math.sqrt(2 * (2 * window() + 1.0) / samples));
    }

    /**
     * The number of independent values that fix the mean as well: {@code n / (2 tau)}, never above n, so that a
     * series that alternates gains nothing.
     */
    public double effectiveSamples() {
        return samples / Math.max(1, 2 * time);
    }

    @Override
    public String toString() {
        return "tau = " + integratedTime() + " steps (window " + window() + "), worth " + Math.round(effectiveSamples())
                + " of " + samples + " samples"
                + (longEnough ? "" : " (the series is too short)");
    }

    private static double[] centred(double[] series) {
        double[] x = Series.checked(series, LEAST);
        double first = x[0];
        Require.that(Arrays.stream(x).anyMatch(value -> value != first),
                "all " + x.length + " values are " + first + ": a constant series has no autocorrelation");
        double mean = Series.mean(x);
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean;
        }
        return x;
    }

    private static double covariance(double[] centred, int lag) {
        Stop.check();
        double sum = 0;
        for (int i = lag; i < centred.length; i++) {
            sum += centred[i - lag] * centred[i];
        }
        return sum / centred.length;
    }
}
