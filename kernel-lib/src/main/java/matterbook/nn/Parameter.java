package matterbook.nn;

import matterbook.core.Require;

/**
 * One matrix of weights.
 *
 * @param name within its layer, such as {@code weight}
 * @param start what it holds before training
 * @param rate its learning rate in units of the others'
 */
public record Parameter(String name, int rows, int columns, Start start, double rate) {
    public Parameter {
        Require.positive(rows, "rows");
        Require.positive(columns, "columns");
        Require.positive(rate, "the rate");
    }

    Parameter(String name, int rows, int columns, Start start) {
        this(name, rows, columns, start, 1);
    }

    /** How many numbers. */
    public int size() {
        return Math.multiplyExact(rows, columns);
    }
}
