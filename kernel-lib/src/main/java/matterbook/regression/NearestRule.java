package matterbook.regression;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.nn.blas.Blas;

/**
 * Nearest neighbours by force, in blocks of queries. |q - x|² = |q|² + |x|² - 2 q x: the products q x of a block with all
 * rows are one product of matrices, in single precision. They only choose the candidates: of all that rounding may have
 * pushed beyond the nearest few, the distance is computed again in double precision, so the result is exact.
 */
final class NearestRule implements Rule {
    /** Products of a block that are held at once. */
    private static final int BLOCK = 1 << 19;
    private static final int MOST_QUERIES = 128;
    /** Half a unit in the last place of 1, single precision. */
    private static final double ROUNDING = 0x1.0p-24;
    /** Squares above do not fit into single precision. */
    private static final double GREATEST = 1e37;

    private final int neighbours;
    private final boolean byDistance;
    private final double[][] x;
    private final double[] y;
    private final int columns;
    private final float[] single;
    private final float[] squares;
    private final double longest;

    NearestRule(int neighbours, boolean byDistance, double[][] x, double[] y) {
        Require.that(neighbours <= x.length,
                neighbours + " neighbours cannot be found among " + x.length + " observations; take fewer neighbours");
        this.neighbours = neighbours;
        this.byDistance = byDistance;
        this.x = Rows.copy(x);
        this.y = y.clone();
        columns = x[0].length;
        single = single(x, 0, x.length);
        squares = new float[x.length];
        double greatest = 0;
        for (int i = 0; i < x.length; i++) {
            double square = Rows.squares(x[i]);
            squares[i] = (float) square;
            greatest = Math.max(greatest, square);
        }
        longest = Math.sqrt(greatest);
    }

    int neighbours() {
        return neighbours;
    }

    boolean byDistance() {
        return byDistance;
    }

    double[][] x() {
        return Rows.copy(x);
    }

    double[] y() {
        return y.clone();
    }

    private static float[] single(double[][] rows, int from, int to) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[Math.multiplyExact(to - from, columns)];
        for (int i = from; i < to; i++) {
            for (int j = 0; j < columns; j++) {
                values[(i - from) * columns + j] = (float) rows[i][j];
            }
        }
        return values;
    }

    @Override
    public double[] predict(double[][] queries) {
        double[] predicted = new double[queries.length];
        int block = Math.clamp(BLOCK / x.length, 1, MOST_QUERIES);
        float[] products = new float[Math.multiplyExact(Math.min(block, queries.length), x.length)];
        float[] nearest = new float[neighbours];
        Neighbours found = new Neighbours(neighbours);
        for (int from = 0; from < queries.length; from += block) {
            Stop.check();
            int to = Math.min(queries.length, from + block);
            Blas.best().multiply(false, true, to - from, x.length, columns, single(queries, from, to), 0, columns,
                    single,
                    0, columns, 0, products, 0, x.length);
            for (int i = from; i < to; i++) {
                find(queries[i], products, (i - from) * x.length, nearest, found);
                predicted[i] = found.mean(y, byDistance);
            }
        }
        return predicted;
    }

    private void find(double[] query, float[] products, int at, float[] nearest, Neighbours found) {
        found.clear();
        double sides = Math.sqrt(Rows.squares(query)) + longest;
        if (!(sides * sides < GREATEST)) {
            for (int j = 0; j < x.length; j++) {
                found.offer(Rows.squaredDistance(query, x[j]), j);
            }
            return;
        }
        for (int j = 0; j < x.length; j++) {
            products[at + j] = squares[j] - 2 * products[at + j];
        }
        // each term of the sum is off by less than this, and by the least normal number where it is smaller than that;
        // a nearest one may be too far by it, another too near
        double error = 4 * (columns + 8) * (ROUNDING * sides * sides + Float.MIN_NORMAL * (1 + sides));
        float bound = Math.nextUp((float) (greatestOfLeast(products, at, nearest) + 2 * error));
        for (int j = 0; j < x.length; j++) {
            if (products[at + j] <= bound) {
                found.offer(Rows.squaredDistance(query, x[j]), j);
            }
        }
    }

    /** The greatest of the least few of the numbers from {@code at} on. */
    private float greatestOfLeast(float[] values, int at, float[] least) {
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        int last = least.length - 1;
        for (int j = at; j < at + x.length; j++) {
            float value = values[j];
            if (value < least[last]) {
                int place = last;
                while (place > 0 && least[place - 1] > value) {
                    least[place] = least[place - 1];
                    place--;
                }
                least[place] = value;
            }
        }
        return least[last];
    }

    @Override
    public String toString() {
        return x.length + " rows kept";
    }
}
