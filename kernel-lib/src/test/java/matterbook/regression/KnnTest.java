package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class KnnTest {
    /** Bits, not tolerances: single precision only chooses the candidates. */
    @Test
    void isThePlainTwinToTheBit() {
        Rng rng = Rng.seeded(1);
        for (int columns : new int[]{1, 2, 7, 60}) {
            double[][] x = random(700, columns, rng);
            double[] y = random(1, 700, rng)[0];
            double[][] queries = random(150, columns, rng);
            System.arraycopy(x[3], 0, queries[0], 0, columns);
            for (int neighbours : new int[]{1, 5, 700}) {
                compare(x, y, queries, neighbours);
            }
        }
    }

    private static void compare(double[][] x, double[] y, double[][] queries, int neighbours) {
        double[] mean = new NearestRule(neighbours, false, x, y).predict(queries);
        double[] weighted = new NearestRule(neighbours, true, x, y).predict(queries);
        for (int i = 0; i < queries.length; i++) {
            String where = "query " + i + ", " + neighbours + " of " + x[0].length + " columns";
            assertEquals(PlainKnn.predict(x, y, queries[i], neighbours), mean[i], where);
            assertEquals(PlainKnn.predictByDistance(x, y, queries[i], neighbours), weighted[i], where);
        }
    }

    /** All rows within a hair of each other, far from the origin: in single precision they are one point. */
    @Test
    void candidatesThatSinglePrecisionCannotTellApart() {
        Rng rng = Rng.seeded(2);
        double[][] x = random(300, 4, rng);
        for (double[] row : x) {
            Arrays.setAll(row, j -> 1000 + 1e-6 * row[j]);
        }
        double[] y = random(1, 300, rng)[0];
        compare(x, y, Arrays.copyOf(x, 40), 4);
    }

    /** Squares that overflow single precision are compared in double precision. */
    @Test
    void hugeNumbers() {
        Rng rng = Rng.seeded(3);
        double[][] x = random(50, 3, rng);
        for (double[] row : x) {
            Arrays.setAll(row, j -> 1e30 * row[j]);
        }
        compare(x, random(1, 50, rng)[0], Arrays.copyOf(x, 5), 3);
    }

    /** Squares that are no normal numbers of single precision, or none at all. */
    @Test
    void tinyNumbers() {
        Rng rng = Rng.seeded(3);
        for (double size : new double[]{1e-18, 1e-20, 1e-22, 1e-24, 1e-42}) {
            double[][] x = random(200, 3, rng);
            for (double[] row : x) {
                Arrays.setAll(row, j -> size * row[j]);
            }
            compare(x, random(1, 200, rng)[0], Arrays.copyOf(x, 40), 3);
        }
    }

    @Test
    void earlierRowsWinTies() {
        double[][] x = {{1}, {-1}, {1}, {-1}, {0.5}};
        assertEquals(List.of(4, 0, 1), PlainKnn.nearest(x, new double[]{0}, 3));
        assertArrayEquals(new double[]{(50 + 10 + 20) / 3.0},
                new NearestRule(3, false, x, new double[]{10, 20, 30, 40, 50}).predict(new double[][]{{0}}));
    }

    @Test
    void rowsAtDistanceZeroCountAlone() {
        double[][] x = {{1}, {2}, {1}, {3}};
        Fitted fitted = new Knn(3).weightedByDistance().fit(Observations.of(x, new double[]{10, 20, 40, 80}),
                Rng.seeded(0));
        assertEquals(25, fitted.predictOne(1), 1e-12);
    }

    /** A unit is a matter of taste unless inputs are taken as they are. */
    @Test
    void scalingTakesUnitsAway() {
        Rng rng = Rng.seeded(4);
        double[][] metres = random(80, 2, rng);
        double[][] mixed = Arrays.stream(metres).map(row -> new double[]{1000 * row[0], row[1]})
                .toArray(double[][]::new);
        double[] y = Arrays.stream(metres).mapToDouble(row -> row[0] + row[1]).toArray();
        Fitted one = new Knn(3).fit(Observations.of(metres, y), rng);
        Fitted other = new Knn(3).fit(Observations.of(mixed, y), rng);
        assertArrayEquals(one.predict(metres), other.predict(mixed), 1e-12);
    }

    @Test
    void refusesMoreNeighboursThanRows() {
        Observations two = Observations.of(new double[][]{{1}, {2}}, new double[]{1, 2});
        assertEquals("3 neighbours cannot be found among 2 observations; take fewer neighbours",
                assertThrows(IllegalArgumentException.class, () -> new Knn(3).fit(two, Rng.seeded(0))).getMessage());
        assertEquals("the number of neighbours must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> new Knn(0)).getMessage());
    }

    static double[][] random(int rows, int columns, Rng rng) {
        double[][] x = new double[rows][columns];
        for (double[] row : x) {
            rng.fillGaussian(row);
        }
        return x;
    }
}
