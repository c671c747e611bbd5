package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.Forces;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairMethod;
import matterbook.potential.PairPotential;
import org.junit.jupiter.api.Test;

/** Runs that cannot go well say so in one line. */
class GuardTest {
    // how far an explosion gets in some steps hangs on rounding: the same kernel everywhere
    private static final Forces SOFT = new InversePower(12).cutAt(3).by(PairMethod.PACKED);
    private static final Forces LENNARD_JONES = new LennardJones().cutAt(2.5).by(PairMethod.PACKED);

    @Test
    void aTimeStepThatIsTooLong() {
        Fluid fluid = Fluid.squareLattice(10, 0.64).thermalised(0.9, Rng.seeded(1));
        assertMessage(
                "the run explodes at step 16 (a particle moves by more than 100 in one step): the time step 0.1 is too long; try 0.006",
                () -> new VelocityVerlet(0.1).run(fluid, SOFT, 1000,
                        Every.steps(100)));
        assertMessage(
                "the run explodes at step 1 (a particle moves by 1.5 in one step): the time step 0.5 is too long; try 0.003",
                () -> new VelocityVerlet(0.5).run(fluid, SOFT, 1000,
                        Every.steps(100)));
        assertMessage(
                "the run explodes at step 16 (a particle moves by more than 100 in one step): the time step 0.2 is too long; try 0.05",
                () -> new EulerMaruyama(0.2, 1, 0.9).run(fluid, LENNARD_JONES, 1000,
                        Every.steps(100), Rng.seeded(2)));
    }

    @Test
    void particlesThatOverlap() {
        double[][] r = {{1, 5, 9, 17.001}, {1, 1, 1, 1}};
        Fluid near = Fluid.of(PeriodicBox.square(16), r, new double[2][4]);
        assertMessage("particles 0 and 3 overlap: they are 0.001 apart at the start",
                () -> new VelocityVerlet(0.001).run(near, new LennardJones().cutAt(2.5), 10, Every.steps(1)));
        double[][] same = {{1, 5, 9, 5}, {1, 1, 1, 1}};
        Fluid one = Fluid.of(PeriodicBox.square(16), same, new double[2][4]);
        assertMessage("particles 1 and 3 overlap: they are 0 apart at the start",
                () -> new VelocityVerlet(0.001).run(one, new LennardJones().cutAt(2.5), 10, Every.steps(1)));
    }

    /** A potential that gives no number when particles come near is told from a time step that is too long. */
    @Test
    void aPotentialThatGivesNoNumberOnTheWay() {
        PairPotential broken = new PairPotential() {
            @Override
            public double energy(double r) {
                return 1 / r;
            }

            @Override
            public double force(double r) {
                return r < 1.1 ? Double.NaN : 1 / (r * r);
            }
        };
        Fluid fluid = Fluid.squareLattice(10, 0.64).thermalised(0.9, Rng.seeded(1));
        for (int threads = 1; threads <= 2; threads++) {
            Forces forces = broken.cutAt(2).threads(threads);
            String message = String.valueOf(assertThrows(UserError.class,
                    () -> new VelocityVerlet(0.001).run(fluid, forces, 10_000, Every.steps(100))).getMessage());
            assertTrue(message.matches(
                    "the potential's force at r = 1\\.0\\d+ is NaN; it must be a finite number"), message);
        }
    }

    @Test
    void aRunThatIsStopped() {
        Fluid fluid = Fluid.squareLattice(10, 0.64).thermalised(0.9, Rng.seeded(1));
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> new VelocityVerlet(0.001).run(fluid, new InversePower(12).cutAt(3),
                    1_000_000_000, Every.steps(100)));
        } finally {
            Stop.clear();
        }
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable body) {
        assertEquals(message, assertThrows(UserError.class, body).getMessage());
    }
}
