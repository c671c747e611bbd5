package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.particles.Configuration;
import matterbook.stats.RunningStats;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventChainTest {
    private static final double LENGTH = 3;

    /** N = 72 at 0.65: published 6.901074(71) (B. Li et al., J. Chem. Phys. 157, 234111 (2022)); 4.9 sigma. */
    @Test
    void pressureIsThePublishedOne() {
        EventChainRun run = run(0.65, 20_000, 64, 2_000, 1);
        assertTrue(run.pressure().sigmasFrom(6.901074) < 4.9, run.toString());
        assertTrue(run.pressure().error() < 0.02, run.toString());
        // rounding at the contacts: disks may dig into each other by less than this
        assertTrue(run.last().smallestDistance() > 1 - 1e-9, "disks overlap");
    }

    /** At freezing, where single moves stick: published 8.55170(59). */
    @Test
    @Tag("full")
    void pressureAtFreezingIsThePublishedOne() {
        EventChainRun run = run(0.70, 100_000, 256, 9_000, 2);
        assertTrue(run.pressure().sigmasFrom(8.55170) < 4.9, run.toString());
        assertTrue(run.pressure().error() < 0.005 * 8.55, run.toString());
    }

    /**
     * Beyond it, published 9.41867(50). The crystal seldom turns in its square box, so a run's own error is too small and
     * the error comes from the spread of eight runs (Student's t with 7 degrees of freedom: 4.9 standard errors are one
     * false alarm in 600 choices of seeds).
     */
    @Test
    @Tag("full")
    void pressureOfTheCrystalIsThePublishedOne() {
        RunningStats pressures = new RunningStats();
        for (int seed = 10; seed < 18; seed++) {
            pressures.add(run(0.72, 200_000, 64, 8_000, seed).pressure().value());
        }
        assertTrue(pressures.estimate().sigmasFrom(9.41867) < 4.9, pressures.estimate().toString());
        assertTrue(pressures.estimate().error() < 0.005 * 9.42, pressures.estimate().toString());
    }

    /** Two walks, one law: the fluid at 0.5 by single moves and by chains (4.9 sigma of both errors together). */
    @Test
    void agreesWithSingleMoves() {
        HardDisksRun single = HardDisks.of(72, 0.5).run(1_000, 10_000, Rng.seeded(3));
        EventChainRun chains = run(0.5, 5_000, 64, 500, 4);
        double error = Math.hypot(single.pressure().error(), chains.pressure().error());
        assertEquals(single.pressure().value(), chains.pressure().value(), 4.9 * error);
        assertTrue(error < 0.03, chains.toString());
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertEquals(run(0.6, 10, 4, 10, 5).toString(), run(0.6, 10, 4, 10, 5).toString());
    }

    @Test
    void aStopEndsARun() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> run(0.6, 10, 4, 10, 1));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void nonsenseIsRefused() {
        Configuration start = HardDisks.of(72, 0.6).configuration();
        IsingTest.assertMessage("the length of a chain must be a finite number above 0, not 0.0",
                () -> EventChain.of(start, 0));
        Configuration close = Configuration.of(start.box(), new double[]{1, 1.5}, new double[]{1, 1});
        IsingTest.assertMessage("two disks of diameter 1 are only 0.5 apart", () -> EventChain.of(close, 1));
    }

    private static EventChainRun run(double packing, int equilibration, int blocks, int chains, long seed) {
        return EventChain.of(HardDisks.of(72, packing).configuration(), LENGTH)
                .run(equilibration, blocks, chains, Rng.seeded(seed));
    }
}
