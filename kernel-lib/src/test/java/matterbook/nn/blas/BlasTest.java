package matterbook.nn.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

/** Both ways to multiply against sums in double precision. */
class BlasTest {
    private static final List<int[]> SIZES = List.of(new int[]{1, 1, 1}, new int[]{1, 50, 43}, new int[]{1, 7, 5},
            new int[]{32, 50, 43}, new int[]{33, 1, 9}, new int[]{5, 3, 1}, new int[]{17, 1100, 6},
            new int[]{2, 2, 300},
            new int[]{64, 31, 130});

    @Test
    void thisMachineHasOpenBlas() {
        assertInstanceOf(OpenBlas.class, Blas.best(), Blas.best().name());
        assertTrue(Blas.best().name().startsWith("OpenBLAS 0.3."), Blas.best().name());
    }

    @Test
    void moreThreadsGiveTheSameWithinRounding() throws Throwable {
        float[] a = random(300 * 300, Rng.seeded(1));
        float[] one = new float[300 * 300];
        float[] two = new float[300 * 300];
        Blas.best().multiply(false, false, 300, 300, 300, a, 0, 300, a, 0, 300, 0, one, 0, 300);
        assertThreads(1);
        Blas.best().threads(2);
        try {
            assertThreads(2);
            Blas.best().multiply(false, false, 300, 300, 300, a, 0, 300, a, 0, 300, 0, two, 0, 300);
        } finally {
            Blas.best().threads(1);
        }
        assertThreads(1);
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i], two[i], 1e-4);
        }
        assertEquals("the number of threads must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> Blas.best().threads(0)).getMessage());
    }

    /** What OpenBLAS says itself; asked by the name under which {@link LoaderName} lets Linux know it. */
    private static void assertThreads(int expected) throws Throwable {
        if (System.getProperty("os.name").equals("Linux")) {
            try (Arena arena = Arena.ofConfined()) {
                MethodHandle ask = Linker.nativeLinker().downcallHandle(
                        SymbolLookup.libraryLookup("libopenblas.so", arena).findOrThrow("openblas_get_num_threads"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT));
                assertEquals(expected, (int) ask.invokeExact());
            }
        }
    }

    /** All kinds of products, in halves along either side. */
    @Test
    void halvesMakeTheSameProduct() {
        Rng rng = Rng.seeded(4);
        for (int[] size : List.of(new int[]{33, 20, 7}, new int[]{6, 21, 40}, new int[]{2, 1, 5})) {
            for (int kind = 0; kind < 8; kind++) {
                check(inHalves(Blas.best()), (kind & 1) > 0, (kind & 2) > 0, size[0], size[1], size[2],
                        (kind & 4) > 0 ? 1 : 0, rng);
            }
        }
    }

    private static Product inHalves(Blas blas) {
        return (transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, beta, c, cStart,
                cStride) -> Pieces.multiply(blas, transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart,
                        bStride, beta, c, cStart, cStride);
    }

    @Test
    void longProductsCanBeStopped() {
        float[] a = new float[1100 * 1000];
        for (Blas blas : List.of(Blas.best(), new JavaBlas())) {
            Stop.request();
            try {
                assertThrows(Stopped.class, () -> blas.multiply(false, false, 1100, 1000, 1000, a, 0, 1000, a, 0, 1000,
                        0, new float[1100 * 1000], 0, 1000));
                blas.multiply(false, false, 10, 10, 10, a, 0, 10, a, 0, 10, 0, new float[100], 0, 10);
            } finally {
                Stop.clear();
            }
        }
    }

    /** As {@link Blas#multiply}. */
    private interface Product {
        void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart, int aStride,
                float[] b, int bStart, int bStride, float beta, float[] c, int cStart, int cStride);
    }

    @Test
    void bothAgreeWithSumsInDoublePrecision() {
        for (Blas blas : List.of(Blas.best(), new JavaBlas())) {
            Rng rng = Rng.seeded(3);
            for (int[] size : SIZES) {
                for (int kind = 0; kind < 8; kind++) {
                    check(blas::multiply, (kind & 1) > 0, (kind & 2) > 0, size[0], size[1], size[2],
                            (kind & 4) > 0 ? 1 : 0, rng);
                }
            }
        }
    }

    /** Matrices lie in the middle of larger arrays, with gaps between rows, which must not be touched. */
    private static void check(Product blas, boolean transposeA, boolean transposeB, int m, int n, int k, float beta,
            Rng rng) {
        int aStride = (transposeA ? m : k) + 2;
        int bStride = (transposeB ? k : n) + 3;
        int cStride = n + 1;
        float[] a = random(5 + (transposeA ? k : m) * aStride, rng);
        float[] b = random(4 + (transposeB ? n : k) * bStride, rng);
        float[] before = random(3 + m * cStride, rng);
        float[] c = before.clone();
        if (beta == 0) {
            for (int i = 0; i < m; i++) { // what was there must not matter
                Arrays.fill(c, 3 + i * cStride, 3 + i * cStride + n, Float.NaN);
            }
        }
        blas.multiply(transposeA, transposeB, m, n, k, a, 5, aStride, b, 4, bStride, beta, c, 3, cStride);
        String what = transposeA + " " + transposeB + " " + m + " " + n + " " + k + " " + beta;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = beta == 0 ? 0 : before[3 + i * cStride + j];
                double size = 1;
                for (int l = 0; l < k; l++) {
                    double term = (double) a[5 + (transposeA ? l * aStride + i : i * aStride + l)]
                            * b[4 + (transposeB ? j * bStride + l : l * bStride + j)];
                    sum += term;
                    size += Math.abs(term);
                }
                assertEquals(sum, c[3 + i * cStride + j], 4e-7 * size, what);
            }
            if (i < m - 1) {
                assertEquals(before[3 + i * cStride + n], c[3 + i * cStride + n], what);
            }
        }
    }

    @Test
    void aProductOfNothingIsZero() {
        for (Blas blas : List.of(Blas.best(), new JavaBlas())) {
            float[] c = {1, 2};
            blas.multiply(false, false, 1, 2, 0, new float[0], 0, 1, new float[0], 0, 2, 0, c, 0, 2);
            assertEquals("[0.0, 0.0]", Arrays.toString(c));
        }
    }

    @Test
    void matricesOutsideOfTheirArraysAreRefused() {
        for (Blas blas : List.of(Blas.best(), new JavaBlas())) {
            IndexOutOfBoundsException far = assertThrows(IndexOutOfBoundsException.class, () -> blas.multiply(false,
                    false, 2, 2, 2, new float[4], 1, 2, new float[4], 0, 2, 0, new float[4], 0, 2));
            assertEquals("A: elements 1 to 5 are not all in an array of 4", far.getMessage());
            IndexOutOfBoundsException near = assertThrows(IndexOutOfBoundsException.class, () -> blas.multiply(false,
                    false, 2, 2, 2, new float[4], 0, 2, new float[4], 0, 1, 0, new float[4], 0, 2));
            assertEquals("B: 2 rows of 2 columns cannot start 1 apart", near.getMessage());
        }
    }

    @Test
    void theSameCallGivesTheSameBits() {
        Rng rng = Rng.seeded(8);
        float[] a = random(100 * 300, rng);
        float[] b = random(300 * 120, rng);
        float[] first = new float[100 * 120];
        float[] second = new float[100 * 120];
        Blas.best().multiply(false, false, 100, 120, 300, a, 0, 300, b, 0, 120, 0, first, 0, 120);
        Blas.best().multiply(false, false, 100, 120, 300, a, 0, 300, b, 0, 120, 0, second, 0, 120);
        assertTrue(Arrays.equals(first, second));
    }

    private static float[] random(int size, Rng rng) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) rng.nextGaussian();
        }
        return values;
    }
}
