package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The optimisers of 1988 on the bowl E = w^2 from w = 1, against steps found by hand. */
class OptimiserTest {
    private static final double NEAR = 1e-6;

    private static void follows(Optimiser optimiser, double... weights) {
        float[] w = {1};
        float[][] memory = new float[optimiser.memories()][1];
        for (int step = 1; step <= weights.length; step++) {
            optimiser.update(w, new float[]{2 * w[0]}, memory, 0, 1, step, optimiser.rate());
            assertEquals(weights[step - 1], w[0], NEAR, "step " + step);
        }
    }

    /**
     * Slopes 2, 1.6, 0.58, -0.116: down the slope (-0.2), growth (1.75 times that and -0.16), a parabola (-0.51 times
     * 0.58 / 1.02, and -0.058), a parabola alone past the lowest point (-0.348 times -0.116 / 0.696); then it is there.
     */
    @Test
    void quickPropJumpsToTheLowestPointOfAParabola() {
        follows(new QuickProp(0.1, 1.75, 0), 0.8, 0.29, -0.058, 0, 0, 0);
    }

    /** With the slope 2 w + 0.5 w: -0.25, then 1.75 times that and -0.1875. */
    @Test
    void quickPropTakesDecayForSlope() {
        follows(new QuickProp(0.1, 1.75, 0.5), 0.75, 0.125);
    }

    /** Slopes 2, 0.4, -0.08 and means 0, 1, 0.7 before them: rates 0.4, 0.6, 0.3. */
    @Test
    void ratesGrowWhileSlopesAgreeAndShrinkWhenTheyTurn() {
        follows(new DeltaBarDelta(0.4, 0.5, 0.5, 0.5), 0.2, -0.04, -0.016);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("what a rate loses must be above 0 and below 1, not 1.0",
                assertThrows(IllegalArgumentException.class, () -> new DeltaBarDelta(0.1, 0.1, 1, 0.7)).getMessage());
        assertEquals("what is kept must be from 0 to below 1, not 1.0",
                assertThrows(IllegalArgumentException.class, () -> new DeltaBarDelta(0.1, 0.1, 0.1, 1)).getMessage());
        assertEquals("decay cannot be negative: -1.0",
                assertThrows(IllegalArgumentException.class, () -> new QuickProp(0.1, 1.75, -1)).getMessage());
    }
}
