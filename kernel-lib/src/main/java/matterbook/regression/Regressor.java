package matterbook.regression;

import matterbook.core.Rng;

/**
 * A way of learning to predict: with one method, so that a rule of one's own is a lambda.
 *
 * <pre>{@code
 * Regressor zero = (data, rng) -> x -> new double[x.length];   // predicts 0 for every row
 * }</pre>
 */
@FunctionalInterface
public interface Regressor {
    /**
     * What is learned from these observations alone. The same observations and the same generator give the same.
     *
     * @param rng all of the chance that the fit needs
     */
    Fitted fit(Observations data, Rng rng);
}
