package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void linear() {
        assertEquals("−0.5", Ticks.linear(-0.5, 1));
        assertEquals("0", Ticks.linear(5e-17, 1));
        assertEquals("5·10⁻¹⁷", Ticks.linear(5e-17, 1e-16));
        assertEquals("0.3", Ticks.linear(0.1 + 0.2, 1));
        assertEquals("2·10⁷", Ticks.linear(2e7, 1e8));
    }

    @Test
    void logarithmic() {
        assertEquals("0.01", Ticks.logarithmic(0.01, 0.01, 1000));
        assertEquals("1000", Ticks.logarithmic(1000, 0.01, 1000));
        assertEquals("20", Ticks.logarithmic(20, 5, 50));
    }

    @Test
    void aLongLogarithmicAxisHasPowersOnly() {
        assertEquals("10⁻³", Ticks.logarithmic(0.001, 0.001, 10));
        assertEquals("10⁰", Ticks.logarithmic(1, 0.001, 10));
        assertEquals("10³", Ticks.logarithmic(1000, 100, 1e8));
        assertEquals("10¹²", Ticks.logarithmic(1e12, 1, 1e12));
        assertEquals("2.5·10⁴", Ticks.logarithmic(2.5e4, 2.5e4, 4.5e4));
    }

    @Test
    void everySecondOfManyDecadesIsWritten() {
        assertEquals("10⁻¹⁴", Ticks.logarithmic(1e-14, 1e-17, 1e3));
        assertEquals("", Ticks.logarithmic(1e-13, 1e-17, 1e3));
        assertEquals("10⁻¹⁵", Ticks.logarithmic(1e-15, 1e-17, 1e12));
        assertEquals("", Ticks.logarithmic(1e-14, 1e-17, 1e12));
    }

    @Test
    void aShortLogarithmicAxisHasTwoNumbersAtLeast() {
        assertTrue(Ticks.hasDecades(0.1, 1));
        assertTrue(Ticks.hasDecades(3, 200));
        assertFalse(Ticks.hasDecades(0.2, 2));
        assertEquals(List.of("0.2", "", "0.5", "", "1", "2"), labels(0.2, 2, 0.2, 0.3, 0.5, 0.9, 1, 2));
        assertEquals(List.of("", "5·10³", "10⁴", "2·10⁴", ""), labels(4e3, 3e4, 4e3, 5e3, 1e4, 2e4, 3e4));
        assertEquals(List.of("0.3", "0.4"), labels(0.3, 0.45, 0.3, 0.4), "none is round");
        assertEquals(List.of("3·10⁴", "5·10⁴", "9·10⁴"), labels(3e4, 9.5e4, 3e4, 5e4, 9e4), "one is round");
    }

    private static List<String> labels(double least, double most, double... values) {
        return Arrays.stream(values).mapToObj(value -> Ticks.logarithmic(value, least, most)).toList();
    }
}
