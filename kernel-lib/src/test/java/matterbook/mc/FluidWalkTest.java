package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.CutPotential;
import matterbook.potential.HardCore;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairPotential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What all ensembles share: bookkeeping, the fast sums against the readable ones, and what is refused. */
class FluidWalkTest {
    private static final CutPotential LENNARD_JONES = new LennardJones().cutAt(2.5);

    /** A student's potential: a soft core and a well. */
    private record Morse() implements PairPotential {
        @Override
        public double energy(double r) {
            double e = Math.exp(4 * (1.1 - r));
            return e * (e - 2);
        }

        @Override
        public double force(double r) {
            double e = Math.exp(4 * (1.1 - r));
            return 8 * e * (e - 1);
        }
    }

    /** After a walk with moves of all kinds, lists and cells still know everyone: to 1e-12 of the energy. */
    @Test
    void nearSumsAreThoseOfAllPairs() {
        Fluid disks = Fluid.squareLattice(14, 0.6);
        Fluid spheres = Fluid.fccLattice(3, 0.4);
        Sweeps sweeps = Sweeps.of(30).after(40);
        PairPotential[] potentials = {LENNARD_JONES, new InversePower(12).cutAndShiftedAt(2.5),
                new LennardJones().forceShiftedAt(2.2), new Morse().cutAt(2)};
        for (PairPotential potential : potentials) {
            for (Ensemble ensemble : new Ensemble[]{new Nvt(1.5), new Nvt(1.5).step(2), new Npt(1.5, 1),
                    new GrandCanonical(1.5, 0.2)}) {
                assertSums(ensemble.run(disks, potential, sweeps, Rng.seeded(1)), potential);
                assertSums(ensemble.run(spheres, potential, sweeps, Rng.seeded(2)), potential);
            }
        }
        Fluid mixed = disks.polydisperse(0.1, Rng.seeded(3));
        assertSums(new Nvt(1).run(mixed, LENNARD_JONES, sweeps, Rng.seeded(4)), LENNARD_JONES);
        assertSums(new Npt(1, 1).run(mixed, LENNARD_JONES, sweeps, Rng.seeded(4)), LENNARD_JONES);
    }

    private static void assertSums(McRun run, PairPotential potential) {
        Places places = Places.of(run.last());
        PairSums.Totals exact = PairSums.of(places, CutPotential.of(potential), true).totals(1);
        double scale = Math.max(1, Math.abs(exact.energy()));
        double[] energies = run.potentialEnergy();
        assertEquals(exact.energy(), energies[energies.length - 1], 1e-11 * scale, run.toString());
        double[] virials = run.virial();
        assertEquals(exact.virial(), virials[virials.length - 1], 1e-11 * Math.max(1, Math.abs(exact.virial())));
        PairSums near = PairSums.of(places, CutPotential.of(potential), false);
        PairSums all = PairSums.of(places, CutPotential.of(potential), true);
        for (int i = 0; i < places.size; i++) {
            // near and far from where it was
            for (double by : new double[]{0, 0.1, 3.3}) {
                double e = all.energyAt(i, places.x[i] + by, places.y[i] - by, places.z[i]);
                assertEquals(e, near.energyAt(i, places.x[i] + by, places.y[i] - by, places.z[i]),
                        1e-11 * Math.max(1, Math.abs(e)));
            }
        }
    }

    /** The same moves are taken by both, until rounding tells them apart: over ten sweeps not once. */
    @Test
    void theWalksAreTheSameMoveByMove() {
        Fluid start = Fluid.squareLattice(12, 0.64);
        McRun near = new Nvt(0.7).run(start, LENNARD_JONES, Sweeps.of(10), Rng.seeded(5));
        McRun all = new Nvt(0.7).overAllPairs().run(start, LENNARD_JONES, Sweeps.of(10), Rng.seeded(5));
        assertEquals(all.acceptance(), near.acceptance());
        assertArrayEquals(all.last().positions()[0], near.last().positions()[0]);
        assertArrayEquals(all.potentialEnergy(), near.potentialEnergy(), 1e-9);
    }

    /** And later they are equal in distribution: 4 sigma of both errors. */
    @Test
    void theWalksAreEqualInDistribution() {
        Fluid start = Fluid.squareLattice(10, 0.6);
        Sweeps sweeps = Sweeps.of(4000).after(500).every(2);
        McRun near = new Nvt(1).run(start, LENNARD_JONES, sweeps, Rng.seeded(6));
        McRun all = new Nvt(1).overAllPairs().run(start, LENNARD_JONES, sweeps, Rng.seeded(7));
        Estimate reference = all.meanPotentialPerParticle();
        NvtTest.assertReference(reference.value(), reference.error(), near.meanPotentialPerParticle(), 0.01);
        NvtTest.assertReference(all.meanPressure().value(), all.meanPressure().error(), near.meanPressure(), 0.04);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Fluid start = Fluid.fccLattice(3, 0.4);
        for (Ensemble ensemble : new Ensemble[]{new Nvt(1.2), new Npt(1.2, 0.5), new GrandCanonical(1.2, 0.05)}) {
            Sweeps sweeps = Sweeps.of(20).after(20).frames(5);
            McRun one = ensemble.run(start, LENNARD_JONES, sweeps, Rng.seeded(8));
            McRun two = ensemble.run(start, LENNARD_JONES, sweeps, Rng.seeded(8));
            assertArrayEquals(one.potentialEnergy(), two.potentialEnergy());
            assertArrayEquals(one.last().positions()[2], two.last().positions()[2]);
            assertArrayEquals(new double[]{0, 5, 10, 15, 20}, one.frameSweeps());
            assertEquals(5, one.frames().size());
        }
        McRun tuned = new Nvt(1.2).run(start, LENNARD_JONES, Sweeps.of(1).after(100), Rng.seeded(9));
        assertTrue(tuned.step() > 0.16, "the step was not tuned: " + tuned.step());
        assertEquals(0.15, new Nvt(1.2).run(start, LENNARD_JONES, Sweeps.of(50), Rng.seeded(9)).step());
    }

