package matterbook.markov;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SchurTransformer;

/**
 * The eigenvalues of a transition matrix, largest modulus first; the first is 1.
 *
 * <p>{@code |lambda_2|} is the largest modulus among the rest, and the law approaches its limit as
 * {@code |lambda_2|^t}.
 */
public record Spectrum(List<Eigenvalue> eigenvalues) {
    /** A modulus this close to 1 is 1: rounding of the decomposition. */
    private static final double ROUNDING = 1e-12;

    public Spectrum {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** An eigenvalue, perhaps complex. */
    public record Eigenvalue(double real, double imaginary) {
        /** {@code sqrt(real^2 + imaginary^2)}. */
        public double modulus() {
            return Math.hypot(real, imaginary);
        }

        @Override
        public String toString() {
            String sign = imaginary < 0 ? " - " : " + ";
            String tail = Math.abs(imaginary) < ROUNDING ? "" : sign + Names.shown(Math.abs(imaginary)) + "i";
            return Names.shown(real) + tail;
        }
    }

    /**
     * The eigenvalues on the diagonal of the real Schur form, whose blocks of two rows are solved here: Hipparchus's
     * own EigenDecompositionNonSymmetric takes each such block for a complex pair, real as it may be, and so loses
     * the -1 of some periodic chains.
     */
    static Spectrum of(double[][] matrix) {
        double[][] t = new SchurTransformer(MatrixUtils.createRealMatrix(matrix)).getT().getData();
        List<Eigenvalue> found = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            if (i + 1 < t.length && Math.abs(t[i + 1][i]) > ROUNDING) {
                addBlock(found, t[i][i], t[i][i + 1], t[i + 1][i], t[i + 1][i + 1]);
                i++;
            } else {
                found.add(new Eigenvalue(t[i][i], 0));
            }
        }
        found.sort(Comparator.comparingDouble((Eigenvalue z) -> -Math.rint(z.modulus() / ROUNDING))
                .thenComparingDouble(z -> -z.real()).thenComparingDouble(z -> -z.imaginary()));
        return new Spectrum(found);
    }

    /** The roots of {@code z^2 - (a + d) z + a d - b c}. */
    private static void addBlock(List<Eigenvalue> found, double a, double b, double c, double d) {
        double centre = (a + d) / 2;
        double square = (a - d) / 2 * ((a - d) / 2) + b * c;
        double root = Math.sqrt(Math.abs(square));
        found.add(square >= 0 ? new Eigenvalue(centre + root, 0) : new Eigenvalue(centre, root));
        found.add(square >= 0 ? new Eigenvalue(centre - root, 0) : new Eigenvalue(centre, -root));
    }

    /** {@code |lambda_2|}; 0 for a single state. */
    public double secondModulus() {
        return eigenvalues.size() < 2 ? 0 : eigenvalues.get(1).modulus();
    }

    /**
     * The absolute spectral gap {@code 1 - |lambda_2|} (Levin and Peres, section 12.2); 0 for a chain that is
     * periodic or has several closed classes.
     */
    public double gap() {
        double gap = 1 - secondModulus();
        return gap < ROUNDING ? 0 : gap;
    }

    /** The relaxation time {@code 1 / (1 - |lambda_2|)} in steps (Levin and Peres, section 12.2); infinite without a gap. */
    public double relaxationTime() {
        return 1 / gap();
    }

    /**
     * The decay time {@code -1 / ln |lambda_2|} in steps: the distance to the limit falls by a factor e in it. A
     * little shorter than the {@link #relaxationTime()}, the same when both are long.
     */
    public double decayTime() {
        return gap() == 0 ? Double.POSITIVE_INFINITY : -1 / Math.log(secondModulus());
    }

    @Override
    public String toString() {
        return "eigenvalues " + eigenvalues + ", gap " + Names.shown(gap());
    }
}
