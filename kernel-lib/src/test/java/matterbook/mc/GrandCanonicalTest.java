package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.Lattices;
import matterbook.particles.PeriodicBox;
import matterbook.potential.LennardJones;
import matterbook.potential.PairPotential;
import matterbook.stats.Blocking;
import org.junit.jupiter.api.Test;

/** Particles that come and go. Bands of 4 sigma of both errors: one false alarm in 16,000 seeds for each number. */
class GrandCanonicalTest {
    /** The number of points follows Poisson's law: mean and variance z V. */
    @Test
    void anIdealGasHasItsNumber() {
        for (Fluid start : new Fluid[]{Fluid.squareLattice(3, 0.5), Fluid.fccLattice(1, 0.5)}) {
            double exact = 0.6 * start.box().volume();
            McRun run = new GrandCanonical(1.7, 0.6).run(start, new Points(), Sweeps.of(60_000).after(500),
                    Rng.seeded(1));
            NvtTest.assertReference(exact, 0, run.meanParticles(), 0.1);
            double[] squares = Arrays.stream(run.particles()).map(n -> (n - exact) * (n - exact)).toArray();
            NvtTest.assertReference(exact, 0, Blocking.of(squares).estimate(), 0.5);
            NvtTest.assertReference(0.6, 0, run.meanDensity(), 0.01);
            // P = z T, though no pressure is set
            NvtTest.assertReference(0.6 * 1.7, 0, run.meanPressure(), 0.01);
            NvtTest.assertReference(1 / (0.6 * 1.7), 0, run.compressibility(), 0.04);
        }
    }

    /** A step: energy 1 within the distance 1. */
    private record Step() implements PairPotential {
        @Override
        public double energy(double r) {
            return 1;
        }

        @Override
        public double force(double r) {
            return 0;
        }

        @Override
        public double range() {
            return 1;
        }
    }

    /**
     * A tiny system against exact integrals. Disks that cost the energy 1 where they overlap, in a square of side 3 or more:
     * with f = exp(-1 / T) - 1, the circle's area b = pi and the three disks' t = pi (pi - 3 sqrt 3 / 4),
     *
     * <pre>
     * Z1 = V    Z2 = V (V + f b) / 2    Z3 = V (V² + 3 V f b + 3 (f b)² + f³ t) / 6
     * </pre>
     *
     * and the probability of N is in proportion to z^N ZN. Detailed balance of coming and going is N to N + 1 as often as back:
     * the shares of neighbouring N test it one by one, and the energies at N = 2 and 3 the weights within.
     */
    @Test
    void aTinySystemAgainstExactIntegrals() {
        double v = 3.1 * 3.1;
        double z = 0.25;
        double temperature = 0.7;
        Fluid start = Fluid.of(Lattices.square(2, PeriodicBox.square(3.1)));
        McRun run = new GrandCanonical(temperature, z).step(1).run(start, new Step(), Sweeps.of(400_000).after(100),
                Rng.seeded(2));
        double e = Math.exp(-1 / temperature);
        double f = e - 1;
        double b = Math.PI;
        double t = b * (b - 3 * Math.sqrt(3) / 4);
        double z2 = v * (v + f * b) / 2;
        double z3 = v * (v * v + 3 * v * f * b + 3 * f * b * f * b + f * f * f * t) / 6;
        double[] n = run.particles();
        assertRatio(z * v, n, 0);
        assertRatio(z * z2 / v, n, 1);
        assertRatio(z * z3 / z2, n, 2);
        // -d ln Z / d beta, with df / d beta = -exp(-1 / T)
        NvtTest.assertReference(e * v * b / 2 / z2, 0, energyAt(run, 2), 0.01);
        NvtTest.assertReference(e * v * (3 * v * b + 6 * f * b * b + 3 * f * f * t) / 6 / z3, 0, energyAt(run, 3),
                0.01);
    }

    /** How often there are m + 1 over how often there are m: the mean of [N = m + 1] - ratio [N = m] is 0. */
    private static void assertRatio(double exact, double[] n, int m) {
        double[] balance = Arrays.stream(n).map(k -> k == m + 1 ? 1 : k == m ? -exact : 0).toArray();
        double share = Arrays.stream(n).filter(k -> k == m).count() / (double) n.length;
        Estimate off = Blocking.of(balance).estimate().times(1 / share);
        NvtTest.assertReference(0, 0, off, 0.02 * exact);
    }

