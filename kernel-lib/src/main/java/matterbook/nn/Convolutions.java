package matterbook.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import matterbook.core.Stop;
import matterbook.nn.blas.Blas;

/**
 * Convolutions as products: with P the unfolded image (pixels x places), an image that comes out (channels x places) is
 * W^T P + b. One product an image, so that results lie as images do.
 */
final class Convolutions {
    private Convolutions() {}

    static Tensor linear(Tape tape, Unfolding unfolding, Tensor x, Tensor w, Tensor b) {
        boolean wanted = x.gradient != null || w.gradient != null || b.gradient != null;
        Tensor patches = tape.output(x.rows, unfolding.pixels() * unfolding.places(), wanted);
        Tensor y = tape.output(x.rows, w.columns * unfolding.places(), wanted);
        unfold(unfolding, x, patches);
        affine(tape.blas(), unfolding, patches, w, b, y);
        float[] dy = y.gradient;
        float[] dPatches = patches.gradient;
        if (dy != null && dPatches != null) {
            tape.record(() -> {
                affineBack(tape.blas(), unfolding, patches, w, b, dy);
                fold(unfolding, dPatches, x);
            });
        }
        return y;
    }

    /**
     * (Wr^T P + br) (Wg^T P + bg) + Wb^T P^2 + c.
     *
     * @param p wr, br, wg, bg, wb, c
     */
    static Tensor quadratic(Tape tape, Unfolding unfolding, Tensor x, List<Tensor> p) {
        boolean wanted = x.gradient != null || p.stream().anyMatch(part -> part.gradient != null);
        int columns = p.getFirst().columns * unfolding.places();
        Tensor patches = tape.output(x.rows, unfolding.pixels() * unfolding.places(), wanted);
        Tensor squares = tape.output(x.rows, patches.columns, wanted);
        Tensor r = tape.output(x.rows, columns, wanted);
        Tensor g = tape.output(x.rows, columns, wanted);
        Tensor y = tape.output(x.rows, columns, wanted);
        Blas blas = tape.blas();
        unfold(unfolding, x, patches);
        Kernels.product(patches.value, 0, patches.value, 0, squares.value, 0, patches.size());
        affine(blas, unfolding, patches, p.get(0), p.get(1), r);
        affine(blas, unfolding, patches, p.get(2), p.get(3), g);
        affine(blas, unfolding, squares, p.get(4), p.get(5), y);
        Kernels.addProduct(r.value, 0, g.value, 0, y.value, 0, y.size());
        if (y.gradient != null) {
            tape.record(() -> quadraticBack(blas, unfolding, x, p, patches, squares, List.of(r, g, y)));
        }
        return y;
    }

    private static void quadraticBack(Blas blas, Unfolding unfolding, Tensor x, List<Tensor> p, Tensor patches,
            Tensor squares, List<Tensor> rgy) {
        float[] dr = Objects.requireNonNull(rgy.get(0).gradient);
        float[] dg = Objects.requireNonNull(rgy.get(1).gradient);
        float[] dy = Objects.requireNonNull(rgy.get(2).gradient);
        Kernels.product(dy, 0, rgy.get(1).value, 0, dr, 0, rgy.get(2).size());
        Kernels.product(dy, 0, rgy.get(0).value, 0, dg, 0, rgy.get(2).size());
        affineBack(blas, unfolding, patches, p.get(0), p.get(1), dr);
        affineBack(blas, unfolding, patches, p.get(2), p.get(3), dg);
        affineBack(blas, unfolding, squares, p.get(4), p.get(5), dy);
        float[] dPatches = Objects.requireNonNull(patches.gradient);
        float[] dSquares = Objects.requireNonNull(squares.gradient);
        for (int i = 0; i < patches.size(); i++) {
            dPatches[i] += 2 * patches.value[i] * dSquares[i];
        }
        fold(unfolding, dPatches, x);
    }

    private static void unfold(Unfolding unfolding, Tensor x, Tensor patches) {
        for (int i = 0; i < x.rows; i++) {
            Stop.check();
            unfolding.unfold(x.value, x.start + i * x.columns, patches.value, i * patches.columns);
        }
    }

    private static void fold(Unfolding unfolding, float[] dPatches, Tensor x) {
        float[] dx = x.gradient;
        if (dx != null) {
            int size = unfolding.pixels() * unfolding.places();
            for (int i = 0; i < x.rows; i++) {
                Stop.check();
                unfolding.fold(dPatches, i * size, dx, x.start + i * x.columns);
            }
        }
    }

    private static void affine(Blas blas, Unfolding unfolding, Tensor patches, Tensor w, Tensor b, Tensor y) {
        int places = unfolding.places();
        for (int i = 0; i < y.rows; i++) {
            Stop.check();
            for (int c = 0; c < w.columns; c++) {
                int at = i * y.columns + c * places;
                Arrays.fill(y.value, at, at + places, b.value[b.start + c]);
            }
            blas.multiply(true, false, w.columns, places, w.rows, w.value, w.start, w.columns, patches.value,
                    i * patches.columns, places, 1, y.value, i * y.columns, places);
        }
    }

    /** dW += P dy^T, db += sum of dy over places, dP += W dy. */
    private static void affineBack(Blas blas, Unfolding unfolding, Tensor patches, Tensor w, Tensor b, float[] dy) {
        int places = unfolding.places();
        int size = w.columns * places;
        for (int i = 0; i < patches.rows; i++) {
            Stop.check();
            if (w.gradient != null) {
                blas.multiply(false, true, w.rows, w.columns, places, patches.value, i * patches.columns, places, dy,
                        i * size, places, 1, w.gradient, w.start, w.columns);
            }
            if (b.gradient != null) {
                addSums(dy, i * size, places, b.gradient, b.start, w.columns);
            }
            if (patches.gradient != null) {
                blas.multiply(false, false, w.rows, places, w.columns, w.value, w.start, w.columns, dy, i * size,
                        places, 1, patches.gradient, i * patches.columns, places);
            }
        }
    }

    private static void addSums(float[] dy, int from, int places, float[] db, int to, int channels) {
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int j = 0; j < places; j++) {
                sum += dy[from + c * places + j];
            }
            db[to + c] += (float) sum;
        }
    }
}
