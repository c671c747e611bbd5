package matterbook.check;

import static matterbook.check.Check.checkDistribution;
import static matterbook.check.CheckTest.mistaken;
import static matterbook.check.CheckTest.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import matterbook.stats.Autoregressive;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class CheckDistributionTest {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final Law STANDARD = Law.continuous(NORMAL::cumulativeProbability);
    private static final Law MOMENTS = Law.moments(0, 1);

    /** 1,000 right samplers at a rate of 0.01 for each law: at most 10 + 4 sqrt(10) = 23 alarms. */
    @Test
    void theFalseAlarmRateHolds() {
        Rng rng = Rng.seeded(11);
        double[] dice = {0.5, 0.3, 0.2};
        int[] alarms = new int[3];
        for (int i = 0; i < 1000; i++) {
            double[] x = new double[500];
            rng.fillGaussian(x);
            int[] faces = new int[500];
            for (int k = 0; k < faces.length; k++) {
                faces[k] = rng.pick(dice);
            }
            alarms[0] += alarm(Samples.independent(x), MOMENTS);
            alarms[1] += alarm(Samples.independent(x), STANDARD);
            alarms[2] += alarm(Samples.independent(faces), Law.discrete(dice));
        }
        for (int k = 0; k < 3; k++) {
            assertTrue(alarms[k] <= 23, "law " + k + ": " + alarms[k] + " alarms");
            assertTrue(alarms[k] > 0, "law " + k + " never fires");
        }
    }

    /**
     * 400 right but correlated samplers (tau = 9.5, effective number measured from 5,000 values) at a rate of
     * 0.01: up to 4 + 4 sqrt(4) = 12 alarms are chance; the measured number is itself uncertain by 10 %, which
     * doubles the rate at worst. Taken for independent, most would be rejected.
     */
    @Test
    void correlatedSamplersPassOnTheirEffectiveNumber() {
        Rng rng = Rng.seeded(12);
        int honest = 0;
        int naive = 0;
        for (int i = 0; i < 400; i++) {
            double[] x = Autoregressive.series(0.9, 5000, rng);
            honest += alarm(Samples.correlated(x), MOMENTS) | alarm(Samples.correlated(x), STANDARD);
            naive += alarm(Samples.independent(x), STANDARD);
        }
        assertTrue(honest <= 20, "honest: " + honest);
        assertTrue(naive > 200, "naive: " + naive);
    }

    @Test
    void wrongSamplersAreCaught() {
        double[] shifted = new double[10_000];
        Rng.seeded(13).fillGaussian(shifted);
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = shifted[i] * 1.1 + 0.1;
        }
        assertEquals("x, mean of 10000 samples: expected 0.00 ± 0.05 (5.0 sigma, false alarm 1 in 1000000), "
                + "got 0.0788071: half the force is missing",
                wrong(() -> checkDistribution(
                        Samples.independent(shifted), MOMENTS, 1e-6, "x", "half the force is missing")));
        String variance = wrong(
                () -> checkDistribution(Samples.independent(shifted), Law.moments(0.1, 1), 1e-6, "x"));
        assertTrue(variance.startsWith("x, variance of 10000 samples: expected 1.00 ± 0.09"), variance);
        String whole = wrong(() -> checkDistribution(Samples.independent(shifted), STANDARD, 1e-6, "x"));
        assertEquals("x, share up to 0.731, where it is most wrong: expected 0.768, got 0.716 "
                + "(Kolmogorov-Smirnov of 10000 samples: p < 1e-10, false alarm 1 in 1000000)", whole);
        int[] faces = new int[81];
        java.util.Arrays.setAll(faces, i -> i % 3);
        assertEquals("x, shares: expected 0.2 0.2 0.6, got 0.333 0.333 0.333 "
                + "(chi-square of 81 samples: p = 6e-06, false alarm 1 in 1000): look at 2",
                wrong(() -> checkDistribution(Samples.independent(faces), Law.discrete(0.2, 0.2, 0.6), 1e-3, "x",
                        "look at 2")));
    }

    /** Seven shares are too many to read: the one that adds most to chi-square is named. */
    @Test
    void aLongLawIsShownByItsWorstShare() {
        int[] faces = new int[600];
        java.util.Arrays.setAll(faces, i -> i % 6);
        assertEquals("x, share of 6, the one most wrong: expected 0.4, got 0 "
                + "(chi-square of 600 samples: p < 1e-10, false alarm 1 in 1000)",
                wrong(() -> checkDistribution(Samples.independent(faces),
                        Law.discrete(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4), 1e-3, "x")));
    }

    @Test
    void answersThatAreNoSamplesAreWrong() {
        assertEquals("x: expected samples, got null", wrong(() -> checkDistribution(null, MOMENTS, 1e-3, "x", "hint")));
        assertEquals("the samples are null", wrong(() -> Samples.independent((double[]) null)));
        assertEquals("the samples are null", wrong(() -> Samples.correlated((int[]) null)));
        assertEquals("sample 1 is NaN", wrong(() -> Samples.independent(1, Double.NaN)));
        assertEquals("only 1 samples: at least 2 are needed", wrong(() -> Samples.independent(1.0)));
        assertEquals("only 3 correlated samples: at least 100 are needed", wrong(() -> Samples.correlated(1, 2, 3)));
        assertEquals("x: expected whole numbers from 0 to 1, got 2",
                wrong(() -> checkDistribution(Samples.independent(0, 1, 2), Law.discrete(0.5, 0.5), 1e-3, "x",
                        "hint")));
    }

    /** A sampler stuck on one value has no memory to measure; it is one wrong law, not an error of ours. */
    @Test
    void aStuckSamplerIsWrong() {
        double[] stuck = new double[1000];
        assertEquals("x, variance of 1000 samples: expected 1 (3.5 sigma, false alarm 1 in 1000), got 0",
                wrong(() -> checkDistribution(Samples.correlated(stuck), MOMENTS, 1e-3, "x")));
        assertEquals("x, share up to 0, where it is most wrong: expected 0.5, got 1 "
                + "(Kolmogorov-Smirnov of 1000 samples: p < 1e-10, false alarm 1 in 1000)",
                wrong(() -> checkDistribution(Samples.correlated(stuck), STANDARD, 1e-3, "x")));
    }

    @Test
    void lawsAndNumbersAreChecked() {
        assertEquals("the variance must be a finite number above 0, not 0.0", mistaken(() -> Law.moments(0, 0)));
        assertEquals("the mean must be finite, not NaN", mistaken(() -> Law.moments(Double.NaN, 1)));
        assertEquals("at least two probabilities that sum to 1 are needed; they sum to 0.9",
                mistaken(() -> Law.discrete(0.4, 0.5)));
        assertEquals("the effective number must lie between 2 and 3, not 4.0",
                mistaken(() -> Samples.worth(4, 1, 2, 3)));
        assertEquals("3 samples (worth 2)", Samples.worth(2, 1, 2, 3).toString());
    }

    private static int alarm(Samples samples, Law law) {
        try {
            checkDistribution(samples, law, 0.01, "x");
            return 0;
        } catch (CheckFailure failure) {
            return 1;
        }
    }
}
