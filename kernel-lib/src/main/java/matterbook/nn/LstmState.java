package matterbook.nn;

import matterbook.core.Require;

/**
 * What an {@link Lstm} remembers between two steps, a row for each sequence of a batch.
 *
 * @param h what came out of the last step
 * @param c its cells
 */
public record LstmState(Tensor h, Tensor c) {
    public LstmState {
        Elementwise.same(h, c);
    }

    /** Before anything was read. */
    public static LstmState zeros(int rows, int units) {
        return new LstmState(Tensor.zeros(rows, units), Tensor.zeros(rows, units));
    }

    void refuseOthers(int rows, int units) {
        Require.that(h.rows == rows && h.columns == units,
                "a state of " + rows + " x " + units + " is wanted, not " + h.shape());
    }

    /** The same numbers in tensors of their own, which outlive the tape's next beginning. */
    LstmState copy() {
        return new LstmState(Tensor.wrap(h.rows, h.columns, h.toArray()), Tensor.wrap(c.rows, c.columns, c.toArray()));
    }
}
