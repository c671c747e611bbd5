package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Rng;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class GoodnessOfFitTest {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /**
     * Mendel's 556 peas against 9 : 3 : 3 : 1: X2 = 0.470 with 3 degrees of freedom, p = 0.9254 (his counts 315,
     * 108, 101, 32; a textbook example since K. Pearson).
     */
    @Test
    void mendelsPeas() {
        GoodnessOfFit fit = GoodnessOfFit.chiSquare(new long[]{315, 108, 101, 32},
                new double[]{9 / 16.0, 3 / 16.0, 3 / 16.0, 1 / 16.0});
        assertEquals(0.470, fit.statistic(), 5e-4);
        assertEquals(0.9254, fit.pValue(), 1e-4);
        assertEquals("chi-square 0.4700, 3 degrees of freedom, p = 0.9254", fit.toString());
    }

    /** Expected 6, 2, 2, 10: the small ones join the last. */
    @Test
    void smallBinsArePooled() {
        GoodnessOfFit fit = GoodnessOfFit.chiSquare(new long[]{6, 1, 3, 10}, new double[]{0.3, 0.1, 0.1, 0.5});
        assertEquals(1, fit.degreesOfFreedom());
        assertEquals(0, fit.statistic(), 1e-12);
    }

    @Test
    void anImpossibleCountIsImpossible() {
        assertEquals(0, GoodnessOfFit.chiSquare(new long[]{50, 49, 1}, new double[]{0.5, 0.5, 0}).pValue(), 0);
    }

    /** P(D_10 > 0.40925) = 0.05: L. H. Miller's table of Kolmogorov's statistic, J. Am. Stat. Assoc. 51, 111 (1956). */
    @Test
    void kolmogorovsTable() {
        double[] x = new double[10];
        Arrays.setAll(x, i -> 0.40925 + i * (1 - 0.40925) / 10);
        GoodnessOfFit fit = GoodnessOfFit.kolmogorovSmirnov(x, u -> u);
        assertEquals(0.40925, fit.statistic(), 1e-12);
        assertEquals(0.05, fit.pValue(), 1e-4);
    }

    /**
     * 400 correlated series (tau = 9.5) of a correct sampler. On the bare number of samples nearly all p-values lie
     * below 0.05; on the effective one about 5 % may: binomial standard deviation 1.1 %, band up to 5 + 4.4 %.
     */
    @Test
    void correlatedSamplesNeedTheirEffectiveNumber() {
        Rng rng = Rng.seeded(6);
        int naive = 0;
        int honest = 0;
        for (int i = 0; i < 400; i++) {
            double[] x = Autoregressive.series(0.9, 3000, rng);
            naive += GoodnessOfFit.kolmogorovSmirnov(x, NORMAL::cumulativeProbability).pValue() < 0.05 ? 1 : 0;
            double effective = 3000 / (2 * Autoregressive.time(0.9));
            honest += GoodnessOfFit.kolmogorovSmirnov(x, NORMAL::cumulativeProbability, effective).pValue() < 0.05
                    ? 1
                    : 0;
        }
        assertTrue(naive > 200, "naive: " + naive);
        assertTrue(honest <= 38, "honest: " + honest);
    }

    @Test
    void refusals() {
        assertEquals("there are 2 counts and 3 probabilities; both must be as many, at least 2",
                message(new long[]{1, 2}, 0.2, 0.3, 0.5));
        assertEquals("the probabilities sum to 0.9, not to 1", message(new long[]{1, 2}, 0.4, 0.5));
        assertEquals("nothing was counted: all counts are 0", message(new long[]{0, 0}, 0.5, 0.5));
        assertEquals("too few data: at most one bin expects 5 or more of 4.00000 effective samples",
                message(new long[]{2, 2}, 0.5, 0.5));
        assertEquals("F(1.0) must lie between 0.0 and 1.0, not 2.0", assertThrows(IllegalArgumentException.class,
                () -> GoodnessOfFit.kolmogorovSmirnov(new double[]{1}, x -> 2)).getMessage());
    }

    private static String message(long[] counts, double... probabilities) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> GoodnessOfFit.chiSquare(counts, probabilities))
                        .getMessage());
    }
}
