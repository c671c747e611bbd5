package matterbook.regression;

import matterbook.core.Digits;
import matterbook.core.Require;

/**
 * How far predictions p lie from the truth y.
 *
 * @param rmse the root of the mean square of p - y, in the unit of y
 * @param mae the mean of |p - y|, in the unit of y
 * @param r2 1 - sum (p - y)^2 / sum (y - mean y)^2: 1 for perfect predictions, 0 for always the mean, negative for worse;
 *        NaN where all y are the same
 */
public record Score(double rmse, double mae, double r2) {
    private static final int DIGITS = 4;

    /** Of predictions, one for each true value. */
    public static Score of(double[] truth, double[] predicted) {
        Require.that(truth.length == predicted.length && truth.length > 0,
                "as many predictions as true values are wanted, "
                        + "at least 1: there are " + predicted.length + " and " + truth.length);
        double mean = 0;
        for (double y : truth) {
            mean += y / truth.length;
        }
        double squares = 0;
        double distances = 0;
        double scatter = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = predicted[i] - truth[i];
            squares += error * error;
            distances += Math.abs(error);
            scatter += (truth[i] - mean) * (truth[i] - mean);
        }
        return new Score(Math.sqrt(squares / truth.length), distances / truth.length,
                scatter > 0 ? 1 - squares / scatter : Double.NaN);
    }

    /** One line: {@code RMSE 0.1234, MAE 0.1, R² 0.987}. */
    @Override
    public String toString() {
        return "RMSE " + Digits.of(rmse, DIGITS) + ", MAE " + Digits.of(mae, DIGITS) + ", R² " + Digits.of(r2, DIGITS);
    }
}
