package matterbook.regression;

import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * The mean target of the nearest observations, by Euclid's distance between (scaled) inputs. Of two equally near ones the
 * earlier row counts as nearer.
 *
 * @param neighbours how many
 * @param byDistance whether each counts with 1 / distance instead of 1; those at distance 0 then count alone
 * @param scaled whether each input is scaled to standard deviation 1, so that its unit does not matter
 */
public record Knn(int neighbours, boolean byDistance, boolean scaled) implements Regressor {
    public Knn {
        Require.positive(neighbours, "the number of neighbours");
    }

    /** Scaled inputs, equal weights. */
    public Knn(int neighbours) {
        this(neighbours, false, true);
    }

    /** The same with weights 1 / distance. */
    public Knn weightedByDistance() {
        return new Knn(neighbours, true, scaled);
    }

    /** The same with inputs as they are. */
    public Knn unscaled() {
        return new Knn(neighbours, byDistance, false);
    }

    /** Keeps all observations; chance plays no part. */
    @Override
    public FittedModel fit(Observations data, Rng rng) {
        Require.that(neighbours <= data.size(),
                neighbours + " neighbours cannot be found among " + data.size() + " observations; take fewer neighbours");
        double[][] x = data.x();
        Scaler scaler = scaled ? Scaler.of(x) : Scaler.centring(x);
        return new FittedModel(toString(), data.inputs(), data.target(), scaler, Scaler.none(1),
                new NearestRule(neighbours, byDistance, scaler.apply(x), data.y()));
    }
}
