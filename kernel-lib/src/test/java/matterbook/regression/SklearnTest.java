package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

/** The same observations, the same predictions as scikit-learn's. */
class SklearnTest {
    private static final double EXACT = 1e-12;

    private final Sklearn peer;

    SklearnTest() throws IOException {
        peer = new Sklearn();
    }

    @Test
    void scaling() {
        Scaler scaler = Scaler.of(peer.train().x());
        assertArrayEquals(peer.array("mean"), scaler.mean(), 1e-12 * 1000);
        assertArrayEquals(peer.array("scale"), scaler.scale(), 1e-12 * 300);
    }

    @Test
    void nearestNeighbours() {
        compare("knn", new Knn(5));
        compare("knn_distance", new Knn(7).weightedByDistance());
        compare("knn_unscaled", new Knn(3).unscaled());
    }

    private void compare(String name, Knn knn) {
        Fitted fitted = knn.fit(peer.train(), Rng.seeded(0));
        assertArrayEquals(peer.array(name), fitted.predict(peer.test().x()), EXACT, name);
        Score score = fitted.score(peer.test());
        assertArrayEquals(peer.array(name + "_score"), new double[]{score.rmse(), score.mae(), score.r2()}, EXACT,
                name);
    }

    /** One problem with one solution, which both come near to: the tolerance of the optimum's conditions is what is left. */
    @Test
    void supportVectors() {
        SupportVectors machine = new SupportVectors(3, 0.1, Math.sqrt(1.5), 1e-6);
        double[] predicted = machine.fit(peer.train(), Rng.seeded(0)).predict(peer.test().x());
        assertArrayEquals(peer.array("svr"), predicted, 1e-4);
    }

    /** Forests differ by chance: the errors they leave have the same mean over seeds, to 4 of its standard errors. */
    @Test
    void forests() {
        int seeds = 8;
        double[] rmse = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            rmse[seed] = new Forest(100).withPerSplit(1).fit(peer.train(), Rng.seeded(seed)).score(peer.test()).rmse();
        }
        Spread ours = Spread.of(rmse);
        double[] theirs = peer.array("forest");
        double error = Math.sqrt(theirs[1] * theirs[1] / 20 + ours.deviation() * ours.deviation() / seeds);
        assertEquals(theirs[0], ours.mean(), 4 * error, ours.toString());
    }
}
