package matterbook.neurons;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Examples;

/** Sequences whose answer is a product over their steps: what a network of sums must imitate, and a product of sums can be. */
public final class Sequences {
    private Sequences() {}

    /**
     * All sequences of 1 to {@code longest} signs, -1 or 1, without input after their end (NaN); label 1 if an odd number of
     * them is -1. One second-order neuron knows the answer: h := tanh(k x h) with a large k, from any h above 0.
     */
    public static Examples parity(int longest) {
        Require.that(longest >= 1 && longest <= 16, "sequences have 1 to 16 signs, not " + longest);
        double[][] x = new double[(2 << longest) - 2][longest];
        double[] label = new double[x.length];
        int row = 0;
        for (int length = 1; length <= longest; length++) {
            for (int code = 0; code < 1 << length; code++) {
                Arrays.fill(x[row], Double.NaN);
                for (int t = 0; t < length; t++) {
                    x[row][t] = ((code >> t) & 1) == 0 ? 1 : -1;
                }
                label[row++] = Integer.bitCount(code) % 2;
            }
        }
        return Examples.of(x, label);
    }

    /** So many sequences of signs by chance, all of one length, with their parity. */
    public static Examples longParity(int number, int length, Rng rng) {
        double[][] x = new double[Require.positive(number, "the number of sequences")][];
        double[] label = new double[number];
        for (int i = 0; i < number; i++) {
            x[i] = new double[Require.positive(length, "the length of a sequence")];
            for (int t = 0; t < length; t++) {
                boolean minus = rng.nextBoolean();
                x[i][t] = minus ? -1 : 1;
                label[i] = minus ? 1 - label[i] : label[i];
            }
        }
        return Examples.of(x, label);
    }

    /**
     * Sequences of pairs, a number from -1 to 1 and a mark: two steps are marked 1, the others 0, and the answer is the product
     * of both marked numbers (the multiplication problem of S. Hochreiter and J. Schmidhuber, Neural Comput. 9, 1735 (1997),
     * section 5.5, with signs).
     */
    public static Examples markedProducts(int number, int length, Rng rng) {
        Require.that(length >= 2, "two steps are marked, so a sequence has at least 2, not " + length);
        double[][] x = new double[Require.positive(number, "the number of sequences")][2 * length];
        double[] product = new double[number];
        for (int i = 0; i < number; i++) {
            for (int t = 0; t < length; t++) {
                x[i][2 * t] = Phantom.uniform(-1, 1, rng);
            }
            int[] marked = rng.permutation(length);
            x[i][2 * marked[0] + 1] = 1;
            x[i][2 * marked[1] + 1] = 1;
            product[i] = x[i][2 * marked[0]] * x[i][2 * marked[1]];
        }
        return Examples.of(x, product);
    }
}
