package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0.625, 0.625", "2, 2.0", "0.3333333333, 0.333333", "0.1234567, 0.123457", "1234567.8, 1234570.0",
            "12345678, 1.23457e7", "0.0001, 0.0001", "0.00001, 1e-5", "-6.02214076e23, -6.02214e23", "1e100, 1e100",
            "0, 0.0", "-0.0, -0.0", "NaN, NaN", "-Infinity, -Infinity", "9999999.9, 1e7", "4.9e-324, 4.9e-324"})
    void sixDigits(double value, String shown) {
        assertEquals(shown, Digits.of(value, 6));
    }

    @Test
    void shortestDropsThePointOfWholeNumbers() {
        assertEquals("300", Digits.shortest(300, 4));
        assertEquals("0", Digits.shortest(0, 4));
        assertEquals("0.3", Digits.shortest(0.1 + 0.2, 4));
    }
}
