package matterbook.nn;

import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * A batch: {@code rows} samples of {@code columns} numbers in single precision, stored row by row. What the numbers of a
 * row are to each other (a vector, an image, a sequence) is told by a {@link Shape}.
 *
 * <p>A tensor that a {@link Tape} made is lent: it is valid until the tape begins anew.
 */
public final class Tensor {
    private static final int SHOWN = 6;

    /** The numbers; this tensor's begin at {@link #start}. */
    final float[] value;

    /** The derivative of what is differentiated by each number, at the same places; null where none is wanted. */
    float @Nullable [] gradient;

    final int start;
    int rows;
    int columns;

    Tensor(float[] value, float @Nullable [] gradient, int start, int rows, int columns) {
        this.value = value;
        this.gradient = gradient;
        this.start = start;
        this.rows = rows;
        this.columns = columns;
    }

    /** So many rows and columns of zeros. */
    public static Tensor zeros(int rows, int columns) {
        Require.that(rows >= 0 && columns >= 1, "a tensor has at least 0 rows and 1 column, not " + rows + " x "
                + columns);
        return new Tensor(new float[Math.multiplyExact(rows, columns)], null, 0, rows, columns);
    }

    /** These numbers row by row; the array is used, not copied. */
    public static Tensor wrap(int rows, int columns, float[] values) {
        Require.that(rows >= 0 && columns >= 1 && (long) rows * columns == values.length,
                rows + " x " + columns + " numbers are wanted, not " + values.length);
        return new Tensor(values, null, 0, rows, columns);
    }

    /** A copy of these rows. */
    public static Tensor of(float[][] rows) {
        Tensor tensor = zeros(rows.length, width(rows.length == 0 ? 0 : rows[0].length));
        for (int i = 0; i < rows.length; i++) {
            sameLength(i, rows[i].length, tensor.columns);
            System.arraycopy(rows[i], 0, tensor.value, i * tensor.columns, tensor.columns);
        }
        return tensor;
    }

    /** These rows, rounded to single precision. */
    public static Tensor of(double[][] rows) {
        Tensor tensor = zeros(rows.length, width(rows.length == 0 ? 0 : rows[0].length));
        for (int i = 0; i < rows.length; i++) {
            sameLength(i, rows[i].length, tensor.columns);
            for (int j = 0; j < tensor.columns; j++) {
                tensor.value[i * tensor.columns + j] = (float) rows[i][j];
            }
        }
        return tensor;
    }

    /** One number a row, rounded to single precision. */
    public static Tensor column(double... values) {
        Tensor tensor = zeros(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            tensor.value[i] = (float) values[i];
        }
        return tensor;
    }

    private static int width(int columns) {
        Require.that(columns > 0, "a tensor needs at least one row with one number");
        return columns;
    }

    private static void sameLength(int row, int length, int columns) {
        Require.that(length == columns, "row " + row + " has " + length + " numbers, row 0 has " + columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The number at this row and column. */
    public float get(int row, int column) {
        return value[index(row, column)];
    }

    /** The derivative by the number at this row and column, after {@link Tape#backward}; 0 where none was wanted. */
    public float gradient(int row, int column) {
        return gradient == null ? 0 : gradient[index(row, column)];
    }

    private int index(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("no element (" + row + ", " + column + ") in " + shape());
        }
        return start + row * columns + column;
    }

    /** The only number of a tensor of one row and column, such as a loss. */
    public float scalar() {
        Require.that(rows == 1 && columns == 1, "one number is wanted, not " + shape());
        return value[start];
    }

    /** A copy of row {@code i}. */
    public float[] row(int i) {
        int from = index(i, 0);
        return Arrays.copyOfRange(value, from, from + columns);
    }

    /** A copy of column {@code j}. */
    public double[] column(int j) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = get(i, j);
        }
        return values;
    }

    /** A copy of all numbers, row by row. */
    public float[] toArray() {
        return Arrays.copyOfRange(value, start, start + size());
    }

    /** Rows {@code from} to before {@code to} of this tensor: the same numbers, not copies. */
    public Tensor rows(int from, int to) {
        Require.that(from >= 0 && from <= to && to <= rows, "no rows " + from + " to " + to + " in " + shape());
        return new Tensor(value, gradient, start + from * columns, to - from, columns);
    }

    /** A tensor of its own with these rows, in this order. */
    public Tensor pick(int... indexes) {
        Tensor picked = zeros(indexes.length, columns);
        for (int i = 0; i < indexes.length; i++) {
            System.arraycopy(value, index(indexes[i], 0), picked.value, i * columns, columns);
        }
        return picked;
    }

    /** How many numbers. */
    public int size() {
        return rows * columns;
    }

    String shape() {
        return rows + " x " + columns;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("tensor ").append(shape());
        for (int i = 0; i < Math.min(rows, SHOWN); i++) {
            text.append("\n ");
            for (int j = 0; j < Math.min(columns, SHOWN); j++) {
                text.append(' ').append(Digits.of(get(i, j), 4));
            }
            text.append(columns > SHOWN ? " ..." : "");
        }
        return text.append(rows > SHOWN ? "\n  ..." : "").toString();
    }
}
