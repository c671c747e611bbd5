package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.CutPotential;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairMethod;
import matterbook.stats.Regression;
import matterbook.stats.RunningStats;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Newton's equations conserve, and how well the integrators do. */
class ConservationTest {
    private static final CutPotential SOFT = new InversePower(12).cutAndShiftedAt(3);

    /** The course's soft disks, warm and off their lattice. */
    static Fluid softDisks(int side, long seed) {
        Fluid cold = Fluid.squareLattice(side, 0.64).thermalised(1.5, Rng.seeded(seed));
        return new LangevinBaoab(0.005, 1, 0.9).run(cold, SOFT, 1000, Every.steps(1000), Rng.seeded(seed + 1)).last();
    }

    @Test
    void momentumAndEnergyAreConserved() {
        Fluid start = softDisks(16, 1).thermalised(0.9, Rng.seeded(2));
        MdRun run = new VelocityVerlet(0.001).run(start, SOFT, 3000, Every.steps(100));
        for (int axis = 0; axis < 2; axis++) {
            assertArrayEquals(new double[31], run.momentum(axis), 1e-10);
        }
        double[] energy = run.energyPerParticle();
        assertEquals(energy[0], energy[30], 1e-4);
        assertEquals(start.kineticEnergy(), run.kineticEnergy()[0], 1e-9);
        assertEquals(3.0, run.time()[30], 1e-12);
    }

    /** A spinning drop of few particles in a box so large that nothing reaches its edges. */
    @Test
    void angularMomentumIsConservedFarFromTheEdges() {
        Fluid drop = drop();
        MdRun run = new VelocityVerlet(0.002).run(drop, new LennardJones().forceShiftedAt(2.5), 5000,
                Every.steps(500));
        double[] expected = drop.angularMomentum();
        assertTrue(Math.abs(expected[2]) > 5, "the drop must spin");
        for (int axis = 0; axis < 3; axis++) {
            double[] constant = new double[11];
            Arrays.fill(constant, expected[axis]);
            assertArrayEquals(constant, run.angularMomentum(axis), 1e-9);
        }
        assertArrayEquals(expected, run.last().angularMomentum(), 1e-9);
    }

    private static Fluid drop() {
        double[][] r = new double[3][27];
        double[][] v = new double[3][27];
        for (int i = 0; i < 27; i++) {
            r[0][i] = 20 + 1.1 * (i % 3 - 1);
            r[1][i] = 20 + 1.1 * (i / 3 % 3 - 1);
            r[2][i] = 20 + 1.1 * (i / 9 - 1);
            v[0][i] = -0.3 * (r[1][i] - 20);
            v[1][i] = 0.3 * (r[0][i] - 20);
        }
        return Fluid.of(PeriodicBox.cube(40), r, v);
    }

    /** The mean square error of the energy falls as dt^4: by 16 if dt is halved. */
    @Test
    void theEnergyErrorOfVelocityVerletIsOfSecondOrder() {
        Fluid start = softDisks(16, 3);
        double ratio = meanSquareError(start, 0.004, 500) / meanSquareError(start, 0.002, 1000);
        assertTrue(ratio > 12 && ratio < 20, "ratio " + ratio);
    }

    private static double meanSquareError(Fluid start, double dt, int steps) {
        double[] energy = new VelocityVerlet(dt).run(start, SOFT, steps, Every.steps(1)).energyPerParticle();
        RunningStats stats = new RunningStats();
        Arrays.stream(energy).forEach(stats::add);
        return stats.variance();
    }

    /** Forward, turn, and the same way back: within 1e-6, by the readable kernel, whose order of sums is fixed. */
    @Test
    void velocityVerletRunsBackwards() {
        Fluid start = softDisks(8, 4);
        VelocityVerlet verlet = new VelocityVerlet(0.001);
        Fluid there = verlet.run(start, SOFT.by(PairMethod.NAIVE), 5000, Every.steps(5000)).last();
        Fluid back = verlet.run(there.reversed(), SOFT.by(PairMethod.NAIVE), 5000, Every.steps(5000)).last();
        for (int axis = 0; axis < 2; axis++) {
            assertArrayEquals(start.positions()[axis], back.positions()[axis], 1e-6);
            assertArrayEquals(start.velocities()[axis], back.reversed().velocities()[axis], 1e-6);
        }
        assertTrue(Math.abs(there.positions()[0][0] - start.positions()[0][0]) > 0.01, "nothing moved");
    }

    /** Explicit Euler gains energy fast, the semi-implicit rule does not, Verlet's two rules walk the same way. */
    @Test
    void theIntegratorsDifferAsTheyShould() {
        Fluid start = softDisks(8, 5);
        double gain = gain(new ExplicitEuler(0.002), start);
        double swing = Math.abs(gain(new SemiImplicitEuler(0.002), start));
        assertTrue(gain > 0.05 && swing < gain / 5, "explicit " + gain + ", semi-implicit " + swing);
        MdRun velocity = new VelocityVerlet(0.002).run(start, SOFT, 300, Every.steps(100));
        MdRun position = new PositionVerlet(0.002).run(start, SOFT, 300, Every.steps(100));
        for (int axis = 0; axis < 2; axis++) {
            assertArrayEquals(velocity.last().positions()[axis], position.last().positions()[axis], 1e-8);
            assertArrayEquals(velocity.last().velocities()[axis], position.last().velocities()[axis], 1e-7);
        }
        assertArrayEquals(velocity.energy(), position.energy(), 1e-6);
    }

    private static double gain(Deterministic integrator, Fluid start) {
        double[] energy = integrator.run(start, SOFT, 2000, Every.steps(2000)).energyPerParticle();
        return energy[1] - energy[0];
    }

    /**
     * The course's system for a million steps: the slope of the energy is 0 within 4 of its standard errors, taken over
     * blocks of 100 measurements (a false alarm in 16,000 seeds).
     */
    @Test
    @Tag("full")
    void theEnergyDoesNotDrift() {
        Fluid start = softDisks(32, 6).thermalised(0.9, Rng.seeded(7));
        MdRun run = new VelocityVerlet(0.001).run(start, SOFT, 1_000_000, Every.steps(100));
        double[] energy = run.energyPerParticle();
        double[] blocks = new double[100];
        double[] times = new double[100];
        for (int b = 0; b < 100; b++) {
            blocks[b] = Arrays.stream(energy, 100 * b, 100 * b + 100).average().orElseThrow();
            times[b] = b;
        }
        Regression line = Regression.of(times, blocks);
        assertTrue(line.slope().sigmasFrom(0) < 4, line.toString());
        // and the error is small enough to show a drift of a millionth in the whole run
        assertTrue(100 * line.slope().error() < 1e-6, line.toString());
    }
}
