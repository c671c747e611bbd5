package matterbook.nn;

import java.util.Arrays;
import java.util.Objects;

import matterbook.core.Stop;
import matterbook.nn.blas.Blas;
import org.jspecify.annotations.Nullable;

/**
 * One pass of an {@link Lstm} over a batch. Row i of all tensors is sequence i, step after step; the part of the gates that
 * comes from the inputs is found for all steps at once, the part from the state by a product for each.
 */
final class LstmPass {
    private final Tape tape;
    private final Blas blas;
    private final LstmInputs inputs;
    private final Tensor wh;
    private final @Nullable LstmState start;
    private final int steps;
    private final int units;
    private final int four;
    private final int rows;
    /** i, f, o, g of each step; their derivatives by what the functions were applied to. */
    private final Tensor gates;
    private final Tensor cells;
    /** tanh(c). */
    private final Tensor squashed;
    private final Tensor h;

    /**
     * Where the state before a step lies, of sequence i: in the tensors of all steps, or in the one that the pass began with.
     */
    private record Before(Tensor h, Tensor c, int offset, int stride) {
        int h(int i) {
            return h.start + offset + i * stride;
        }

        int c(int i) {
            return c.start + offset + i * stride;
        }
    }

    /** @param start the state before the first step; none is zeros */
    LstmPass(Tape tape, LstmInputs inputs, Tensor wh, int steps, @Nullable LstmState start) {
        this.tape = tape;
        this.inputs = inputs;
        this.wh = wh;
        this.steps = steps;
        this.start = start;
        blas = tape.blas();
        units = wh.rows;
        four = wh.columns;
        rows = inputs.rows() / steps;
        if (start != null) {
            start.refuseOthers(rows, units);
        }
        boolean wanted = inputs.wanted() || wh.gradient != null
                || (start != null && (start.h().gradient != null || start.c().gradient != null));
        gates = tape.output(rows, steps * four, wanted);
        cells = tape.output(rows, steps * units, wanted);
        squashed = tape.output(rows, steps * units, false);
        h = tape.output(rows, steps * units, wanted);
    }

    Tensor forward() {
        inputs.forward(gates.value);
        for (int t = 0; t < steps; t++) {
            Stop.check();
            Before before = before(t);
            if (before != null) {
                blas.multiply(false, false, rows, four, units, before.h.value, before.h(0), before.stride, wh.value,
                        wh.start, four, 1, gates.value, t * four, steps * four);
            }
            for (int i = 0; i < rows; i++) {
                step(i, t, before);
            }
        }
        if (h.gradient != null) {
            tape.record(this::back);
        }
        return h;
    }

    /** None where the state before is that of zeros. */
    private @Nullable Before before(int t) {
        if (t > 0) {
            return new Before(h, cells, (t - 1) * units, steps * units);
        }
        return start == null ? null : new Before(start.h(), start.c(), 0, units);
    }

    /** h and c after the last step. */
    LstmState end() {
        int from = (steps - 1) * units;
        return new LstmState(tape.columns(h, from, from + units), tape.columns(cells, from, from + units));
    }

    private void step(int i, int t, @Nullable Before before) {
        int row = i * steps + t;
        int now = row * units;
        float[] c = cells.value;
        if (inputs.absent(row)) {
            keep(i, now, before);
            return;
        }
        int at = row * four;
        float[] g = gates.value;
        Kernels.sigmoid(g, at, g, at, 3 * units);
        Kernels.tanh(g, at + 3 * units, g, at + 3 * units, units);
        Kernels.product(g, at, g, at + 3 * units, c, now, units);
        if (before != null) {
            Kernels.addProduct(g, at + units, before.c.value, before.c(i), c, now, units);
        }
        Kernels.tanh(c, now, squashed.value, now, units);
        Kernels.product(g, at + 2 * units, squashed.value, now, h.value, now, units);
    }

    /** A step without input. */
    private void keep(int i, int now, @Nullable Before before) {
        if (before == null) {
            Arrays.fill(cells.value, now, now + units, 0);
            Arrays.fill(h.value, now, now + units, 0);
        } else {
            System.arraycopy(before.c.value, before.c(i), cells.value, now, units);
            System.arraycopy(before.h.value, before.h(i), h.value, now, units);
        }
    }

    private void back() {
        float[] dh = Objects.requireNonNull(h.gradient);
        float[] dGates = Objects.requireNonNull(gates.gradient);
        float[] dCells = Objects.requireNonNull(cells.gradient);
        for (int t = steps - 1; t >= 0; t--) {
            Stop.check();
            Before before = before(t);
            for (int i = 0; i < rows; i++) {
                stepBack(i, t, before, dh, dGates, dCells);
            }
            if (before != null) {
                stateBack(t, before, dGates);
            }
        }
        inputs.back(dGates);
    }

    private void stepBack(int i, int t, @Nullable Before before, float[] dh, float[] dGates, float[] dCells) {
        int row = i * steps + t;
        int now = row * units;
        if (!inputs.absent(row)) {
            gatesBack(row, dh, dGates, dCells);
            if (before != null) {
                forgetBack(i, row, before, dGates, dCells);
            }
        } else if (before != null) {
            keepBack(dh, now, before.h, before.h(i));
            keepBack(dCells, now, before.c, before.c(i));
        }
    }

    private void keepBack(float[] gradient, int now, Tensor to, int at) {
        if (to.gradient != null) {
            Kernels.add(1, gradient, now, to.gradient, at, units);
        }
    }

    /** Derivatives by c and by what i, o and g are functions of. */
    private void gatesBack(int row, float[] dh, float[] dGates, float[] dCells) {
        int now = row * units;
        int at = row * four;
        float[] g = gates.value;
        float[] s = squashed.value;
        for (int j = 0; j < units; j++) {
            float in = g[at + j];
            float out = g[at + 2 * units + j];
            float fresh = g[at + 3 * units + j];
            float bent = s[now + j];
            float dc = dCells[now + j] + dh[now + j] * out * (1 - bent * bent);
            dCells[now + j] = dc;
            dGates[at + j] = dc * fresh * in * (1 - in);
            dGates[at + 2 * units + j] = dh[now + j] * bent * out * (1 - out);
            dGates[at + 3 * units + j] = dc * in * (1 - fresh * fresh);
        }
    }

    /** Derivatives by what f is a function of, and by the c of the step before. */
    private void forgetBack(int i, int row, Before before, float[] dGates, float[] dCells) {
        int now = row * units;
        int at = row * four + units;
        int from = before.c(i);
        float[] c = before.c.value;
        float[] g = gates.value;
        for (int j = 0; j < units; j++) {
            dGates[at + j] = dCells[now + j] * c[from + j] * g[at + j] * (1 - g[at + j]);
        }
        if (before.c.gradient != null) {
            Kernels.addProduct(dCells, now, g, at, before.c.gradient, from, units);
        }
    }

    /** dU += h^T dgates and dh += dgates U^T, with the h of the step before. */
    private void stateBack(int t, Before before, float[] dGates) {
        Tensor state = before.h;
        if (wh.gradient != null) {
            blas.multiply(true, false, units, four, rows, state.value, before.h(0), before.stride, dGates, t * four,
                    steps * four, 1, wh.gradient, wh.start, four);
        }
        if (state.gradient != null) {
            blas.multiply(false, true, rows, units, four, dGates, t * four, steps * four, wh.value, wh.start, four,
                    1, state.gradient, before.h(0), before.stride);
        }
    }
}
