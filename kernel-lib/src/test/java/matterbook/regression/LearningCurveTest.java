package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private static final Observations DATA = Noisy.observations(400, 3);

    @Test
    void moreRowsLessError() {
        LearningCurve curve = LearningCurve.of(new Knn(3), DATA, List.of(20, 80, 300), 6, 0.25, Rng.seeded(1));
        assertArrayEquals(new double[]{20, 80, 300}, curve.sizes());
        double[] test = curve.test();
        double[] deviation = curve.testDeviation();
        assertTrue(test[0] - test[2] > 4 * Math.hypot(deviation[0], deviation[2]) / Math.sqrt(6), curve.toString());
        assertTrue(test[0] > test[1] && test[1] > test[2], curve.toString());
        assertTrue(curve.train()[2] < test[2], curve.toString());
        assertEquals(3, curve.toString().lines().count());
        assertTrue(curve.toString().startsWith("    20 rows: RMSE train "), curve.toString());
    }

    @Test
    void theSameSeedTheSameCurve() {
        assertEquals(LearningCurve.of(new Knn(2), DATA, List.of(10, 30), 3, 0.5, Rng.seeded(4)),
                LearningCurve.of(new Knn(2), DATA, List.of(10, 30), 3, 0.5, Rng.seeded(4)));
    }

    @Test
    void sizesThatCannotBe() {
        assertEquals("cannot learn from 301 observations: 300 are there once those for the test are kept",
                assertThrows(IllegalArgumentException.class,
                        () -> LearningCurve.of(new Knn(2), DATA, List.of(301), 1, 0.25, Rng.seeded(4))).getMessage());
    }
}