    /** A potential whose energies are not the same twice cannot keep its books. */
    @Test
    void theBooksAreChecked() {
        double[] calls = {0};
        PairPotential moody = new PairPotential() {
            @Override
            public double energy(double r) {
                return 1e-4 * Math.sin(calls[0]++);
            }

            @Override
            public double force(double r) {
                return 0;
            }
        };
        UserError error = assertThrows(UserError.class, () -> new Nvt(1).run(Fluid.squareLattice(10, 0.6),
                moody.cutAt(2), Sweeps.of(10), Rng.seeded(1)));
        assertEquals("the energy added up over the moves is #, that of the places is #: the potential does not give "
                + "the same energy for the same distance",
                String.valueOf(error.getMessage()).replaceAll("-?[0-9][0-9.e-]*", "#"));
    }

    @Test
    void nonsenseIsRefused() {
        Fluid small = Fluid.squareLattice(4, 0.64);
        assertMessage(
                "the box's shortest side 5 is less than twice the cut-off 3; take a box of at least 6 or a cut-off "
                        + "of at most 2.5",
                () -> run(new Nvt(1), small, new LennardJones().cutAt(3)));
        assertMessage("this potential does not end; cut it, for example with .cutAt(2.5)",
                () -> run(new Nvt(1), small, new LennardJones()));
        double[][] near = {{1, 5, 9, 17.001}, {1, 1, 1, 1}};
        assertMessage("particles 0 and 3 overlap: they are 0.001 apart at the start",
                () -> run(new Nvt(1), Fluid.of(PeriodicBox.square(16), near, new double[2][4]), LENNARD_JONES));
        double[][] close = {{1, 5, 9, 5.9}, {1, 1, 1, 1}};
        assertMessage("particles 1 and 3 overlap: they are 0.9 apart at the start",
                () -> run(new Nvt(1), Fluid.of(PeriodicBox.square(16), close, new double[2][4]), new HardCore()));
        assertMessage("the energy of a particle changes by NaN; a potential's energy must be a number above minus "
                + "infinity", () -> run(new Nvt(1), Fluid.squareLattice(8, 0.6), new Broken().cutAt(2)));
        assertMessage("particles that come and go must all have the same diameter", () -> run(
                new GrandCanonical(1, 0.1), Fluid.squareLattice(8, 0.6).polydisperse(0.1, Rng.seeded(1)),
                LENNARD_JONES));
        assertMessage("at the pressure 100.0 the box shrinks to a side of 4.94, less than twice the cut-off 2.5; start "
                + "with more particles", () -> run(new Npt(1, 100), Fluid.fccLattice(3, 0.7), LENNARD_JONES));
        IsingTest.assertMessage("the pressure must be a finite number above 0, not -1.0", () -> new Npt(1, -1));
        IsingTest.assertMessage("the temperature must be a finite number above 0, not 0.0", () -> new Nvt(0));
        IsingTest.assertMessage("the activity must be a finite number above 0, not 0.0",
                () -> new GrandCanonical(1, 0));
        IsingTest.assertMessage("a run measures every 1 or more sweeps, not every 0", () -> Sweeps.of(1).every(0));
    }

    /** Right far away, where the start is, and no number nearer. */
    private record Broken() implements PairPotential {
        @Override
        public double energy(double r) {
            return r < 1.25 ? Double.NaN : 0;
        }

        @Override
        public double force(double r) {
            return 0;
        }
    }

    private static void run(Ensemble ensemble, Fluid start, PairPotential potential) {
        ensemble.run(start, potential, Sweeps.of(100).after(400), Rng.seeded(1));
    }

    private static void assertMessage(String message, Executable body) {
        assertEquals(message, assertThrows(UserError.class, body).getMessage());
    }

    @Test
    void aRunThatIsStopped() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> new Nvt(1).run(Fluid.squareLattice(10, 0.64), LENNARD_JONES,
                    Sweeps.of(1_000_000_000), Rng.seeded(1)));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void heatIsWhatTheEnergyGainsWithTemperature() {
        Fluid start = Fluid.squareLattice(16, 0.64);
        CutPotential soft = new InversePower(12).cutAt(3);
        Sweeps sweeps = Sweeps.of(6000).after(500).every(2);
        McRun middle = new Nvt(1).run(start, soft, sweeps, Rng.seeded(10));
        Estimate cold = new Nvt(0.9).run(start, soft, sweeps, Rng.seeded(11)).meanPotentialPerParticle();
        Estimate hot = new Nvt(1.1).run(start, soft, sweeps, Rng.seeded(12)).meanPotentialPerParticle();
        double slope = 1 + (hot.value() - cold.value()) / 0.2;
        NvtTest.assertReference(slope, Math.hypot(hot.error(), cold.error()) / 0.2, middle.heatCapacity(), 0.03);
        assertEquals(0, Arrays.stream(middle.last().velocities()[0]).sum());
    }
}
