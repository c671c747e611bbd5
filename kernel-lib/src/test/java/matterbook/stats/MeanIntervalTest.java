package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    /** t for 95 % and 4 degrees of freedom is 2.776 in every table; s of 1 ... 5 is sqrt(2.5). */
    @Test
    void fiveNumbers() {
        MeanInterval interval = MeanInterval.of(new double[]{1, 2, 3, 4, 5}, 0.95);
        assertEquals(3, interval.mean().value(), 0);
        assertEquals(Math.sqrt(0.5), interval.mean().error(), 1e-15);
        assertEquals(3 - 2.776445 * Math.sqrt(0.5), interval.low(), 1e-6);
        assertEquals(3 + 2.776445 * Math.sqrt(0.5), interval.high(), 1e-6);
        assertTrue(interval.contains(4.9));
        assertFalse(interval.contains(5));
        assertEquals("3.0 ± 0.7 (95 % interval 1.03676 to 4.96324, n = 5)", interval.toString());
    }

    /** Of 4,000 intervals from 6 numbers each, 95 % hold the truth; sigma of that share is 0.0034. */
    @Test
    void holdsTheTruthAsOftenAsItSays() {
        Rng rng = Rng.seeded(1);
        int holds = 0;
        for (int run = 0; run < 4000; run++) {
            double[] x = new double[6];
            rng.fillGaussian(x);
            holds += MeanInterval.of(x, 0.95).contains(0) ? 1 : 0;
        }
        assertEquals(0.95, holds / 4000.0, 0.0138, "4 sigma");
    }

    @Test
    void refusesNonsense() {
        assertEquals("a confidence lies between 0 and 1: 95.0", assertThrows(IllegalArgumentException.class,
                () -> MeanInterval.of(new double[]{1, 2}, 95)).getMessage());
        assertEquals("the series has 1 values; at least 2 are needed", assertThrows(IllegalArgumentException.class,
                () -> MeanInterval.of(new double[]{1}, 0.95)).getMessage());
        assertEquals("the value of a replicate must be a finite number, not NaN",
                assertThrows(IllegalArgumentException.class, () -> new Replicate(1, Double.NaN)).getMessage());
    }
}
