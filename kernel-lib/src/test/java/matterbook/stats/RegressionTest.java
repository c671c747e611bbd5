package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class RegressionTest {
    /**
     * The first of Anscombe's data sets: slope 0.50009 ± 0.1179, intercept 3.0001 ± 1.1247 (F. J. Anscombe, Am. Stat.
     * 27, 17 (1973)).
     */
    @Test
    void anscombe() {
        Regression line = Regression.of(new double[]{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
                new double[]{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68});
        assertEquals(0.50009, line.slope().value(), 5e-6);
        assertEquals(0.1179, line.slope().error(), 5e-5);
        assertEquals(3.0001, line.intercept().value(), 5e-5);
        assertEquals(1.1247, line.intercept().error(), 5e-5);
        assertEquals("slope 0.50 ± 0.12, intercept 3.0 ± 1.1 (points scatter by 1.24, 9 degrees of freedom)",
                line.toString());
    }

    /** Two points: the line goes through both; slope error sqrt(0.1^2 + 0.2^2) / 2, intercept error that of x = 0. */
    @Test
    void twoPointsWithErrors() {
        Regression line = Regression.weighted(new double[]{0, 2},
                List.of(new Estimate(1, 0.1), new Estimate(5, 0.2)));
        assertEquals(2, line.slope().value(), 1e-12);
        assertEquals(Math.sqrt(0.05) / 2, line.slope().error(), 1e-12);
        assertEquals(1, line.intercept().value(), 1e-12);
        assertEquals(0.1, line.intercept().error(), 1e-12);
        assertEquals(0, line.chiSquare(), 1e-12);
        assertEquals(4, line.at(1.5), 1e-12);
    }

    /**
     * 2,000 lines through 6 points with unequal errors: (slope - truth) / error has mean 0 and variance 1, chi-square
     * has mean 4. Bands of 4 standard errors (1 false alarm in 16,000 each): 4 / sqrt(2000), 4 sqrt(2 / 2000),
     * 4 sqrt(8 / 2000).
     */
    @Test
    void errorsAreHonest() {
        Rng rng = Rng.seeded(11);
        RunningStats pulls = new RunningStats();
        RunningStats chiSquares = new RunningStats();
        double[] x = {0, 1, 2, 3, 4, 5};
        for (int i = 0; i < 2_000; i++) {
            List<Estimate> y = new ArrayList<>();
            for (double at : x) {
                double error = 0.1 * (1 + at);
                y.add(new Estimate(3 - 0.5 * at + error * rng.nextGaussian(), error));
            }
            Regression line = Regression.weighted(x, y);
            pulls.add((line.slope().value() + 0.5) / line.slope().error());
            chiSquares.add(line.chiSquare());
        }
        assertEquals(0, pulls.mean(), 4 / Math.sqrt(2_000));
        assertEquals(1, pulls.variance(), 4 * Math.sqrt(2 / 2_000.0));
        assertEquals(4, chiSquares.mean(), 4 * Math.sqrt(8 / 2_000.0));
    }

    @Test
    void refusals() {
        assertMessage("there are 3 x values and 2 y values; each point needs both", new double[]{1, 2, 3},
                new double[]{1, 2});
        assertMessage("all x are 1.0: a line needs two different ones", new double[]{1, 1, 1}, new double[]{1, 2, 3});
        assertMessage("a line whose error comes from its scatter needs at least 3 points, not 2", new double[]{1, 2},
                new double[]{1, 2});
        assertMessage("value 1 of the series is NaN", new double[]{1, 2, 3}, new double[]{1, Double.NaN, 3});
    }

    private static void assertMessage(String message, double[] x, double[] y) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Regression.of(x, y)).getMessage());
    }
}
