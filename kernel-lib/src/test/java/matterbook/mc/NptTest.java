package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.LennardJones;
import matterbook.stats.Blocking;
import org.junit.jupiter.api.Test;

/** Constant pressure. Bands of 4 sigma of both errors: one false alarm in 16,000 seeds for each number. */
class NptTest {
    /**
     * The density of volumes of an ideal gas is V^N exp(-P V / T): mean (N + 1) T / P, variance (N + 1) (T / P)², and with
     * them Cp / N = d / 2 + (N + 1) / N. N for N + 1, or no such term at all, is off by 10 sigma and more.
     */
    @Test
    void anIdealGasHasItsVolume() {
        Npt ensemble = new Npt(0.8, 0.1);
        for (Npt steps : new Npt[]{ensemble, ensemble.linear()}) {
            for (Fluid start : new Fluid[]{Fluid.squareLattice(3, 0.12), Fluid.fccLattice(1, 0.12)}) {
                int n = start.size();
                McRun run = steps.run(start, new Points(), Sweeps.of(60_000).after(1000), Rng.seeded(1));
                double mean = (n + 1) * 8;
                NvtTest.assertReference(mean, 0, run.meanVolume(), 0.035 * mean / Math.sqrt(n));
                double[] squares = Arrays.stream(run.volume()).map(v -> (v - mean) * (v - mean)).toArray();
                NvtTest.assertReference((n + 1) * 64, 0, Blocking.of(squares).estimate(), 3 * n);
                NvtTest.assertReference(start.dimensions() / 2.0 + (n + 1.0) / n, 0, run.heatCapacity(), 0.06);
                // virial 0: the instantaneous pressure is N T / V, whose mean is P
                NvtTest.assertReference(0.1, 0, run.meanPressure(), 0.001);
                NvtTest.assertReference(10, 0, run.compressibility(), 0.4);
            }
        }
    }

    /** What fluctuates in one run is the slope of the density between two: (d rho / dP) / rho. */
    @Test
    void compressibilityIsTheSlopeOfTheEquationOfState() {
        Fluid start = Fluid.squareLattice(8, 0.6);
        Sweeps sweeps = Sweeps.of(20_000).after(1000);
        CutPotential potential = new LennardJones().cutAndShiftedAt(2.5);
        McRun[] runs = new McRun[3];
        double[] pressures = {1.8, 2, 2.2};
        for (int k = 0; k < 3; k++) {
            runs[k] = new Npt(1, pressures[k]).run(start, potential, sweeps, Rng.seeded(4 + k));
        }
        Estimate low = runs[0].meanVolume();
        Estimate high = runs[2].meanVolume();
        // the midpoint rule is off by less than 2 per cent
        double slope = (low.value() - high.value()) / (0.4 * runs[1].meanVolume().value());
        double error = Math.hypot(low.error(), high.error()) / (0.4 * runs[1].meanVolume().value());
        NvtTest.assertReference(slope, Math.hypot(error, 0.005 * slope), runs[1].compressibility(), 0.05 * slope);
    }

    @Test
    void aBoxThatKeepsVolumeAndNumberHasNone() {
        McRun run = new Nvt(1).run(Fluid.squareLattice(3, 0.5), new Points(), Sweeps.of(10), Rng.seeded(1));
        assertEquals("a compressibility needs a volume or a number of particles that changes: sample with Npt or "
                + "GrandCanonical", assertThrows(UserError.class, run::compressibility).getMessage());
    }

    /** At the pressure that the equation of state gives to density 0.75, that density: cut and shifted, and with the tail. */
    @Test
    void aLiquidHasTheDensityOfItsEquationOfState() {
        Fluid start = Fluid.fccLattice(4, 0.72);
        Sweeps sweeps = Sweeps.of(4000).after(500);
        McRun shifted = new Npt(1, 0.9897).run(start, new LennardJones().cutAndShiftedAt(2.5), sweeps, Rng.seeded(2));
        // the pressure is known to 0.004, and the density goes with it by some 0.08
        NvtTest.assertReference(0.75, 0.0005, shifted.meanDensity(), 0.004);
        NvtTest.assertReference(0.9897, 0.004, shifted.meanPressure(), 0.02);
        NvtTest.assertReference(-2.9286 - 1.5, 0.005, shifted.meanPotentialPerParticle(), 0.03);
        assertEquals(0.4, shifted.volumeAcceptance().rate(), 0.08);
        McRun whole = new Npt(1, 0.3996).withTail().linear().run(start, new LennardJones().cutAt(2.9), sweeps,
                Rng.seeded(3));
        NvtTest.assertReference(0.75, 0.001, whole.meanDensity(), 0.004);
        NvtTest.assertReference(-3.7212 - 1.5, 0.008, whole.meanPotentialPerParticle(), 0.03);
    }
}
