package matterbook.nn;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

import matterbook.core.Require;
import matterbook.core.Rng;

/** Inputs and the targets that belong to them, row by row. */
public record Examples(Tensor x, Tensor y) {
    public Examples {
        Require.that(x.rows() == y.rows(), x.rows() + " inputs cannot have " + y.rows() + " targets");
    }

    /** Rows with one target each, rounded to single precision. */
    public static Examples of(double[][] x, double[] y) {
        return new Examples(Tensor.of(x), Tensor.column(y));
    }

    /** How many. */
    public int size() {
        return x.rows();
    }

    /** Two sets that together are this one: the first has this part of all samples, chosen by chance. */
    public Split split(double part, Rng rng) {
        Require.between(part, 0, 1, "the part");
        int[] order = rng.permutation(size());
        int first = (int) Math.round(part * size());
        return new Split(pick(Arrays.copyOf(order, first)),
                pick(Arrays.copyOfRange(order, first, order.length)));
    }

    /** The samples in two. */
    public record Split(Examples train, Examples test) {}

    /** These samples, in this order. */
    public Examples pick(int... indexes) {
        return new Examples(x.pick(indexes), y.pick(indexes));
    }

    /**
     * Where the first input that is NaN or infinite stands, or the first target that is infinite (NaN is one not known).
     *
     * @param gaps whether inputs may be NaN
     */
    Optional<String> firstNotFinite(boolean gaps) {
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < x.columns; j++) {
                float input = x.get(i, j);
                if (Float.isInfinite(input) || Float.isNaN(input) && !gaps) {
                    return Optional.of("input " + j + " of sample " + i + " is " + input + " (counted from 0)");
                }
            }
            for (int j = 0; j < y.columns; j++) {
                if (Float.isInfinite(y.get(i, j))) {
                    return Optional.of("target " + j + " of sample " + i + " is infinite (counted from 0)");
                }
            }
        }
        return Optional.empty();
    }

    /** A checksum of all numbers: the same samples have the same. */
    int fingerprint() {
        CRC32C sum = new CRC32C();
        for (Tensor tensor : new Tensor[]{x, y}) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.max(1, tensor.columns()) * Float.BYTES);
            for (int i = 0; i < tensor.rows(); i++) {
                bytes.clear();
                bytes.asFloatBuffer().put(tensor.value, tensor.start + i * tensor.columns, tensor.columns);
                sum.update(bytes);
            }
        }
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return size() + " samples of " + x.columns() + " inputs and " + y.columns()
                + (y.columns() == 1 ? " target" : " targets");
    }
}
