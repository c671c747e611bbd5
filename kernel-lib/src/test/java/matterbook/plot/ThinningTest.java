package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final DoubleUnaryOperator LINEAR = DoubleUnaryOperator.identity();

    @Test
    void aLineKeepsItsEndsAndEveryPeak() {
        double[] y = Gallery.running(100_000);
        double[] x = Points.indices(y.length);
        y[54_321] = 1e6;
        y[54_322] = -1e6;
        int[] kept = Thinning.line(x, y, 1000, LINEAR);
        assertTrue(kept.length <= 4 * 1001, "kept " + kept.length);
        assertEquals(0, kept[0]);
        assertEquals(99_999, kept[kept.length - 1]);
        assertTrue(IntStream.of(kept).anyMatch(i -> i == 54_321) && IntStream.of(kept).anyMatch(i -> i == 54_322));
        assertArrayEquals(Arrays.stream(kept).sorted().distinct().toArray(), kept);
    }

    @Test
    void aGapStaysAGap() {
        double[] y = new double[10_000];
        y[5_000] = Double.NaN;
        int[] kept = Thinning.line(Points.indices(y.length), y, 10, LINEAR);
        assertTrue(IntStream.of(kept).anyMatch(i -> i == 5_000));
    }

    @Test
    void anUnorderedLineIsDrawnWhole() {
        assertArrayEquals(new int[]{0, 1, 2}, Thinning.line(new double[]{0, 2, 1}, new double[3], 1, LINEAR));
    }

    @Test
    void markersOnOneSpotAreDrawnOnce() {
        double[] x = {0, 0.001, 1, 1, 0.5};
        double[] y = {0, 0.001, 1, 0, Double.NaN};
        assertArrayEquals(new int[]{0, 2, 3}, Thinning.points(x, y, 10, 10, LINEAR, LINEAR));
    }
}
