package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingTest {
    /** The exact error of the mean, within 4 of the error's own standard errors and 5 % for the blocks' last memory. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 0.98})
    void errorOfTheAutoregressiveSeries(double a) {
        int n = 1 << 17;
        Blocking found = Blocking.of(Autoregressive.series(a, n, Rng.seeded(3)));
        double exact = Math.sqrt(2 * Autoregressive.time(a) / n);
        assertTrue(found.longEnough(), found.toString());
        assertEquals(exact, found.estimate().error(), 4 * found.plateau().error().error() + 0.05 * exact);
    }

    /**
     * 1000 series: the claimed error is on average within 6 % of the true one (4 % below it is what the remaining
     * memory leaves; the average itself is known to 0.5 %), and the mean lies within one claimed error in 68.3 % of them
     * (standard deviation of the share 1.5 %, 4 sigma: an unlucky seed 1 in 16,000).
     */
    @Test
    void claimedErrorsCoverTheTruth() {
        Rng rng = Rng.seeded(4);
        int series = 1000;
        int inside = 0;
        double claimed = 0;
        for (int i = 0; i < series; i++) {
            Estimate found = Blocking.of(Autoregressive.series(0.9, 4096, rng)).estimate();
            inside += found.sigmasFrom(0) < 1 ? 1 : 0;
            claimed += found.error() / series;
        }
        assertEquals(1, claimed / Math.sqrt(2 * Autoregressive.time(0.9) / 4096), 0.06);
        assertEquals(0.683, inside / (double) series, 0.06);
    }

    /** Two levels by hand: 1 3 5 7 has mean 4, squares 20, error sqrt(20 / 4 / 3); its pairs 2 6 have error 2. */
    @Test
    void levelsByHand() {
        Blocking found = Blocking.of(1, 3, 5, 7);
        assertEquals(2, found.levels().size());
        assertEquals(Math.sqrt(5 / 3.0), found.levels().get(0).error().value(), 1e-15);
        assertEquals(new Estimate(2, 2 / Math.sqrt(2)), found.levels().get(1).error());
        assertEquals(5.0 / 20, found.levels().get(0).correlation(), 1e-15);
        assertFalse(found.longEnough());
    }

    @Test
    void anAlternatingSeriesHasAMeanWithoutError() {
        double[] x = new double[64];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2;
        }
        assertEquals(new Estimate(0.5, 0), Blocking.of(x).estimate());
        assertEquals(new Estimate(7, 0), Blocking.of(7, 7, 7, 7, 7).estimate());
    }

    @Test
    void printsItsLevels() {
        assertEquals("""
                4.0 ± 1.3 (the series is too short)
                block length   blocks  error of the mean
                           1        4  1.3 ± 0.5  <- chosen
                           2        2  2.0 ± 1.4""", Blocking.of(1, 3, 5, 7).toString().replace("\r", ""));
    }

    @Test
    void refusals() {
        assertEquals("the series has 3 values; at least 4 are needed",
                assertThrows(IllegalArgumentException.class, () -> Blocking.of(1, 2, 3)).getMessage());
    }
}
