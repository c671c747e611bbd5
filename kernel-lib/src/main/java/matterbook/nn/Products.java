package matterbook.nn;

import java.util.List;

import matterbook.core.Require;
import matterbook.nn.blas.Blas;

/** Operations whose cost is in matrix products. */
final class Products {
    private Products() {}

    static Tensor linear(Tape tape, Tensor x, Tensor w, Tensor b) {
        Tensor y = tape.output(x.rows, w.columns, tracked(x, w, b));
        affine(tape.blas(), x, w, b, y);
        if (y.gradient != null) {
            float[] dy = y.gradient;
            tape.record(() -> linearBack(tape.blas(), x, w, b, dy));
        }
        return y;
    }

    /** y = x w + b. */
    private static void affine(Blas blas, Tensor x, Tensor w, Tensor b, Tensor y) {
        Require.that(x.columns == w.rows, "rows of " + x.columns + " numbers meet a matrix for " + w.rows);
        Require.that(b.rows == 1 && b.columns == w.columns,
                "a row of " + w.columns + " numbers is to be added, not " + b.shape());
        fill(b, y);
        addProduct(blas, x, w, y);
    }

    /** Each row of y becomes b. What is there already is copied as a whole, which is quicker than row by row. */
    private static void fill(Tensor b, Tensor y) {
        int filled = Math.min(y.columns, y.size());
        System.arraycopy(b.value, b.start, y.value, y.start, filled);
        while (filled < y.size()) {
            int more = Math.min(filled, y.size() - filled);
            System.arraycopy(y.value, y.start, y.value, y.start + filled, more);
            filled += more;
        }
    }

    /** y += x w. */
    private static void addProduct(Blas blas, Tensor x, Tensor w, Tensor y) {
        blas.multiply(false, false, x.rows, w.columns, w.rows, x.value, x.start, x.columns, w.value, w.start,
                w.columns, 1, y.value, y.start, y.columns);
    }

    /** dw += x^T dy, db += sum of dy's rows, dx += dy w^T. */
    private static void linearBack(Blas blas, Tensor x, Tensor w, Tensor b, float[] dy) {
        int n = w.columns;
        if (w.gradient != null) {
            blas.multiply(true, false, w.rows, n, x.rows, x.value, x.start, x.columns, dy, 0, n, 1, w.gradient,
                    w.start, n);
        }
        if (b.gradient != null) {
            for (int i = 0; i < x.rows; i++) {
                Kernels.add(1, dy, i * n, b.gradient, b.start, n);
            }
        }
        if (x.gradient != null) {
            blas.multiply(false, true, x.rows, w.rows, n, dy, 0, n, w.value, w.start, n, 1, x.gradient, x.start,
                    x.columns);
        }
    }

    /**
     * net = r g + x^2 wb + c with r = x wr + br and g = x wg + bg (eq. 5 of the second-order networks).
     *
     * @param p wr, br, wg, bg, wb, c
     */
    static Tensor quadratic(Tape tape, Tensor x, List<Tensor> p) {
        boolean wanted = x.gradient != null || p.stream().anyMatch(part -> part.gradient != null);
        int columns = p.getFirst().columns;
        Tensor r = tape.output(x.rows, columns, wanted);
        Tensor g = tape.output(x.rows, columns, wanted);
        Tensor squared = tape.output(x.rows, x.columns, wanted);
        Tensor y = tape.output(x.rows, columns, wanted);
        Blas blas = tape.blas();
        affine(blas, x, p.get(0), p.get(1), r);
        affine(blas, x, p.get(2), p.get(3), g);
        Kernels.product(x.value, x.start, x.value, x.start, squared.value, 0, x.size());
        affine(blas, squared, p.get(4), p.get(5), y);
        Kernels.addProduct(r.value, 0, g.value, 0, y.value, 0, y.size());
        if (y.gradient != null) {
            tape.record(() -> quadraticBack(blas, x, p, r, g, squared, y));
        }
        return y;
    }

    /**
     * dwr += x^T (dy g), dbr += dy g, dwg += x^T (dy r), dbg += dy r, dwb += (x^2)^T dy, dc += dy, and
     * dx += (dy g) wr^T + (dy r) wg^T + 2 x (dy wb^T).
     */
    private static void quadraticBack(Blas blas, Tensor x, List<Tensor> p, Tensor r, Tensor g, Tensor squared,
            Tensor y) {
        float[] dy = gradient(y);
        float[] dr = gradient(r);
        float[] dg = gradient(g);
        float[] dSquared = gradient(squared);
        Kernels.product(dy, 0, g.value, 0, dr, 0, y.size());
        Kernels.product(dy, 0, r.value, 0, dg, 0, y.size());
        linearBack(blas, x, p.get(0), p.get(1), dr);
        linearBack(blas, x, p.get(2), p.get(3), dg);
        linearBack(blas, squared, p.get(4), p.get(5), dy);
        if (x.gradient != null) {
            float[] dx = x.gradient;
            for (int i = 0; i < x.size(); i++) {
                dx[x.start + i] += 2 * x.value[x.start + i] * dSquared[i];
            }
        }
    }

    private static float[] gradient(Tensor tensor) {
        float[] gradient = tensor.gradient;
        if (gradient == null) {
            throw new IllegalStateException("no gradient was kept");
        }
        return gradient;
    }

    private static boolean tracked(Tensor x, Tensor w, Tensor b) {
        return x.gradient != null || w.gradient != null || b.gradient != null;
    }
}
