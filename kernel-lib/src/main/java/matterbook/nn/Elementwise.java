package matterbook.nn;

import matterbook.core.Require;
import matterbook.core.Rng;

/** Operations that treat every number alike. */
final class Elementwise {
    private static final int RANDOM_BITS = 24;

    private Elementwise() {}

    static Tensor activate(Tape tape, Activation function, Tensor x) {
        Tensor y = tape.output(x.rows, x.columns, x.gradient != null);
        function.forward(x, y);
        float[] dx = x.gradient;
        float[] dy = y.gradient;
        if (dx != null && dy != null) {
            tape.record(() -> function.back(y, dy, dx, x.start));
        }
        return y;
    }

    /**
     * How y = f(x) changes when x does by dx: f'(x) dx, found from y, with derivatives by x and by dx.
     *
     * @param y made by {@link #activate}
     */
    static Tensor change(Tape tape, Activation function, Tensor y, Tensor dx) {
        same(y, dx);
        Tensor z = tape.output(y.rows, y.columns, y.gradient != null || dx.gradient != null);
        for (int i = 0; i < z.size(); i++) {
            z.value[i] = function.slope(y.value[y.start + i]) * dx.value[dx.start + i];
        }
        float[] dz = z.gradient;
        if (dz != null) {
            tape.record(() -> {
                for (int i = 0; i < z.size(); i++) {
                    float value = y.value[y.start + i];
                    if (dx.gradient != null) {
                        dx.gradient[dx.start + i] += function.slope(value) * dz[i];
                    }
                    if (y.gradient != null) {
                        y.gradient[y.start + i] += function.bend(value) * dx.value[dx.start + i] * dz[i];
                    }
                }
            });
        }
        return z;
    }

    /** p a + q b. */
    static Tensor combine(Tape tape, Tensor a, float p, Tensor b, float q) {
        same(a, b);
        Tensor y = tape.output(a.rows, a.columns, a.gradient != null || b.gradient != null);
        for (int i = 0; i < y.size(); i++) {
            y.value[i] = p * a.value[a.start + i] + q * b.value[b.start + i];
        }
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> {
                addTo(a, p, dy);
                addTo(b, q, dy);
            });
        }
        return y;
    }

    static Tensor scale(Tape tape, float factor, Tensor x) {
        Tensor y = tape.output(x.rows, x.columns, x.gradient != null);
        for (int i = 0; i < y.size(); i++) {
            y.value[i] = factor * x.value[x.start + i];
        }
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> addTo(x, factor, dy));
        }
        return y;
    }

    static Tensor multiply(Tape tape, Tensor a, Tensor b) {
        same(a, b);
        Tensor y = tape.output(a.rows, a.columns, a.gradient != null || b.gradient != null);
        Kernels.product(a.value, a.start, b.value, b.start, y.value, 0, y.size());
        float[] dy = y.gradient;
        if (dy != null) {
            tape.record(() -> {
                if (a.gradient != null) {
                    Kernels.addProduct(dy, 0, b.value, b.start, a.gradient, a.start, a.size());
                }
                if (b.gradient != null) {
                    Kernels.addProduct(dy, 0, a.value, a.start, b.gradient, b.start, b.size());
                }
            });
        }
        return y;
    }

    static Tensor mean(Tape tape, Tensor x) {
        Tensor y = tape.output(1, 1, x.gradient != null);
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.value[x.start + i];
        }
        y.value[0] = (float) (sum / x.size());
        float[] dx = x.gradient;
        float[] dy = y.gradient;
        if (dx != null && dy != null) {
            tape.record(() -> {
                float share = dy[0] / x.size();
                for (int i = 0; i < x.size(); i++) {
                    dx[x.start + i] += share;
                }
            });
        }
        return y;
    }

    /** The mask is drawn number by number, in order, so a generator of the same state drops the same. */
    static Tensor dropout(Tape tape, float chance, Tensor x, Rng rng) {
        Tensor mask = tape.output(x.rows, x.columns, false);
        float kept = 1 / (1 - chance);
        long limit = (long) (chance * (1 << RANDOM_BITS));
        for (int i = 0; i < x.size(); i++) {
            mask.value[i] = rng.nextLong() >>> (Long.SIZE - RANDOM_BITS) < limit ? 0 : kept;
        }
        return multiply(tape, x, mask);
    }

    private static void addTo(Tensor x, float factor, float[] dy) {
        if (x.gradient != null) {
            Kernels.add(factor, dy, 0, x.gradient, x.start, x.size());
        }
    }

    static void same(Tensor a, Tensor b) {
        Require.that(a.rows == b.rows && a.columns == b.columns,
                "two tensors of the same shape are wanted, not " + a.shape() + " and " + b.shape());
    }
}
