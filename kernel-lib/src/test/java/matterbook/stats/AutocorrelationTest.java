package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutocorrelationTest {
    /** 4 sigma of Madras and Sokal's error, plus the 1 % that the window cuts off: an unlucky seed 1 in 16,000. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9, 0.98})
    void timeOfTheAutoregressiveSeries(double a) {
        Autocorrelation found = Autocorrelation.of(Autoregressive.series(a, 200_000, Rng.seeded(1)));
        double exact = Autoregressive.time(a);
        Estimate time = found.integratedTime();
        assertEquals(exact, time.value(), 4 * time.error() + 0.01 * exact);
        assertEquals(200_000 / (2 * exact), found.effectiveSamples(), 0.15 * 200_000 / (2 * exact));
        assertTrue(found.window() >= 5 * time.value(), found.toString());
    }

    /** The standard error of rho(t) is below sqrt(2 tau / n) = 0.0045 at a = 0.8; the band is 4 of them. */
    @Test
    void functionOfTheAutoregressiveSeries() {
        double[] rho = Autocorrelation.function(Autoregressive.series(0.8, 450_000, Rng.seeded(2)), 5);
        assertArrayEquals(new double[]{1, 0.8, 0.64, 0.512, 0.4096, 0.32768}, rho, 0.018);
    }

    @Test
    void aSeriesShorterThanItsMemorySaysSo() {
        double[] ramp = new double[100];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }
        Autocorrelation found = Autocorrelation.of(ramp);
        assertEquals(50, found.window());
        assertFalse(found.longEnough());
        assertTrue(found.toString().endsWith("(the series is too short)"), found.toString());
        assertTrue(Autocorrelation.of(Autoregressive.series(0.8, 1000, Rng.seeded(2))).longEnough());
    }

    @Test
    void byHand() {
        double[] rho = Autocorrelation.function(new double[]{1, 2, 3, 4, 1, 2, 3, 4, 1, 4}, 1);
        // mean 2.5; the squares sum to 14.5; each product of neighbours in turn:
        double products = 0.75 - 0.25 + 0.75 - 2.25 + 0.75 - 0.25 + 0.75 - 2.25 - 2.25;
        assertEquals(products / 14.5, rho[1], 1e-15);
    }

    /** A series that alternates has a mean known better than n numbers give it; we claim no more than n. */
    @Test
    void anAlternatingSeriesGainsNothing() {
        double[] x = new double[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2;
        }
        assertEquals(100, Autocorrelation.of(x).effectiveSamples(), 0);
    }

    @Test
    void refusals() {
        assertEquals("all 12 values are 3.0: a constant series has no autocorrelation",
                message(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
        assertEquals("the series has 3 values; at least 10 are needed", message(1, 2, 3));
        assertEquals("value 1 of the series is NaN", message(1, Double.NaN, 3, 4, 5, 6, 7, 8, 9, 10));
        assertEquals("the longest time must lie between 0 and 9 for 10 values, not 10",
                assertThrows(IllegalArgumentException.class,
                        () -> Autocorrelation.function(new double[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10)).getMessage());
    }

    private static String message(double... series) {
        return String
                .valueOf(assertThrows(IllegalArgumentException.class, () -> Autocorrelation.of(series)).getMessage());
    }
}
