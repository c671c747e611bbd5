package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.HardCore;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Averages at constant N, V and T that a stranger can check. Bands of 4 sigma of both errors: one false alarm in 16,000
 * seeds for each number.
 */
class NvtTest {
    private static final CutPotential NIST = new LennardJones().cutAt(3);

    static void assertReference(double value, double error, Estimate found, double widest) {
        double sigma = Math.hypot(error, found.error());
        assertEquals(value, found.value(), 4 * sigma, found.toString());
        assertTrue(found.error() < widest, "too short a run: " + found);
    }

    /**
     * The Lennard-Jones fluid of NIST's Standard Reference Simulation Website (Monte Carlo, rc = 3 with long-range
     * corrections; U / N without the kinetic part).
     */
    @Test
    void lennardJonesFluid() {
        McRun run = nist(0.85, 0.82, 2000, 1);
        assertReference(-5.7947, 0.0002, run.meanPotentialPerParticle(), 0.005);
        assertReference(0.55355, 0.001, run.meanPressure(), 0.03);
        assertEquals(0.4, run.acceptance().rate(), 0.05);
    }

    @Test
    @Tag("full")
    void lennardJonesFluidsAtLength() {
        double[][] points = {{0.85, 0.776, -5.5121, 0.0067714}, {0.85, 0.82, -5.7947, 0.55355},
                {0.85, 0.86, -6.0305, 1.2660}, {0.85, 0.90, -6.2391, 2.2314}, {0.90, 0.776, -5.4689, 0.24056},
                {0.90, 0.86, -5.9753, 1.5781}};
        for (double[] point : points) {
            McRun run = nist(point[0], point[1], 20_000, 2);
            assertReference(point[2], 0.0002, run.meanPotentialPerParticle(), 0.002);
            assertReference(point[3], 0.001, run.meanPressure(), 0.01);
        }
    }

    private static McRun nist(double temperature, double density, int sweeps, long seed) {
        return new Nvt(temperature).withTail().run(Fluid.fccLattice(5, density), NIST,
                Sweeps.of(sweeps).after(500).every(2), Rng.seeded(seed));
    }

    /**
     * Cut and shifted at 2.5: E / N = -2.9286 with the kinetic part 3 T / 2, P = 0.9897, Cv / N = 2.2787 (M. Thol et al.,
     * Int. J. Thermophys. 36, 25 (2015)); uncut E / N = -3.7212, P = 0.3996 (M. Thol et al., J. Phys. Chem. Ref. Data 45,
     * 023101 (2016)), the equations of state good to some 0.002.
     */
    @Test
    void lennardJonesEquationsOfState() {
        Fluid start = Fluid.fccLattice(5, 0.75);
        Sweeps sweeps = Sweeps.of(2500).after(500).every(2);
        McRun shifted = new Nvt(1).run(start, new LennardJones().cutAndShiftedAt(2.5), sweeps, Rng.seeded(3));
        assertReference(-2.9286 - 1.5, 0.002, shifted.meanPotentialPerParticle(), 0.005);
        assertReference(0.9897, 0.004, shifted.meanPressure(), 0.03);
        assertReference(2.2787, 0.01, shifted.heatCapacity(), 0.08);
        McRun whole = new Nvt(1).withTail().run(start, new LennardJones().cutAt(3.5), sweeps, Rng.seeded(4));
        assertReference(-3.7212 - 1.5, 0.002, whole.meanPotentialPerParticle(), 0.005);
        assertReference(0.3996, 0.004, whole.meanPressure(), 0.03);
    }

    /** The course's soft disks, as molecular dynamics finds them; and P = rho (T + 6 U / N) in each configuration. */
    @Test
    void softDisks() {
        McRun run = new Nvt(0.9196).run(Fluid.squareLattice(32, 0.64), new InversePower(12).cutAt(3),
                Sweeps.of(4000).after(500).every(2), Rng.seeded(5));
        // T is known to 0.0004, and dU / dT = Cv - 1 is about 0.33
        assertReference(0.5702, 0.0004, run.meanPotentialPerParticle(), 0.001);
        assertReference(2.778, 0.002, run.meanPressure(), 0.005);
        double[] pressure = run.pressure();
        double[] energy = run.potentialPerParticle();
        for (int i = 0; i < pressure.length; i++) {
            assertEquals(0.64 * (0.9196 + 6 * energy[i]), pressure[i], 1e-10);
        }
        // the lesson's way to a total energy
        assertEquals(1.48975, run.meanPotentialPerParticle().value() + 0.9196, 0.005);
    }

    /** Hard spheres: P sigma³ / T at four densities (NIST Standard Reference Simulation Website). */
    @Test
    void hardSpheres() {
        double[][] points = {{0.5, 1.6347}, {0.6, 2.5769}, {0.7, 4.0087}, {0.75, 4.9910}};
        for (double[] point : points) {
            McRun run = new Nvt(1).run(Fluid.fccLattice(5, point[0]), new HardCore(),
                    Sweeps.of(5000).after(500).every(2), Rng.seeded(6));
            assertReference(point[1], 0.0005, run.meanPressure(), 0.03);
            assertTrue(run.last().configuration().smallestDistance() >= 1, "spheres overlap");
            assertArrayEquals(new double[run.sweep().length], run.potentialEnergy());
        }
    }

    /** The same frame for hard disks: as {@link HardDisks} finds them. */
    @Test
    void hardDisks() {
        Fluid start = Fluid.of(HardDisks.of(72, 0.5).configuration());
        McRun run = new Nvt(2).run(start, new HardCore(), Sweeps.of(20_000).after(500), Rng.seeded(7));
        HardDisksRun other = HardDisks.of(72, 0.5).run(1000, 20_000, Rng.seeded(8));
        assertReference(other.pressure().value(), other.pressure().error(), run.meanPressure().times(0.5), 0.03);
    }
}