    private static Estimate energyAt(McRun run, int size) {
        double[] n = run.particles();
        double[] energy = run.potentialEnergy();
        return Blocking.of(IntStream.range(0, n.length).filter(i -> n[i] == size).mapToDouble(i -> energy[i]).toArray())
                .estimate();
    }

    /** Among all states with 14 particles, energies and pressures are those of a walk with 14. */
    @Test
    void atEachNumberItIsCanonical() {
        LennardJones potential = new LennardJones();
        Fluid start = Fluid.of(Lattices.square(14, PeriodicBox.square(6)));
        Sweeps sweeps = Sweeps.of(60_000).after(1000).every(2);
        McRun open = new GrandCanonical(1.2, 0.4).run(start, potential.cutAt(2.5), sweeps, Rng.seeded(3));
        McRun closed = new Nvt(1.2).run(start, potential.cutAt(2.5), sweeps, Rng.seeded(4));
        Estimate reference = closed.meanPotentialPerParticle().times(14);
        NvtTest.assertReference(reference.value(), reference.error(), energyAt(open, 14), 0.5);
        double[] n = open.particles();
        double[] pressure = open.pressure();
        double[] at = IntStream.range(0, n.length).filter(i -> n[i] == 14).mapToDouble(i -> pressure[i]).toArray();
        assertTrue(at.length > 500, "only " + at.length + " states with 14");
        NvtTest.assertReference(closed.meanPressure().value(), closed.meanPressure().error(),
                Blocking.of(at).estimate(), 0.05);
    }

    /** d (P / T) / d ln z = density (Gibbs and Duhem), from the pressures at two activities 4 percent apart. */
    @Test
    void pressureAndActivityBelongTogether() {
        LennardJones potential = new LennardJones();
        Fluid start = Fluid.fccLattice(3, 0.15);
        Sweeps sweeps = Sweeps.of(6000).after(500).every(2);
        double density = 0;
        double[] densities = new double[2];
        Estimate[] fluctuations = new Estimate[2];
        Estimate[] pressures = new Estimate[2];
        double[] activities = {0.08, 0.12};
        for (int k = 0; k < 2; k++) {
            McRun run = new GrandCanonical(2, activities[k]).run(start, potential.cutAndShiftedAt(2.5), sweeps,
                    Rng.seeded(5 + k));
            density += run.meanDensity().value() / 2;
            pressures[k] = run.meanPressure().times(0.5);
            densities[k] = run.meanDensity().value();
            // half of rho T kappa; T is 2
            fluctuations[k] = run.compressibility().times(densities[k]);
        }
        double slope = (pressures[1].value() - pressures[0].value()) / Math.log(1.5);
        double error = Math.hypot(pressures[0].error(), pressures[1].error()) / Math.log(1.5);
        // the trapezoid is off by less than one percent
        NvtTest.assertReference(density, 0.0025 * density, new Estimate(slope, error), 0.01);
        // rho T kappa = d ln rho / d ln z
        NvtTest.assertReference(Math.log(densities[1] / densities[0]) / Math.log(1.5), 0.01,
                new Estimate(fluctuations[0].value() + fluctuations[1].value(),
                        Math.hypot(fluctuations[0].error(), fluctuations[1].error())),
                0.05);
    }

    @Test
    void anEmptyBoxIsAState() {
        Fluid start = Fluid.squareLattice(2, 0.5);
        McRun run = new GrandCanonical(1, 1e-9).run(start, new Points(), Sweeps.of(20).after(500).frames(5),
                Rng.seeded(7));
        assertEquals(0, run.meanParticles().value());
        assertEquals(0, run.frames().size());
        assertEquals("the box was empty at the end of this run: there is no fluid to go on from",
                assertThrows(UserError.class, run::last).getMessage());
        assertEquals("a heat capacity needs a constant number of particles: sample with Nvt or Npt",
                assertThrows(UserError.class, run::heatCapacity).getMessage());
        assertEquals("the box was always empty: there is no compressibility",
                assertThrows(UserError.class, run::compressibility).getMessage());
        assertEquals(0.3, GrandCanonical.atChemicalPotential(2, 2 * Math.log(0.3)).activity(), 1e-12);
        assertEquals(-1.2, GrandCanonical.atChemicalPotential(2, -1.2).chemicalPotential(), 1e-12);
    }
}
