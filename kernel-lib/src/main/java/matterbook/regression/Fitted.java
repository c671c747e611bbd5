package matterbook.regression;

import matterbook.core.Require;

/** What a {@link Regressor} has learned. */
@FunctionalInterface
public interface Fitted {
    /** The prediction for each row of inputs, in the unit of the target. */
    double[] predict(double[][] x);

    /** The prediction for one row. */
    default double predictOne(double... row) {
        return predict(new double[][]{row})[0];
    }

    /** How well the targets of these observations are predicted. */
    default Score score(Observations data) {
        double[] predicted = predict(data.x());
        Require.that(predicted.length == data.size(),
                "a prediction is wanted for each of " + data.size() + " rows, not " + predicted.length);
        return Score.of(data.y(), predicted);
    }
}
