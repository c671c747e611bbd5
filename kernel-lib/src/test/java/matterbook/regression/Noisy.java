package matterbook.regression;

import java.util.Arrays;

import matterbook.core.Rng;

/** Observations of y = sin(2 a) + b c + noise of 0.05. */
final class Noisy {
    private Noisy() {}

    static Observations observations(int rows, long seed) {
        Rng rng = Rng.seeded(seed);
        double[][] x = KnnTest.random(rows, 3, rng);
        return Observations.of(x, Arrays.stream(x)
                .mapToDouble(row -> Math.sin(2 * row[0]) + row[1] * row[2] + 0.05 * rng.nextGaussian()).toArray());
    }
}
