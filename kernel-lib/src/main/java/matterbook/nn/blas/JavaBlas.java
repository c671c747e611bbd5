package matterbook.nn.blas;

import java.util.Arrays;

import matterbook.core.Require;

/**
 * The product in plain Java. The innermost loop runs along rows of B and C, so that the compiler makes vectors of it; four
 * rows of B are taken at a time, and so many columns that these rows stay in the cache.
 */
public final class JavaBlas implements Blas {
    private static final int COLUMNS = 1024;
    private static final int ROWS = 4;
    /** Multiplications of a piece, some 0.05 s. */
    private static final long PIECE = 1L << 28;

    private final String reason;

    /** For tests and comparisons; others ask {@link Blas#best}. */
    public JavaBlas() {
        this("chosen");
    }

    JavaBlas(String reason) {
        this.reason = reason;
    }

    @Override
    public void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart,
            int aStride, float[] b, int bStart, int bStride, float beta, float[] c, int cStart, int cStride) {
        Bounds.check(transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, c, cStart, cStride);
        if (Pieces.tooLong(PIECE, m, n, k)) {
            Pieces.multiply(this, transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, beta, c,
                    cStart, cStride);
            return;
        }
        for (int i = 0; i < m; i++) {
            scale(c, cStart + i * cStride, n, beta);
        }
        int down = transposeA ? aStride : 1; // from one element of a row of op(A) to the next
        int across = transposeA ? 1 : aStride; // from one row of op(A) to the next
        if (transposeB) {
            addProduct(m, n, k, a, aStart, across, down, transposed(b, bStart, bStride, k, n), 0, n, c, cStart,
                    cStride);
        } else {
            addProduct(m, n, k, a, aStart, across, down, b, bStart, bStride, c, cStart, cStride);
        }
    }

    private static void addProduct(int m, int n, int k, float[] a, int aStart, int across, int down, float[] b,
            int bStart, int bStride, float[] c, int cStart, int cStride) {
        for (int first = 0; first < n; first += COLUMNS) {
            int width = Math.min(COLUMNS, n - first);
            int l = 0;
            for (; l + ROWS <= k; l += ROWS) {
                for (int i = 0; i < m; i++) {
                    int at = aStart + i * across + l * down;
                    addFour(a[at], a[at + down], a[at + 2 * down], a[at + 3 * down], b,
                            bStart + l * bStride + first, bStride, c, cStart + i * cStride + first, width);
                }
            }
            for (; l < k; l++) {
                for (int i = 0; i < m; i++) {
                    addOne(a[aStart + i * across + l * down], b, bStart + l * bStride + first, c,
                            cStart + i * cStride + first, width);
                }
            }
        }
    }

    private static void addFour(float a0, float a1, float a2, float a3, float[] b, int b0, int stride, float[] c,
            int c0, int width) {
        int b1 = b0 + stride;
        int b2 = b1 + stride;
        int b3 = b2 + stride;
        for (int j = 0; j < width; j++) {
            c[c0 + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + (a2 * b[b2 + j] + a3 * b[b3 + j]);
        }
    }

    private static void addOne(float a0, float[] b, int b0, float[] c, int c0, int width) {
        for (int j = 0; j < width; j++) {
            c[c0 + j] += a0 * b[b0 + j];
        }
    }

    private static void scale(float[] c, int start, int n, float beta) {
        if (beta == 0) {
            Arrays.fill(c, start, start + n, 0);
        } else if (beta != 1) {
            for (int j = start; j < start + n; j++) {
                c[j] *= beta;
            }
        }
    }

    /** The {@code n} stored rows of length {@code k} as {@code k} rows of length {@code n}. */
    private static float[] transposed(float[] b, int start, int stride, int k, int n) {
        float[] rows = new float[k * n];
        for (int j = 0; j < n; j++) {
            for (int l = 0; l < k; l++) {
                rows[l * n + j] = b[start + j * stride + l];
            }
        }
        return rows;
    }

    @Override
    public void threads(int threads) {
        Require.positive(threads, "the number of threads");
    }

    @Override
    public String name() {
        return "plain Java (" + reason + ")";
    }

    @Override
    public String toString() {
        return name();
    }
}
