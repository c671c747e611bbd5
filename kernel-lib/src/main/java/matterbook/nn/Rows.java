package matterbook.nn;

import matterbook.core.Require;

/** Operations that work within rows. */
final class Rows {
    /** Added to the variance, as torch does. */
    private static final double LEAST_VARIANCE = 1e-5;
    private static final double LEAST_LENGTH = 1e-12;

    private Rows() {}

    static Tensor concatenate(Tape tape, Tensor a, Tensor b) {
        Require.that(a.rows == b.rows, "rows are joined one by one, but there are " + a.rows + " and " + b.rows);
        Tensor y = tape.output(a.rows, a.columns + b.columns, a.gradient != null || b.gradient != null);
        copy(a, 0, y, 0, a.columns);
        copy(b, 0, y, a.columns, b.columns);
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> {
                addBack(dy, y.columns, 0, a, 0, a.columns);
                addBack(dy, y.columns, a.columns, b, 0, b.columns);
            });
        }
        return y;
    }

    static Tensor columns(Tape tape, Tensor x, int from, int to) {
        Require.that(from >= 0 && from < to && to <= x.columns,
                "no columns " + from + " to " + to + " in " + x.shape());
        Tensor y = tape.output(x.rows, to - from, x.gradient != null);
        copy(x, from, y, 0, to - from);
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> addBack(dy, y.columns, 0, x, from, to - from));
        }
        return y;
    }

    private static void copy(Tensor x, int from, Tensor y, int to, int count) {
        for (int i = 0; i < x.rows; i++) {
            System.arraycopy(x.value, x.start + i * x.columns + from, y.value, y.start + i * y.columns + to, count);
        }
    }

    private static void addBack(float[] dy, int stride, int from, Tensor x, int to, int count) {
        if (x.gradient != null) {
            for (int i = 0; i < x.rows; i++) {
                Kernels.add(1, dy, i * stride + from, x.gradient, x.start + i * x.columns + to, count);
            }
        }
    }

    /** y = x / |x|, dx = (dy - y (y dy)) / |x|. */
    static Tensor normalise(Tape tape, Tensor x) {
        Tensor y = tape.output(x.rows, x.columns, x.gradient != null);
        Tensor inverse = tape.output(x.rows, 1, false);
        int n = x.columns;
        for (int i = 0; i < x.rows; i++) {
            int at = x.start + i * n;
            inverse.value[i] = (float) (1 / Math.max(LEAST_LENGTH, Math.sqrt(Kernels.squares(x.value, at, at + n))));
            for (int j = 0; j < n; j++) {
                y.value[i * n + j] = x.value[at + j] * inverse.value[i];
            }
        }
        float[] dx = x.gradient;
        float[] dy = y.gradient;
        if (dx != null && dy != null) {
            tape.record(() -> {
                for (int i = 0; i < x.rows; i++) {
                    float along = dot(y.value, dy, i * n, n);
                    for (int j = i * n; j < (i + 1) * n; j++) {
                        dx[x.start + j] += (dy[j] - y.value[j] * along) * inverse.value[i];
                    }
                }
            });
        }
        return y;
    }

    /** y = softmax(x), dx = y (dy - y dy). */
    static Tensor softmax(Tape tape, Tensor x) {
        Tensor y = tape.output(x.rows, x.columns, x.gradient != null);
        int n = x.columns;
        for (int i = 0; i < x.rows; i++) {
            softmaxRow(x.value, x.start + i * n, y.value, i * n, n);
        }
        float[] dx = x.gradient;
        float[] dy = y.gradient;
        if (dx != null && dy != null) {
            tape.record(() -> {
                for (int i = 0; i < x.rows; i++) {
                    float along = dot(y.value, dy, i * n, n);
                    for (int j = i * n; j < (i + 1) * n; j++) {
                        dx[x.start + j] += y.value[j] * (dy[j] - along);
                    }
                }
            });
        }
        return y;
    }

    /** Softmax of one row; returns ln of the sum of exp(x). */
    static double softmaxRow(float[] x, int xStart, float[] y, int yStart, int n) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            greatest = Math.max(greatest, x[xStart + j]);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            float e = Kernels.exp(x[xStart + j] - greatest);
            y[yStart + j] = e;
            sum += e;
        }
        float inverse = (float) (1 / sum);
        for (int j = 0; j < n; j++) {
            y[yStart + j] *= inverse;
        }
        return greatest + StrictMath.log(sum);
    }

    private static float dot(float[] a, float[] b, int from, int n) {
        double sum = 0;
        for (int j = from; j < from + n; j++) {
            sum += (double) a[j] * b[j];
        }
        return (float) sum;
    }

    /** y = gain h + shift with h = (x - mean) / sqrt(variance + 1e-5). */
    static Tensor layerNorm(Tape tape, Tensor x, Tensor gain, Tensor shift) {
        Require.that(gain.size() == x.columns && shift.size() == x.columns,
                "gain and shift must have " + x.columns + " numbers, not " + gain.size() + " and " + shift.size());
        boolean wanted = x.gradient != null || gain.gradient != null || shift.gradient != null;
        Tensor y = tape.output(x.rows, x.columns, wanted);
        Tensor h = tape.output(x.rows, x.columns, false);
        Tensor inverse = tape.output(x.rows, 1, false);
        int n = x.columns;
        for (int i = 0; i < x.rows; i++) {
            inverse.value[i] = standardise(x.value, x.start + i * n, h.value, i * n, n);
            for (int j = 0; j < n; j++) {
                y.value[i * n + j] = h.value[i * n + j] * gain.value[gain.start + j] + shift.value[shift.start + j];
            }
        }
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> layerNormBack(x, gain, shift, h, inverse, dy));
        }
        return y;
    }

    private static float standardise(float[] x, int xStart, float[] h, int hStart, int n) {
        double mean = 0;
        for (int j = 0; j < n; j++) {
            mean += x[xStart + j];
        }
        mean /= n;
        double variance = 0;
        for (int j = 0; j < n; j++) {
            double d = x[xStart + j] - mean;
            variance += d * d;
        }
        float inverse = (float) (1 / Math.sqrt(variance / n + LEAST_VARIANCE));
        float centre = (float) mean;
        for (int j = 0; j < n; j++) {
            h[hStart + j] = (x[xStart + j] - centre) * inverse;
        }
        return inverse;
    }

    /** With e = dy gain: dx = (e - mean(e) - h mean(e h)) / sigma. */
    private static void layerNormBack(Tensor x, Tensor gain, Tensor shift, Tensor h, Tensor inverse, float[] dy) {
        int n = x.columns;
        for (int i = 0; i < x.rows; i++) {
            int at = i * n;
            if (gain.gradient != null) {
                Kernels.addProduct(dy, at, h.value, at, gain.gradient, gain.start, n);
            }
            if (shift.gradient != null) {
                Kernels.add(1, dy, at, shift.gradient, shift.start, n);
            }
            if (x.gradient != null) {
                standardiseBack(x.gradient, x.start + at, gain, h.value, dy, at, n, inverse.value[i]);
            }
        }
    }

    private static void standardiseBack(float[] dx, int dxStart, Tensor gain, float[] h, float[] dy, int at, int n,
            float inverse) {
        double sum = 0;
        double along = 0;
        for (int j = 0; j < n; j++) {
            double e = dy[at + j] * gain.value[gain.start + j];
            sum += e;
            along += e * h[at + j];
        }
        float mean = (float) (sum / n);
        float slope = (float) (along / n);
        for (int j = 0; j < n; j++) {
            dx[dxStart + j] += (dy[at + j] * gain.value[gain.start + j] - mean - h[at + j] * slope) * inverse;
        }
    }
}
