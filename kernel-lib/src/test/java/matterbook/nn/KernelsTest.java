package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

/** The errors that {@link Kernels} states, on half a million arguments each. */
class KernelsTest {
    private static final int POINTS = 500_001;

    private interface Kernel {
        void apply(float[] x, int xStart, float[] y, int yStart, int n);
    }

    @Test
    void tanhIsWithinItsStatedError() {
        assertTrue(greatestError(Kernels::tanh, Math::tanh, 12) < 4e-7);
    }

    @Test
    void sigmoidIsWithinItsStatedError() {
        assertTrue(greatestError(Kernels::sigmoid, x -> 1 / (1 + Math.exp(-x)), 30) < 3e-7);
    }

    private static double greatestError(Kernel kernel, DoubleUnaryOperator exact, double range) {
        float[] x = new float[POINTS + 1];
        for (int i = 0; i < POINTS; i++) {
            x[i + 1] = (float) (range * (2.0 * i / (POINTS - 1) - 1));
        }
        float[] y = new float[POINTS + 2];
        kernel.apply(x, 1, y, 2, POINTS);
        double greatest = 0;
        for (int i = 0; i < POINTS; i++) {
            greatest = Math.max(greatest, Math.abs(y[i + 2] - exact.applyAsDouble(x[i + 1])));
        }
        return greatest;
    }

    @Test
    void theFunctionsStayWithinTheirRange() {
        float[] x = {-1e30f, -9, -0f, 0, 9, 1e30f, Float.NaN, Float.POSITIVE_INFINITY};
        float[] y = new float[x.length];
        Kernels.tanh(x, 0, y, 0, x.length);
        assertEquals(-1, y[0], 4e-7);
        assertEquals(0, y[3]);
        assertEquals(1, y[7], 4e-7);
        assertTrue(Float.isNaN(y[6]));
        for (int i = 0; i < 6; i++) {
            assertTrue(Math.abs(y[i]) <= 1, "tanh " + x[i] + " is " + y[i]);
        }
        Kernels.sigmoid(x, 0, y, 0, x.length);
        for (int i = 0; i < 6; i++) {
            assertTrue(y[i] >= 0 && y[i] <= 1, "sigmoid " + x[i] + " is " + y[i]);
        }
        assertEquals(0, y[0], 3e-7);
        assertEquals(1, y[5], 3e-7);
        assertEquals(1, y[7], 3e-7);
    }

    @Test
    void expIsWithinItsStatedRelativeError() {
        double greatest = 0;
        for (int i = 0; i < POINTS; i++) {
            float x = (float) (-87.3 + 176 * (i / (POINTS - 1.0)));
            greatest = Math.max(greatest, Math.abs(Kernels.exp(x) / Math.exp(x) - 1));
        }
        assertTrue(greatest < 2e-7, "relative error " + greatest);
        assertEquals(0, Kernels.exp(-87.4f));
        assertEquals(0, Kernels.exp(Float.NEGATIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Kernels.exp(88.73f));
        assertTrue(Float.isNaN(Kernels.exp(Float.NaN)));
        assertEquals(1, Kernels.exp(0));
    }

    @Test
    void rectifiersAndTheirDerivatives() {
        float[] x = {-2, -0f, 0, 3};
        float[] y = new float[4];
        float[] dx = new float[4];
        Kernels.rectify(0.5f, x, 0, y, 0, 4);
        Kernels.rectifyBack(0.5f, y, new float[]{1, 1, 1, 1}, dx, 0, 4);
        assertEquals(-1, y[0]);
        assertEquals(3, y[3]);
        assertEquals(0.5f, dx[0]);
        assertEquals(0.5f, dx[2]);
        assertEquals(1, dx[3]);
    }
}
