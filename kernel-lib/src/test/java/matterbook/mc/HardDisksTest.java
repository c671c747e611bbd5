package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.stats.RunningStats;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HardDisksTest {
    /**
     * N = 72 in a square box at 0.65: the published beta P d^2 is 6.901074(71) (B. Li et al., J. Chem. Phys. 157, 234111
     * (2022)). 4.9 sigma of our run, one false alarm in a million seeds; a wrong factor of two or a radius taken for a
     * diameter is off by hundreds of sigmas.
     */
    @Test
    void pressureIsThePublishedOne() {
        HardDisksRun run = HardDisks.of(72, 0.65).run(5_000, 150_000, Rng.seeded(11));
        Estimate pressure = run.pressure();
        assertTrue(pressure.sigmasFrom(6.901074) < 4.9, run.toString());
        assertTrue(pressure.error() < 0.005 * 6.9, run.toString());
        assertTrue(run.last().smallestDistance() >= 1, "disks overlap");
        assertEquals(0.4, run.acceptance().rate(), 0.05, run.toString());
        assertEquals(0.65, run.packing(), 1e-12);
    }

    /**
     * Published at 0.70: 8.55170(59). Freezing is near, and a run changes so rarely between two kinds of order that its own
     * error is too small; so the error comes from the spread of eight runs (Student's t with 7 degrees of freedom: 4.9
     * standard errors are one false alarm in 600 choices of seeds).
     */
    @Test
    @Tag("full")
    void pressureNearFreezingIsThePublishedOne() {
        RunningStats pressures = new RunningStats();
        for (int seed = 100; seed < 108; seed++) {
            pressures.add(HardDisks.of(72, 0.70).run(200_000, 400_000, Rng.seeded(seed)).pressure().value());
        }
        assertTrue(pressures.estimate().sigmasFrom(8.55170) < 4.9, pressures.estimate().toString());
        assertTrue(pressures.estimate().error() < 0.01 * 8.55, pressures.estimate().toString());
    }

    /** A thin gas: Z = 1 + 2 eta + ..., with the third virial coefficient 3.128 eta^2 (4.9 sigma, terms of eta^3 < 0.001). */
    @Test
    void theGasHasItsVirialCoefficients() {
        double eta = 0.05;
        Estimate factor = HardDisks.of(100, eta).run(500, 40_000, Rng.seeded(14)).compressibilityFactor();
        double n = 100;
        double virial = 1 + 2 * eta * (n - 1) / n + 3.128 * eta * eta + 4.258 * Math.pow(eta, 3);
        assertTrue(factor.sigmasFrom(virial) < 4.9, factor + ", virial " + virial);
        assertTrue(factor.error() < 0.002, factor.toString());
    }

    /** Henderson (1975): Z = (1 + eta^2 / 8) / (1 - eta)^2, 4.125 at 0.5; its own error there is below 0.5 per cent. */
    @Test
    void theLiquidFollowsHenderson() {
        Estimate factor = HardDisks.of(100, 0.5).run(2_000, 40_000, Rng.seeded(15)).compressibilityFactor();
        assertEquals(4.125, factor.value(), 0.005 * 4.125 + 4.9 * factor.error(), factor.toString());
        assertTrue(factor.error() < 0.005 * 4.125, factor.toString());
    }

    @Test
    void theKernelReadsOffTheEdge() {
        ContactKernel kernel = new ContactKernel(0.1);
        int n = 100_000;
        for (int power = 0; power <= 3; power++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double t = (i + 0.5) * 0.1 / n;
                sum += kernel.weight(t) * Math.pow(t, power) * 0.1 / n;
            }
            assertEquals(power == 0 ? 1 : 0, sum, 1e-6, "t^" + power);
        }
        assertEquals(0, kernel.weight(0.1));
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertEquals(HardDisks.of(72, 0.6).run(100, 100, Rng.seeded(1)).toString(),
                HardDisks.of(72, 0.6).run(100, 100, Rng.seeded(1)).toString());
    }

    @Test
    void aStopEndsARun() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> HardDisks.of(72, 0.6).run(100, 100, Rng.seeded(1)));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void nonsenseIsRefused() {
        IsingTest.assertMessage(
                "72 disks on a lattice in a square box reach at most the packing fraction 0.785, not 0.8",
                () -> HardDisks.of(72, 0.8));
        IsingTest.assertMessage("the number of disks must be even and at least 6, not 71", () -> HardDisks.of(71, 0.5));
        IsingTest.assertMessage("the packing fraction must be a finite number above 0, not 0.0",
                () -> HardDisks.of(72, 0));
    }
}
