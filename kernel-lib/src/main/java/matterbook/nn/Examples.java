package matterbook.nn;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
        int[] order = shuffled(size(), rng);
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

    /** The numbers 0 to n - 1 in an order of chance (Fisher and Yates). */
    static int[] shuffled(int n, Rng rng) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = rng.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
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
