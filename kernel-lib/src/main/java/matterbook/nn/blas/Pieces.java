package matterbook.nn.blas;

import matterbook.core.Stop;

/**
 * Long products in halves of halves, so that a stop is heard between them. The longer side of C is halved, never the sums
 * that its elements are, so each keeps the order in which its terms are added.
 */
final class Pieces {
    private Pieces() {}

    /** Whether a product has more multiplications than this and can be cut. */
    static boolean tooLong(long most, int m, int n, int k) {
        return (long) m * n > most / Math.max(1, k) && Math.max(m, n) > 1;
    }

    /** As {@link Blas#multiply}, in two halves. */
    static void multiply(Blas blas, boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart,
            int aStride, float[] b, int bStart, int bStride, float beta, float[] c, int cStart, int cStride) {
        Stop.check();
        int half = Math.max(m, n) / 2;
        if (m >= n) {
            int below = aStart + half * (transposeA ? 1 : aStride);
            blas.multiply(transposeA, transposeB, half, n, k, a, aStart, aStride, b, bStart, bStride, beta, c, cStart,
                    cStride);
            blas.multiply(transposeA, transposeB, m - half, n, k, a, below, aStride, b, bStart, bStride, beta, c,
                    cStart + half * cStride, cStride);
        } else {
            int right = bStart + half * (transposeB ? bStride : 1);
            blas.multiply(transposeA, transposeB, m, half, k, a, aStart, aStride, b, bStart, bStride, beta, c, cStart,
                    cStride);
            blas.multiply(transposeA, transposeB, m, n - half, k, a, aStart, aStride, b, right, bStride, beta, c,
                    cStart + half, cStride);
        }
    }
}
