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
import matterbook.stats.Autocorrelation;
import matterbook.stats.GoodnessOfFit;
import org.junit.jupiter.api.Test;

class IsingTest {
    private static final IsingEnumeration EXACT = IsingEnumeration.of(4);
    /** 4.9 sigma: a right sampler fails one comparison in a million seeds, and the seeds are fixed. */
    private static final double SIGMAS = 4.9;
    private static final double FALSE_ALARM = 1e-6;
    private static final int SWEEPS = 100_000;

    @Test
    void enumerationGivesTheKnownNumbers() {
        assertEquals(-1.7553803, EXACT.energy(2), 5e-8);
        assertEquals(0.6055327, EXACT.heatCapacity(2), 5e-8);
        assertEquals(0.9189433, EXACT.magnetisation(2), 5e-8);
        assertEquals(1, Arrays.stream(EXACT.energyLaw(2)).sum(), 1e-12);
        assertEquals(1, Arrays.stream(EXACT.magnetisationLaw(2)).sum(), 1e-12);
        assertEquals("all 65536 configurations of 4 x 4 spins", EXACT.toString());
        // 2 x 2 with each neighbour twice: Z = 12 + 4 cosh(8/T), so u = -8 sinh(8/T) / Z at T = 2
        double z = 12 + 4 * Math.cosh(4);
        assertEquals(-8 * Math.sinh(4) / z, IsingEnumeration.of(2).energy(2), 1e-12);
    }

    @Test
    void theReadableSamplerFollowsTheExactLaw() {
        followsTheExactLaw(Ising.hot(4, Rng.seeded(1)), 2, Rng.seeded(2));
        followsTheExactLaw(Ising.cold(4), 3.5, Rng.seeded(3));
    }

    @Test
    void theFastSamplerFollowsTheExactLaw() {
        followsTheExactLaw(FastIsing.hot(4, Rng.seeded(4)), 2, Rng.seeded(5));
        followsTheExactLaw(FastIsing.cold(4), 3.5, Rng.seeded(6));
    }

    /** Averages by sigma, the laws of energy and |magnetisation| by chi-square on the effective number of samples. */
    private static void followsTheExactLaw(IsingLattice lattice, double temperature, Rng rng) {
        IsingRun run = lattice.run(temperature, 1000, SWEEPS, rng);
        assertNear(EXACT.energy(temperature), run.energy());
        assertNear(EXACT.magnetisation(temperature), run.magnetisation());
        assertNear(EXACT.heatCapacity(temperature), run.heatCapacity());
        assertNear(EXACT.susceptibility(temperature), run.susceptibility());
        double[] energyLevels = Arrays.stream(run.energies()).map(u -> (16 * u + 32) / 4).toArray();
        assertLaw(energyLevels, EXACT.energyLaw(temperature));
        double[] signed = EXACT.magnetisationLaw(temperature);
        double[] law = new double[9];
        Arrays.setAll(law, m -> m == 0 ? signed[8] : signed[8 + m] + signed[8 - m]);
        assertLaw(Arrays.stream(run.magnetisations()).map(m -> 8 * Math.abs(m)).toArray(), law);
    }

    private static void assertLaw(double[] levels, double[] law) {
        long[] counts = new long[law.length];
        for (double level : levels) {
            counts[(int) Math.round(level)]++;
        }
        GoodnessOfFit fit = GoodnessOfFit.chiSquare(counts, law, Autocorrelation.of(levels).effectiveSamples());
        assertTrue(fit.pValue() > FALSE_ALARM, fit.toString());
    }

    private static void assertNear(double exact, Estimate found) {
        assertTrue(found.sigmasFrom(exact) < SIGMAS, found + ", exact " + exact);
    }

    /** A lattice of several words a row, where single spins cannot hide: 256 x 256 against Onsager, 4.9 sigma. */
    @Test
    void theFastSamplerFollowsOnsager() {
        IsingRun run = FastIsing.cold(256).run(2, 300, 5000, Rng.seeded(7));
        assertNear(Onsager.energy(2), run.energy());
        assertNear(Onsager.magnetisation(2), run.magnetisation());
        assertTrue(run.energy().error() < 2e-4, run.energy().toString());
    }

