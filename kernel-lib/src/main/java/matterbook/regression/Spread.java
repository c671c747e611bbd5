package matterbook.regression;

import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.core.Require;

/**
 * The mean of several results of the same experiment and their standard deviation (of n - 1; NaN for one result). The
 * deviation tells how much the next result may differ; it is not the error of the mean.
 */
public record Spread(double mean, double deviation) {
    private static final int DIGITS = 3;

    /** Of at least one number. */
    public static Spread of(double... values) {
        Require.that(values.length > 0, "a spread needs at least one number");
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Spread(mean, values.length == 1 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }

    /** One line: {@code 0.31 (spread 0.021)}. */
    @Override
    public String toString() {
        return Digits.of(mean, DIGITS) + " (spread " + Digits.of(deviation, DIGITS) + ")";
    }
}
