package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import matterbook.stats.GoodnessOfFit;
import org.junit.jupiter.api.Test;

class MetropolisTest {
    private static final double FALSE_ALARM = 1e-6;

    /** Kolmogorov and Smirnov's test on the effective number of samples; one false alarm in a million seeds. */
    @Test
    void followsTheNormalLaw() {
        Metropolis normal = Metropolis.of(x -> -x * x / 2, 2.5);
        MetropolisRun run = normal.run(0, 200_000, Rng.seeded(1));
        // every tenth place: the law of a thinned walk is the same, and ties of rejected moves grow rare
        double[] places = run.values();
        double[] thinned = new double[places.length / 10];
        java.util.Arrays.setAll(thinned, i -> places[10 * i]);
        double effective = run.autocorrelation().effectiveSamples() / 2;
        var law = new org.hipparchus.distribution.continuous.NormalDistribution();
        GoodnessOfFit fit = GoodnessOfFit.kolmogorovSmirnov(thinned, law::cumulativeProbability,
                Math.min(effective, thinned.length));
        assertTrue(fit.pValue() > FALSE_ALARM, fit.toString());
        assertTrue(run.mean().sigmasFrom(0) < 4.9, run.toString());
        assertTrue(run.mean(x -> x * x).sigmasFrom(1) < 4.9, run.toString());
    }

    /** Acceptance on a normal law with a step d: the mean over both of min(1, p'/p), here by quadrature. */
    @Test
    void acceptanceIsTheExactOne() {
        double d = 2.5;
        double sum = 0;
        int n = 1200;
        for (int i = 0; i < n; i++) {
            double x = -6 + 12 * (i + 0.5) / n;
            double inner = 0;
            for (int j = 0; j < n; j++) {
                double y = x - d + 2 * d * (j + 0.5) / n;
                inner += Math.min(1, Math.exp((x * x - y * y) / 2)) / n;
            }
            sum += Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * inner * 12 / n;
        }
        Acceptance found = Metropolis.of(x -> -x * x / 2, d).run(0, 400_000, Rng.seeded(2)).acceptance();
        assertEquals(sum, found.rate(), 0.006);
    }

    /** A wall is no trouble: p = e^-x for x >= 0 has the mean 1 (4.9 sigma). */
    @Test
    void aDensityMayVanish() {
        Metropolis wall = Metropolis.of(x -> x < 0 ? Double.NEGATIVE_INFINITY : -x, 3);
        assertTrue(wall.run(1, 200_000, Rng.seeded(3)).mean().sigmasFrom(1) < 4.9);
    }

    @Test
    void aShortRunCanBePrinted() {
        MetropolisRun run = Metropolis.of(x -> 0, 1).run(0, 3, Rng.seeded(5));
        assertEquals("3 steps, acceptance 1.000 (3 of 3 moves)", run.toString());
    }

    @Test
    void tuningReachesTheRate() {
        Metropolis tuned = Metropolis.of(x -> -x * x / 2, 0.01).tuned(0, 0.4, Rng.seeded(4));
        assertEquals(0.4, tuned.run(0, 100_000, Rng.seeded(5)).acceptance().rate(), 0.05);
        MetropolisRun again = Metropolis.of(x -> -x * x / 2, 0.01).tuned(0, 0.4, Rng.seeded(4)).run(0, 100,
                Rng.seeded(5));
        assertArrayEquals(tuned.run(0, 100, Rng.seeded(5)).values(), again.values());
    }

    @Test
    void nonsenseIsRefused() {
        IsingTest.assertMessage("the step must be a finite number above 0, not 0.0", () -> Metropolis.of(x -> 0, 0));
        IsingTest.assertMessage("the density is 0 at the start 1.0",
                () -> Metropolis.of(x -> Double.NEGATIVE_INFINITY, 1).run(1, 10, Rng.seeded(1)));
        IsingTest.assertMessage("the logarithm of the density is NaN at 1.0",
                () -> Metropolis.of(x -> Double.NaN, 1).run(1, 10, Rng.seeded(1)));
        IsingTest.assertMessage("3 moves of 2 cannot have been taken", () -> new Acceptance(3, 2));
        assertEquals("0.500 (1 of 2 moves)", new Acceptance(1, 2).toString());
    }
}
