package matterbook.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;

/**
 * A straight line {@code y = intercept + slope x} through points, by least squares.
 *
 * <p>With weights {@code w_i}, {@code W = sum w}, the weighted mean {@code xm = sum w x / W} and
 * {@code S = sum w (x - xm)^2}: {@code slope = sum w (x - xm) y / S}, {@code intercept = sum w y / W - slope xm},
 * with the variances {@code 1 / S} and {@code 1 / W + xm^2 / S} (P. R. Bevington and D. K. Robinson, Data Reduction
 * and Error Analysis for the Physical Sciences, 3rd ed., 2003, section 6.3; here about the mean, which does not
 * cancel).
 */
public final class Regression {
    private final Estimate intercept;
    private final Estimate slope;
    private final double chiSquare;
    private final double scatter;
    private final int points;

    private Regression(Estimate intercept, Estimate slope, double chiSquare, double scatter, int points) {
        this.intercept = intercept;
        this.slope = slope;
        this.chiSquare = chiSquare;
        this.scatter = scatter;
        this.points = points;
    }

    /**
     * Through at least 3 points of equal but unknown error, which is taken from their scatter about the line,
     * {@code s^2 = sum (y - line)^2 / (n - 2)}. {@link #chiSquare()} is then n - 2 by construction.
     *
     * @throws IllegalArgumentException if a number is not finite, or all x are the same
     */
    public static Regression of(double[] x, double[] y) {
        Require.that(x.length >= 3,
                "a line whose error comes from its scatter needs at least 3 points, not " + x.length);
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        Regression unit = fit(x, y, ones);
        double scatter = Math.sqrt(unit.chiSquare / (x.length - 2));
        return new Regression(scaled(unit.intercept, scatter), scaled(unit.slope, scatter), x.length - 2.0, scatter,
                x.length);
    }

    /**
     * Through at least 2 points with known standard errors, each weighted by {@code 1 / error^2}.
     *
     * @throws IllegalArgumentException if a number is not finite, an error is 0, or all x are the same
     */
    public static Regression weighted(double[] x, List<Estimate> y) {
        double[] values = y.stream().mapToDouble(Estimate::value).toArray();
        double[] weights = y.stream().mapToDouble(
                point -> 1 / Math.pow(Require.positive(point.error(), "the error of a point"), 2)).toArray();
        return fit(x, values, weights);
    }

    /** The line's value at x = 0 with its standard error. */
    public Estimate intercept() {
        return intercept;
    }

    /** The line's slope with its standard error. */
    public Estimate slope() {
        return slope;
    }

    /** {@code sum ((y - line) / error)^2}; about {@link #degreesOfFreedom()} where line and errors are right. */
    public double chiSquare() {
        return chiSquare;
    }

    /** The points' standard deviation from the line, s, if no errors were given; else NaN. */
    public double scatter() {
        return scatter;
    }

    /** Points minus the two numbers that were fitted. */
    public int degreesOfFreedom() {
        return points - 2;
    }

    /** The line's value at x. */
    public double at(double x) {
        return intercept.value() + slope.value() * x;
    }

    @Override
    public String toString() {
        // without errors chi-square is n - 2 whatever the points: shown, it would look like a perfect fit
        String quality = Double.isNaN(scatter)
                ? "chi-square " + Digits.of(chiSquare, 3)
                : "points scatter by " + Digits.of(scatter, 3);
        return String.format(Locale.ROOT, "slope %s, intercept %s (%s, %d degrees of freedom)", slope, intercept,
                quality, degreesOfFreedom());
    }

    private static Regression fit(double[] x, double[] y, double[] weights) {
        Require.that(x.length == y.length, "there are " + x.length + " x values and " + y.length
                + " y values; each point needs both");
        Series.checked(x, 2);
        Series.checked(y, 2);
        double total = 0;
        double xMean = 0;
        double yMean = 0;
        for (int i = 0; i < x.length; i++) {
            total += weights[i];
            xMean += weights[i] * x[i];
            yMean += weights[i] * y[i];
        }
        xMean /= total;
        yMean /= total;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weights[i] * (x[i] - xMean) * (x[i] - xMean);
            xy += weights[i] * (x[i] - xMean) * (y[i] - yMean);
        }
        Require.that(xx > 0, "all x are " + x[0] + ": a line needs two different ones");
        double slope = xy / xx;
        double chiSquare = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - yMean - slope * (x[i] - xMean);
            chiSquare += weights[i] * residual * residual;
        }
        return new Regression(new Estimate(yMean - slope * xMean, Math.sqrt(1 / total + xMean * xMean / xx)),
                new Estimate(slope, Math.sqrt(1 / xx)), chiSquare, Double.NaN, x.length);
    }

    private static Estimate scaled(Estimate estimate, double factor) {
        return new Estimate(estimate.value(), estimate.error() * factor);
    }
}
