package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.Forces;
import matterbook.stats.RunningStats;
import org.junit.jupiter.api.Test;

/** Free particles with friction and noise, where everything is known. */
class LangevinTest {
    private static Fluid free(int n) {
        return Fluid.of(PeriodicBox.cube(10), new double[3][n], new double[3][n]);
    }

    private static Estimate meanSquareDisplacement(Stochastic rule, double time, int n) {
        Fluid start = free(n).maxwellian(1, Rng.seeded(1));
        long steps = Math.round(time / rule.timeStep());
        double[][] r = rule.run(start, Forces.none(), steps, Every.steps(steps), Rng.seeded(2)).last().positions();
        RunningStats squares = new RunningStats();
        for (int i = 0; i < n; i++) {
            squares.add(r[0][i] * r[0][i] + r[1][i] * r[1][i] + r[2][i] * r[2][i]);
        }
        return squares.estimate();
    }

    /** 6 T (t - 1 + e^-t) = 54.00027 at t = 10 from Maxwell's velocities; 4 sigma, one false alarm in 16,000 seeds. */
    @Test
    void theMeanSquareDisplacementIsTheExactOne() {
        double exact = 6 * (10 - 1 + Math.exp(-10));
        assertEquals(54.00027, exact, 5e-6);
        Estimate euler = meanSquareDisplacement(new Langevin(0.01, 1, 1), 10, 8000);
        Estimate baoab = meanSquareDisplacement(new LangevinBaoab(0.05, 1, 1), 10, 8000);
        assertTrue(euler.sigmasFrom(exact) < 4 && euler.error() < 0.6, euler.toString());
        assertTrue(baoab.sigmasFrom(exact) < 4 && baoab.error() < 0.6, baoab.toString());
    }

    /** Without inertia: 2 d T t / zeta = 30 at t = 10, zeta = 2. */
    @Test
    void brownianMotionDiffuses() {
        Estimate brownian = meanSquareDisplacement(new EulerMaruyama(0.1, 2, 1), 10, 8000);
        assertTrue(brownian.sigmasFrom(30) < 4 && brownian.error() < 0.4, brownian.toString());
    }

    /** The semi-implicit rule has <v²> = 3 T / (1 - dt / 2): at dt = 0.5 a third too much. BAOAB has 3 T. */
    @Test
    void theTimeStepLeavesItsKnownTrace() {
        Estimate euler = meanSquareVelocity(new Langevin(0.5, 1, 1), 1);
        assertTrue(euler.sigmasFrom(4) < 4 && euler.error() < 0.03, euler.toString());
        Estimate baoab = meanSquareVelocity(new LangevinBaoab(0.5, 1, 1), 1);
        assertTrue(baoab.sigmasFrom(3) < 4 && baoab.error() < 0.03, baoab.toString());
        // for other masses and frictions: 3 T / m / (1 - zeta dt / 2 m)
        Estimate heavy = meanSquareVelocity(new Langevin(0.5, 3, 2), 10);
        assertTrue(heavy.sigmasFrom(0.6 / (1 - 0.075)) < 4, heavy.toString());
    }

    private static Estimate meanSquareVelocity(Stochastic rule, double mass) {
        Fluid end = rule.run(free(20_000).withMass(mass), Forces.none(), 100, Every.steps(100), Rng.seeded(3)).last();
        double[][] v = end.velocities();
        RunningStats squares = new RunningStats();
        for (int i = 0; i < end.size(); i++) {
            squares.add(v[0][i] * v[0][i] + v[1][i] * v[1][i] + v[2][i] * v[2][i]);
        }
        return squares.estimate();
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Fluid start = ConservationTest.softDisks(8, 1);
        Stochastic rule = new Langevin(0.005, 1, 0.9);
        var forces = new matterbook.potential.InversePower(12).cutAt(3);
        for (int threads = 1; threads <= 2; threads++) {
            MdRun one = rule.run(start, forces.threads(threads), 200, Every.steps(10).frames(100), Rng.seeded(5));
            MdRun two = rule.run(start, forces.threads(threads), 200, Every.steps(10).frames(100), Rng.seeded(5));
            assertArrayEquals(one.energy(), two.energy());
            assertArrayEquals(one.last().positions()[0], two.last().positions()[0]);
            assertEquals(3, one.frames().size());
            assertArrayEquals(new double[]{0, 0.5, 1}, one.frameTimes(), 1e-12);
        }
    }

    /** A run in two halves, the second from the fluid that the first left, is as exact as one: a checkpoint needs no more. */
    @Test
    void thermostatsSetTheTemperature() {
        Fluid start = ConservationTest.softDisks(16, 2);
        var forces = new matterbook.potential.InversePower(12).cutAt(3);
        MdRun scaled = new VelocityVerlet(0.002).with(new Berendsen(2, 0.002)).run(start, forces, 50, Every.steps(10),
                Rng.seeded(1));
        assertEquals(2, scaled.temperature()[5], 1e-3);
        MdRun bath = new VelocityVerlet(0.004).with(new Andersen(2, 2)).run(start, forces, 4000, Every.steps(20),
                Rng.seeded(1));
        RunningStats temperature = new RunningStats();
        java.util.Arrays.stream(bath.temperature()).skip(50).forEach(temperature::add);
        // 256 disks: one temperature scatters by 2 / 16; 150 of them, somewhat correlated
        assertEquals(2, temperature.mean(), 0.06);
    }
}
