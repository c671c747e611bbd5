package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    /** The first three rows are the examples of the Particle Data Group's rounding rule. */
    @ParameterizedTest
    @CsvSource({"0.827, 0.119, 0.83 ± 0.12", "0.827, 0.367, 0.8 ± 0.4", "0.827, 0.952, 0.8 ± 1.0",
            "0.36787944, 0.00612, 0.368 ± 0.006", "-4.0001, 0.0249, -4.000 ± 0.025", "1234.5, 99.6, 1230 ± 100",
            "0, 0.5, 0.0 ± 0.5", "1.23456e-9, 2.1e-11, (1.235 ± 0.021)e-9", "6.02214e23, 3e20, (6.0221 ± 0.0030)e23",
            "1000000, 0.35, 1000000.00 ± 0.35"})
    void roundsToTheDigitsThatTheErrorWarrants(double value, double error, String shown) {
        assertEquals(shown, new Estimate(value, error).toString());
    }

    @Test
    void bareNumbersWhereThereIsNothingToRound() {
        assertEquals("1.5 ± 0.0", new Estimate(1.5, 0).toString());
        assertEquals("0.3 ± 0.0", new Estimate(0.1 + 0.2, 0).toString());
        assertEquals("0.33333333 ± NaN", new Estimate(1 / 3.0, Double.NaN).toString());
        assertEquals("1234567.0 ± 0.0", new Estimate(1234567, 0).toString());
        assertEquals("NaN ± 0.1", new Estimate(Double.NaN, 0.1).toString());
    }

    @Test
    void distanceInSigmas() {
        assertEquals(2, new Estimate(1, 0.5).sigmasFrom(2), 1e-15);
        assertEquals(0, new Estimate(1, 0).sigmasFrom(1), 0);
        assertEquals(Double.POSITIVE_INFINITY, new Estimate(1, 0).sigmasFrom(2), 0);
    }

    @Test
    void refusesANegativeError() {
        assertEquals("an error is a standard deviation and cannot be negative: -1.0",
                assertThrows(IllegalArgumentException.class, () -> new Estimate(0, -1)).getMessage());
    }
}
