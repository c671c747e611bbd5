package matterbook.nn.blas;

import java.util.Objects;

/** Matrices must lie inside of their arrays: native code does not look. */
final class Bounds {
    private Bounds() {}

    /** Checks a stored matrix. */
    static void check(String name, float[] array, int start, int stride, int rows, int columns) {
        if (rows < 0 || columns < 0 || stride < Math.max(1, columns)) {
            throw new IndexOutOfBoundsException(name + ": " + rows + " rows of " + columns
                    + " columns cannot start " + stride + " apart");
        }
        if (rows > 0 && columns > 0) {
            long end = start + (rows - 1L) * stride + columns;
            if (start < 0 || end > array.length) {
                throw new IndexOutOfBoundsException(name + ": elements " + start + " to " + end
                        + " are not all in an array of " + array.length);
            }
        }
    }

    static void check(boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart, int aStride,
            float[] b, int bStart, int bStride, float[] c, int cStart, int cStride) {
        Objects.requireNonNull(c);
        check("A", a, aStart, aStride, transposeA ? k : m, transposeA ? m : k);
        check("B", b, bStart, bStride, transposeB ? n : k, transposeB ? k : n);
        check("C", c, cStart, cStride, m, n);
    }
}
