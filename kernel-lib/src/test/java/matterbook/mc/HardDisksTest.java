package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

class HardDisksTest {
    /**
     * N = 72 in a square box, published pressures beta P d^2 (in brackets the error of the last digits): 6.901074(71)
     * and 8.55170(59) (B. Li et al., J. Chem. Phys. 157, 234111 (2022)). 4.9 sigma of our run, one false alarm in a
     * million seeds; a wrong factor of two or a radius taken for a diameter is off by hundreds of sigmas. At 0.72,
     * where they have 9.41867(50), the disks are frozen and a run of this length keeps the lattice it began with.
     */
    @Test
    void pressureIsThePublishedOne() {
        assertPressure(0.65, 6.901074, 0.005, 11);
        assertPressure(0.70, 8.55170, 0.02, 12);
    }

    /** Freezing is near at 0.7, which makes the memory long and the error larger. */
    private static void assertPressure(double packing, double published, double relativeError, long seed) {
        HardDisksRun run = HardDisks.of(72, packing).run(10_000, 150_000, Rng.seeded(seed));
        Estimate pressure = run.pressure();
        assertTrue(pressure.sigmasFrom(published) < 4.9, run + ", published " + published);
        assertTrue(pressure.error() < relativeError * published, run.toString());
        assertTrue(run.last().smallestDistance() >= 1, "disks overlap");
        assertEquals(0.4, run.acceptance().rate(), 0.05, run.toString());
        assertEquals(packing, run.packing(), 1e-12);
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
