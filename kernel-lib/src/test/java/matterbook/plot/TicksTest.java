package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals("2.5·10⁴", Ticks.logarithmic(2.5e4, 1e4, 5e4));
    }

    @Test
    void everySecondOfManyDecadesIsWritten() {
        assertEquals("10⁻¹⁴", Ticks.logarithmic(1e-14, 1e-17, 1e3));
        assertEquals("", Ticks.logarithmic(1e-13, 1e-17, 1e3));
        assertEquals("10⁻¹⁵", Ticks.logarithmic(1e-15, 1e-17, 1e12));
        assertEquals("", Ticks.logarithmic(1e-14, 1e-17, 1e12));
    }
}
