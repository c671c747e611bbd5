package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.stats.GoodnessOfFit;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Many normal numbers at once. Bands of 4.5 standard errors: a right generator fails one of them for 1 seed in 150,000. */
class ZigguratTest {
    private static final int N = 10_000_000;
    private static final double[] X = numbers(1, N);

    private static double[] numbers(long seed, int n) {
        double[] x = new double[n];
        Rng.seeded(seed).fillNormal(x);
        return x;
    }

    /** Of the normal law: 0, 1, 0, 3, 0, 15, each with the variance of its power. */
    @Test
    void momentsUpToTheSixth() {
        double[] exact = {0, 1, 0, 3, 0, 15};
        double[] squares = {1, 3, 15, 105, 945, 10_395};
        for (int power = 1; power <= exact.length; power++) {
            double sum = 0;
            for (double x : X) {
                sum += Math.pow(x, power);
            }
            double variance = squares[power - 1] - exact[power - 1] * exact[power - 1];
            assertEquals(exact[power - 1], sum / N, 4.5 * Math.sqrt(variance / N), "power " + power);
        }
    }

    /** Cells 0.05 wide up to 4.5 and all beyond: layers, their edges and the tail. A right generator fails 1 seed in 10,000. */
    @Test
    void theWholeDistribution() {
        NormalDistribution normal = new NormalDistribution();
        long[] counts = new long[182];
        for (double x : X) {
            counts[(int) Math.clamp(Math.floor(x / 0.05) + 91, 0, 181)]++;
        }
        double[] probabilities = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            double below = k == 0 ? 0 : normal.cumulativeProbability(0.05 * (k - 91));
            double above = k == counts.length - 1 ? 1 : normal.cumulativeProbability(0.05 * (k - 90));
            probabilities[k] = above - below;
        }
        GoodnessOfFit fit = GoodnessOfFit.chiSquare(counts, probabilities);
        assertTrue(fit.pValue() > 1e-4, fit.toString());
    }

    /** Beyond the last layer, 3.654, numbers come from another formula: how many, how far, and on which side. */
    @Test
    void theTails() {
        NormalDistribution normal = new NormalDistribution();
        for (double from : new double[]{3.654152885361009, 4, 4.5}) {
            double expected = N * normal.cumulativeProbability(-from);
            assertEquals(expected, Arrays.stream(X).filter(x -> x > from).count(), 4.5 * Math.sqrt(expected));
            assertEquals(expected, Arrays.stream(X).filter(x -> x < -from).count(), 4.5 * Math.sqrt(expected));
        }
    }

    /** Neither a number nor its size tells anything of the next few. */
    @Test
    void numbersAreIndependent() {
        for (int lag = 1; lag <= 3; lag++) {
            double plain = 0;
            double squared = 0;
            for (int i = lag; i < N; i++) {
                plain += X[i] * X[i - lag];
                squared += (X[i] * X[i] - 1) * (X[i - lag] * X[i - lag] - 1);
            }
            assertEquals(0, plain / N, 4.5 / Math.sqrt(N));
            assertEquals(0, squared / N, 4.5 * 2 / Math.sqrt(N));
        }
    }

    /** The same on every machine, and however they are asked for. */
    @Test
    void theSameSeedGivesTheSameNumbers() {
        double[] first = numbers(1, 7);
        assertArrayEquals(Arrays.copyOf(X, 7), first);
        Rng rng = Rng.seeded(1);
        double[] begin = new double[3];
        double[] end = new double[4];
        rng.fillNormal(begin);
        Rng.fromState(rng.state()).fillNormal(end);
        assertArrayEquals(Arrays.copyOfRange(first, 3, 7), end);
    }
}
