package matterbook.nn;

/**
 * Functions of many numbers at once, written so that the compiler makes vectors of the loops. The errors that are stated
 * hold for all finite arguments; KernelsTest measures them.
 */
final class Kernels {
    /** Beyond this, tanh is 1 within the stated error. */
    private static final float TANH_FLAT = 8;

    /**
     * tanh(x) = x P(x^2) / Q(x^2) with P and Q of degree 4: our own fit of least maximal relative error (6.4e-9 in exact
     * arithmetic) on [0, 8], by least squares weighted anew 400 times (Lawson's algorithm).
     */
    private static final float P1 = 0.13444506f;
    private static final float P2 = 0.0035716065f;
    private static final float P3 = 2.1894804e-5f;
    private static final float P4 = 1.523062e-8f;
    private static final float Q1 = 0.46777833f;
    private static final float Q2 = 0.026164476f;
    private static final float Q3 = 0.0003411306f;
    private static final float Q4 = 8.522528e-7f;

    /** exp: x = n ln 2 + r; ln 2 in two parts, the first short enough that n times it is exact. */
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.6933594f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float EXP_GREATEST = 88.72f;
    private static final float EXP_LEAST = -87.33f;
    private static final float ROUNDER = 0x1.8p23f;

    private Kernels() {}

    /** y = tanh(x), absolute error below 4e-7. Of loops this long the compiler makes vectors in one array only. */
    static void tanh(float[] x, int xStart, float[] y, int yStart, int n) {
        System.arraycopy(x, xStart, y, yStart, n);
        for (int i = yStart; i < yStart + n; i++) {
            float z = Math.max(-TANH_FLAT, Math.min(TANH_FLAT, y[i]));
            float s = z * z;
            float p = 1 + s * (P1 + s * (P2 + s * (P3 + s * P4)));
            float q = 1 + s * (Q1 + s * (Q2 + s * (Q3 + s * Q4)));
            y[i] = z * p / q;
        }
    }

    /** y = 1 / (1 + exp(-x)) = (1 + tanh(x / 2)) / 2, absolute error below 3e-7. */
    static void sigmoid(float[] x, int xStart, float[] y, int yStart, int n) {
        System.arraycopy(x, xStart, y, yStart, n);
        for (int i = yStart; i < yStart + n; i++) {
            float z = Math.max(-TANH_FLAT, Math.min(TANH_FLAT, 0.5f * y[i]));
            float s = z * z;
            float p = 1 + s * (P1 + s * (P2 + s * (P3 + s * P4)));
            float q = 1 + s * (Q1 + s * (Q2 + s * (Q3 + s * Q4)));
            y[i] = 0.5f + 0.5f * (z * p / q);
        }
    }

    /**
     * exp(x), relative error below 2e-7 where the result is a normal number; 0 below -87.33 and infinite above 88.72. NaN
     * stays NaN.
     */
    static float exp(float x) {
        if (!(x <= EXP_GREATEST)) {
            return x > EXP_GREATEST ? Float.POSITIVE_INFINITY : x;
        }
        if (x < EXP_LEAST) {
            return 0;
        }
        float n = x * LOG2_E + ROUNDER - ROUNDER;
        float r = x - n * LN2_HIGH - n * LN2_LOW;
        float series = 1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f
                + r * (1 / 5040f)))))));
        int power = (int) n;
        int half = power >> 1; // in two factors, for 2^128 is no float
        return series * Float.intBitsToFloat((half + 127) << 23) * Float.intBitsToFloat((power - half + 127) << 23);
    }

    /** y = max(x, slope x) for a slope from 0 to below 1: ReLU with slope 0. */
    static void rectify(float slope, float[] x, int xStart, float[] y, int yStart, int n) {
        for (int i = 0; i < n; i++) {
            float value = x[xStart + i];
            y[yStart + i] = Math.max(value, slope * value);
        }
    }

    /** dx += dy where y > 0, slope dy elsewhere; y is the result of {@link #rectify}. Without a branch: see signum. */
    static void rectifyBack(float slope, float[] y, float[] dy, float[] dx, int xStart, int n) {
        for (int i = 0; i < n; i++) {
            dx[xStart + i] += dy[i] * (slope + (1 - slope) * Math.signum(Math.max(0, y[i])));
        }
    }

    /** dx += dy (1 - y^2), y = tanh(x). */
    static void tanhBack(float[] y, float[] dy, float[] dx, int xStart, int n) {
        for (int i = 0; i < n; i++) {
            dx[xStart + i] += dy[i] * (1 - y[i] * y[i]);
        }
    }

    /** dx += dy y (1 - y), y = sigmoid(x). */
    static void sigmoidBack(float[] y, float[] dy, float[] dx, int xStart, int n) {
        for (int i = 0; i < n; i++) {
            dx[xStart + i] += dy[i] * y[i] * (1 - y[i]);
        }
    }

    /** y += factor x. */
    static void add(float factor, float[] x, int xStart, float[] y, int yStart, int n) {
        for (int i = 0; i < n; i++) {
            y[yStart + i] += factor * x[xStart + i];
        }
    }

    /** y += a b. */
    static void addProduct(float[] a, int aStart, float[] b, int bStart, float[] y, int yStart, int n) {
        for (int i = 0; i < n; i++) {
            y[yStart + i] += a[aStart + i] * b[bStart + i];
        }
    }

    /** y = a b. */
    static void product(float[] a, int aStart, float[] b, int bStart, float[] y, int yStart, int n) {
        for (int i = 0; i < n; i++) {
            y[yStart + i] = a[aStart + i] * b[bStart + i];
        }
    }

    /** The sum of squares, in double precision. */
    static double squares(float[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) x[i] * x[i];
        }
        return sum;
    }
}
