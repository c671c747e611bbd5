package matterbook.nn.blas;

/**
 * The one product that learning needs, C := op(A) op(B) + beta C, in single precision on arrays of the heap.
 *
 * <p>Matrices are stored row by row. A matrix is an array, the place of its first element and the distance between the
 * starts of two rows; it may be a part of a larger one. op(M) is M or its transpose. Both implementations give the same
 * within rounding, and each the same bits for the same call with one thread.
 */
public sealed interface Blas permits OpenBlas, JavaBlas {
    /** The system property that chooses: {@code java} forces plain Java; anything else leaves the choice to the machine. */
    String PROPERTY = "matterbook.blas";

    /** OpenBLAS if it loads on this machine and {@value #PROPERTY} does not forbid it, plain Java otherwise. */
    static Blas best() {
        return Chosen.BLAS;
    }

    /**
     * C := op(A) op(B) + beta C. op(A) has {@code m} rows and {@code k} columns, op(B) {@code k} and {@code n}, C {@code m}
     * and {@code n}. With beta = 0 what C held before does not matter, not even a NaN.
     *
     * @param transposeA whether op(A) is the transpose of what is stored
     * @param aStart where A begins in {@code a}
     * @param aStride from the start of a stored row of A to that of the next
     * @throws IndexOutOfBoundsException if a matrix does not lie inside of its array
     */
    void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart, int aStride,
            float[] b, int bStart, int bStride, float beta, float[] c, int cStart, int cStride);

    /** How many threads a product may use; 1 at first. Plain Java has one only. */
    void threads(int threads);

    /** Name and version, for people and for training records. */
    String name();
}
