package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsEdgesOnce() {
        Histogram h = Histogram.of(new double[]{0, 0.5, 1, 1.99, 2, -0.1, 7}, 0, 2, 2);
        assertArrayEquals(new long[]{2, 3}, h.counts());
        assertEquals(2, h.outside());
        assertEquals(7, h.total());
        assertArrayEquals(new double[]{0.5, 1.5}, h.centres(), 1e-15);
        assertArrayEquals(new double[]{2 / 7.0, 3 / 7.0}, h.density(), 1e-15);
        assertEquals(Math.sqrt(7 * 2 / 7.0 * 5 / 7.0) / 7, h.densityErrors()[0], 1e-15);
    }

    @Test
    void spansItsValues() {
        assertArrayEquals(new long[]{1, 1, 2}, Histogram.of(new double[]{1, 2, 3, 4}, 3).counts());
        assertArrayEquals(new long[]{0, 2}, Histogram.of(new double[]{5, 5}, 2).counts());
    }

    /** 20 bins of 100,000 normal numbers; each density within 4.5 sigma of the law's mean over the bin: 1 in 7,000. */
    @Test
    void densityOfNormalNumbers() {
        double[] x = new double[100_000];
        Rng.seeded(5).fillGaussian(x);
        Histogram h = Histogram.of(x, -2, 2, 20);
        var law = new org.hipparchus.distribution.continuous.NormalDistribution();
        for (int i = 0; i < 20; i++) {
            double left = h.centres()[i] - h.binWidth() / 2;
            double exact = law.probability(left, left + h.binWidth()) / h.binWidth();
            assertEquals(exact, h.density()[i], 4.5 * h.densityErrors()[i]);
        }
    }

    @Test
    void printsBars() {
        assertEquals("""
                3 numbers, 0 outside
                     0.50000        1 ####################
                      1.5000        2 ########################################""",
                Histogram.of(new double[]{0, 1, 2}, 2).toString().replace("\r", ""));
    }

    @Test
    void refusals() {
        double[] x = {1};
        assertEquals("low must lie below high: low = 2.0, high = 2.0",
                assertThrows(IllegalArgumentException.class, () -> Histogram.of(x, 2, 2, 3)).getMessage());
        assertEquals("bins must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> Histogram.of(x, 0)).getMessage());
    }

    /** 0 to 99 once each: the quartiles are 49 or 50 apart, so 99 cbrt(100) / (2 x 50) = 4.6 bins, of which 5 are made. */
    @Test
    void theBinsSuitTheData() {
        double[] even = IntStream.range(0, 100).asDoubleStream().toArray();
        Histogram histogram = Histogram.of(even);
        assertArrayEquals(new double[]{0, 19.8, 39.6, 59.4, 79.2, 99}, histogram.edges(), 1e-12);
        assertArrayEquals(new long[]{20, 20, 20, 20, 20}, histogram.counts());
    }

    @Test
    void oneValueHasBinsAroundIt() {
        assertArrayEquals(new double[]{2.5, 3, 3.5}, Histogram.of(new double[]{3, 3}, 2).edges());
        assertEquals(2, Histogram.of(new double[]{1e300, 1e300}, 2).total());
    }
}