    @Test
    void runningSumsAreTheRecomputedOnes() {
        Ising ising = Ising.hot(10, Rng.seeded(8));
        ising.run(2.3, 10, 200, Rng.seeded(9));
        assertEquals(ising.recomputedEnergy(), ising.energy());
        assertEquals(Arrays.stream(ising.spins()).flatMapToDouble(Arrays::stream)
                .sum(), (double) ising.magnetisation());
    }

    /** In lattices of one short word, of one full word, of two words a row: bits and edges are where they should be. */
    @Test
    void theFastEnergyIsTheOneOfItsSpins() {
        for (int side : new int[]{2, 6, 128, 256}) {
            FastIsing ising = FastIsing.hot(side, Rng.seeded(10));
            for (int round = 0; round < 3; round++) {
                double[][] s = ising.spins();
                double energy = 0;
                double sum = 0;
                for (int i = 0; i < side; i++) {
                    for (int j = 0; j < side; j++) {
                        energy -= s[i][j] * (s[(i + 1) % side][j] + s[i][(j + 1) % side]);
                        sum += s[i][j];
                    }
                }
                assertEquals(energy, (double) ising.energy(), "side " + side);
                assertEquals(sum, (double) ising.magnetisation());
                ising.sweep(2.5, Rng.seeded(11 + round));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertArrayEquals(FastIsing.cold(32).run(2.2, 5, 50, Rng.seeded(1)).energies(),
                FastIsing.cold(32).run(2.2, 5, 50, Rng.seeded(1)).energies());
        assertArrayEquals(Ising.cold(8).run(2.2, 5, 50, Rng.seeded(1)).energies(),
                Ising.cold(8).run(2.2, 5, 50, Rng.seeded(1)).energies());
    }

    @Test
    void coldStaysColdAndHotStaysHot() {
        FastIsing cold = FastIsing.cold(64);
        assertEquals(-2 * 64 * 64, cold.energy());
        assertEquals(64 * 64, cold.magnetisation());
        cold.sweep(0.1, Rng.seeded(1));
        assertEquals(-2 * 64 * 64, cold.energy());
        IsingRun hot = FastIsing.hot(64, Rng.seeded(2)).run(50, 10, 2000, Rng.seeded(3));
        assertNear(Onsager.energy(50), hot.energy());
    }

    /** Free spins: m has the standard deviation 1/64, so <|m|> = sqrt(2 / pi) / 64; also from a cold start. */
    @Test
    void coldForgetsItsStartAtAnyTemperature() {
        for (double temperature : new double[]{1e3, 1e5, 1e9}) {
            IsingRun run = FastIsing.cold(64).run(temperature, 100, 2000, Rng.seeded(4));
            assertNear(Math.sqrt(2 / Math.PI) / 64 * Math.sqrt(1 + 4 / temperature), run.magnetisation());
        }
    }

    @Test
    void aStopEndsARun() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> FastIsing.cold(4).run(2, 0, 10, Rng.seeded(1)));
            assertThrows(Stopped.class, () -> Ising.cold(4).run(2, 0, 10, Rng.seeded(1)));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertMessage("the side must be even up to 128, and a multiple of 128 above, not 130",
                () -> FastIsing.cold(130));
        assertMessage("an Ising lattice needs a side of at least 2, not 1", () -> Ising.cold(1));
        assertMessage("the side must lie between 2.0 and 5.0, not 6.0", () -> IsingEnumeration.of(6));
        assertMessage("the temperature must be a finite number above 0, not -1.0",
                () -> Ising.cold(4).sweep(-1, Rng.seeded(1)));
        assertMessage("sweeps must be at least 4, not 3", () -> Ising.cold(4).run(1, 0, 3, Rng.seeded(1)));
        assertMessage("equilibration must not be negative: -1", () -> Ising.cold(4).run(1, -1, 9, Rng.seeded(1)));
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable body) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
