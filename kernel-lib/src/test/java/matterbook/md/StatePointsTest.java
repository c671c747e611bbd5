package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.State;
import matterbook.potential.CutPotential;
import matterbook.potential.Forces;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairKernel;
import matterbook.stats.Blocking;
import org.junit.jupiter.api.Test;

/** Averages that a stranger can check. Bands of 4 sigma of both errors: one false alarm in 16,000 seeds. */
class StatePointsTest {
    private static Estimate mean(double[] series) {
        return Blocking.of(series).estimate();
    }

    private static void assertReference(double value, double error, Estimate found, double widest) {
        double sigma = Math.hypot(error, found.error());
        assertEquals(value, found.value(), 4 * sigma, found.toString());
        assertTrue(found.error() < widest, "too short a run: " + found);
    }

    /**
     * Lennard-Jones at density 0.75 and T = 1, cut and shifted at 2.5: E / N = -2.9286 with the kinetic part, P = 0.9897
     * (M. Thol et al., J. Phys. Chem. Ref. Data 45, 023101 (2016) and its cut and shifted twin, Int. J. Thermophys. 36, 25
     * (2015)).
     */
    @Test
    void lennardJonesFluid() {
        CutPotential forces = new LennardJones().cutAndShiftedAt(2.5);
        Fluid start = Fluid.fccLattice(5, 0.75).thermalised(1, Rng.seeded(1));
        LangevinBaoab bath = new LangevinBaoab(0.005, 1, 1);
        Fluid warm = bath.run(start, forces, 2000, Every.steps(2000), Rng.seeded(2)).last();
        MdRun run = bath.run(warm, forces, 12_000, Every.steps(10), Rng.seeded(3));
        assertReference(-2.9286 - 1.5, 0.001, mean(run.potentialPerParticle()), 0.005);
        assertReference(0.9897, 0.002, mean(run.pressure()), 0.02);
    }

    /**
     * The course's soft disks at the energy 1.48975 a particle (U not shifted): T = 0.9196(4), U / N = 0.5702(4),
     * P = 2.778; and P = rho (T + 6 U / N) exactly, because the sum of r·f is 12 U.
     */
    @Test
    void softDisks() {
        CutPotential forces = new InversePower(12).cutAt(3);
        Fluid warm = ConservationTest.softDisks(32, 1);
        Fluid start = atEnergy(warm, forces, 1.48975);
        MdRun run = new VelocityVerlet(0.002).run(start, forces, 15_000, Every.steps(10));
        assertReference(0.5702, 0.0004, mean(run.potentialPerParticle()), 0.002);
        assertReference(0.9196, 0.0004, mean(run.temperature()), 0.002);
        double[] pressure = run.pressure();
        double[] temperature = run.temperature();
        double[] potential = run.potentialPerParticle();
        for (int i = 0; i < pressure.length; i++) {
            assertEquals(12, run.virial()[i] / run.potentialEnergy()[i], 12e-12);
            assertEquals(0.64 * (temperature[i] + 6 * potential[i]), pressure[i], 1e-12 * 10);
        }
        assertReference(2.778, 0.002, mean(pressure), 0.006);
    }

    private static Fluid atEnergy(Fluid fluid, Forces forces, double energyPerParticle) {
        double kinetic = energyPerParticle * fluid.size() - measured(fluid, forces).energy;
        double factor = Math.sqrt(kinetic / fluid.kineticEnergy());
        double[][] v = fluid.velocities();
        Arrays.stream(v).forEach(component -> Arrays.setAll(component, i -> component[i] * factor));
        return Fluid.of(fluid.box(), fluid.positions(), v);
    }

    private static State measured(Fluid fluid, Forces forces) {
        State state = State.of(fluid);
        try (PairKernel kernel = forces.kernel(state)) {
            kernel.compute(state);
        }
        return state;
    }

    /**
     * Soft disks r^-12 at T = 1: B2 = pi times the integral of (1 - exp(-u)) r, which is (pi / 2) Gamma(5/6) = 1.7730945; and
     * a thin gas has P / (rho T) = 1 + B2 rho + B3 rho², with B3 near the 0.782 B2² of hard disks (known to a tenth here).
     */
    @Test
    void theSecondVirialCoefficient() {
        CutPotential forces = new InversePower(12).cutAt(10);
        double b2 = 0;
        double h = 1e-4;
        for (int k = 0; k < 100_000; k++) {
            double r = (k + 0.5) * h;
            b2 -= Math.PI * Math.expm1(-forces.energy(r)) * r * h;
        }
        assertEquals(1.7730945, b2, 1e-7);
        double rho = 0.04;
        LangevinBaoab bath = new LangevinBaoab(0.01, 1, 1);
        Fluid start = Fluid.squareLattice(40, rho).maxwellian(1, Rng.seeded(1));
        Fluid mixed = bath.run(start, new InversePower(12).cutAt(3), 2000, Every.steps(2000), Rng.seeded(2)).last();
        MdRun run = bath.run(mixed, new InversePower(12).cutAt(3), 10_000, Every.steps(10), Rng.seeded(3));
        double area = mixed.box().area();
        Estimate excess = mean(Arrays.stream(run.virial()).map(w -> w / (2 * area * rho)).toArray());
        double b3 = 0.782 * b2 * b2;
        assertReference(b2 * rho + b3 * rho * rho, 0.1 * b3 * rho * rho, excess, 0.03 * b2 * rho);
    }

    /** The virial is -d V dU / dV: found again by stretching the box, with a potential that does not jump at its cut. */
    @Test
    void thePressureIsThatOfAVirtualChangeOfVolume() {
        Fluid disks = ConservationTest.softDisks(16, 2);
        assertVirtual(disks, new InversePower(12).forceShiftedAt(3));
        Fluid spheres = new LangevinBaoab(0.005, 1, 1)
                .run(Fluid.fccLattice(4, 0.75), new LennardJones().cutAt(2.5), 500,
                        Every.steps(500), Rng.seeded(1))
                .last();
        assertVirtual(spheres, new LennardJones().forceShiftedAt(2.5));
    }

    private static void assertVirtual(Fluid fluid, Forces forces) {
        double h = 1e-5;
        double larger = measured(fluid.scaled(1 + h), forces).energy;
        double smaller = measured(fluid.scaled(1 - h), forces).energy;
        double virial = measured(fluid, forces).virial;
        assertEquals(virial, -(larger - smaller) / (2 * h), 1e-5 * Math.abs(virial));
    }
}
