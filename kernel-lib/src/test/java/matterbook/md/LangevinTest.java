package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.Forces;
import matterbook.stats.Blocking;
import matterbook.stats.RunningStats;
import org.junit.jupiter.api.Test;

/** Free particles with friction and noise, where everything is known. */
class LangevinTest {
    private static Fluid free(int n) {
        return Fluid.of(PeriodicBox.cube(10), new double[3][n], new double[3][n]);
    }

    private static Estimate meanSquareDisplacement(Stochastic rule, double time, int n) {
        return meanSquareDisplacement(free(n).maxwellian(1, Rng.seeded(1)), rule, time);
    }

    private static Estimate meanSquareDisplacement(Fluid start, Stochastic rule, double time) {
        long steps = Math.round(time / rule.timeStep());
        double[][] r = rule.run(start, Forces.none(), steps, Every.steps(steps), Rng.seeded(2)).last().positions();
        RunningStats squares = new RunningStats();
        for (int i = 0; i < start.size(); i++) {
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

    /** From rest it is 3 T (2 t - 3 + 4 e^-t - e^-2t) = 51.0005 at t = 10: not the same number. */
    @Test
    void fromRestParticlesStayBehind() {
        double exact = 3 * (20 - 3 + 4 * Math.exp(-10) - Math.exp(-20));
        assertEquals(51.0005, exact, 5e-5);
        Estimate rest = meanSquareDisplacement(free(20_000), new LangevinBaoab(0.05, 1, 1), 10);
        assertTrue(rest.sigmasFrom(exact) < 4 && rest.error() < 0.35, rest.toString());
        assertTrue(rest.sigmasFrom(54.00027) > 5, "this is the number from Maxwell's velocities: " + rest);
    }

    /** Without inertia there are no velocities: temperature and pressure of an ideal gas are the bath's. */
    @Test
    void brownianMotionHasTheTemperatureOfItsBath() {
        Fluid start = free(100).thermalised(5, Rng.seeded(1));
        MdRun run = new EulerMaruyama(0.1, 2, 0.5).run(start, Forces.none(), 10, Every.steps(5), Rng.seeded(2));
        assertArrayEquals(new double[]{0.5, 0.5, 0.5}, run.temperature(), 1e-12);
        assertArrayEquals(new double[]{0.05, 0.05, 0.05}, run.pressure(), 1e-12);
        try (LongRun piece = LongRun.start(start, new EulerMaruyama(0.1, 2, 0.5), Forces.none(), Rng.seeded(2))) {
            assertEquals(0.5, piece.measure().temperature(), 1e-12);
            assertEquals(75, piece.measure().kinetic(), 1e-9);
        }
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

    /** Berendsen's sets the temperature; Andersen's samples its fluctuations: var T = 2 T² / (d N). 4 sigma each. */
    @Test
    void thermostatsSetTheTemperature() {
        Fluid start = ConservationTest.softDisks(16, 2);
        var forces = new matterbook.potential.InversePower(12).cutAt(3);
        MdRun scaled = new VelocityVerlet(0.002).with(new Berendsen(2, 0.002)).run(start, forces, 50, Every.steps(10),
                Rng.seeded(1));
        assertEquals(2, scaled.temperature()[5], 1e-3);
        MdRun bath = new VelocityVerlet(0.004).with(new Andersen(2, 2)).run(start, forces, 4000, Every.steps(20),
                Rng.seeded(1));
        double[] temperature = java.util.Arrays.copyOfRange(bath.temperature(), 50, 201);
        Estimate mean = Blocking.of(temperature).estimate();
        assertTrue(mean.sigmasFrom(2) < 4 && mean.error() < 0.04, mean.toString());
        double[] squares = java.util.Arrays.stream(temperature).map(x -> (x - 2) * (x - 2)).toArray();
        Estimate variance = Blocking.of(squares).estimate();
        assertTrue(variance.sigmasFrom(2.0 * 2 * 2 / 512) < 4 && variance.error() < 0.005, variance.toString());
    }

    /** What would run and be wrong is refused: a bath that turns velocities round, a thermostat that is not felt. */
    @Test
    void rulesThatCannotWorkAreRefused() {
        Langevin long1 = new Langevin(2, 1, 1);
        GuardTest.assertMessage("the time step 2.0 is too long for the friction 1.0 and the mass 1.0: it must be below"
                + " 2 m / zeta = 2; try 0.1",
                () -> long1.run(free(3), Forces.none(), 10, Every.steps(1), Rng.seeded(1)));
        assertEquals(3,
                long1.run(free(3).withMass(1.1), Forces.none(), 10, Every.steps(5), Rng.seeded(1)).time().length);
        GuardTest.assertMessage("position Verlet moves without velocities, so a thermostat would change nothing;"
                + " take new VelocityVerlet(0.01).with(...), which walks the same way",
                () -> new PositionVerlet(0.01).with(new Berendsen(1, 1)));
    }
}
