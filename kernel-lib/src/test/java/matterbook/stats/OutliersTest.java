package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class OutliersTest {
    @Test
    void findsThreeOfEightHoweverLarge() {
        assertArrayEquals(new boolean[]{false, true, false, false, true, false, true, false},
                Outliers.of(new double[]{3.1, 1e150, 3.2, 3.0, -1e150, 3.15, 40, 3.05}));
    }

    @Test
    void whereMostAreEqualAllOthersAreOutliers() {
        assertArrayEquals(new boolean[]{false, false, false, false, false, true, false, true},
                Outliers.of(new double[]{2, 2, 2, 2, 2, 2.001, 2, 5}));
    }

    /** One sample in 230 of 8 normal numbers, and one in 500 of 10: the figures of the class comment. */
    @Test
    void seldomTakesAnHonestValue() {
        assertEquals(1 / 230.0, rate(8), 4 * Math.sqrt(1 / 230.0 / 40_000));
        assertEquals(1 / 500.0, rate(10), 4 * Math.sqrt(1 / 500.0 / 40_000));
        assertTrue(rate(40) < 0.0005);
    }

    private static double rate(int n) {
        Rng rng = Rng.seeded(n);
        int with = 0;
        for (int run = 0; run < 40_000; run++) {
            double[] x = new double[n];
            rng.fillGaussian(x);
            for (boolean outlier : Outliers.of(x)) {
                if (outlier) {
                    with++;
                    break;
                }
            }
        }
        return with / 40_000.0;
    }

    @Test
    void medians() {
        assertEquals(2, Outliers.median(new double[]{3, 1, 2}), 0);
        assertEquals(2.5, Outliers.median(new double[]{4, 1, 2, 3}), 0);
        assertEquals("the series has 7 values; at least 8 are needed", assertThrows(IllegalArgumentException.class,
                () -> Outliers.of(new double[7])).getMessage());
    }
}
