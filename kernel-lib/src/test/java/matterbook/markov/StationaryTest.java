package matterbook.markov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class StationaryTest {
    /** pi = (0.625, 0.3125, 0.0625), lambda2 = 0.7414214: the bull, bear and stagnant market often used as an example. */
    private static final MarkovChain MARKET = MarkovChain
            .of(new double[][]{{0.9, 0.075, 0.025}, {0.15, 0.8, 0.05}, {0.25, 0.25, 0.5}});
    private static final MarkovChain CYCLE = MarkovChain.of(new double[][]{{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
    private static final MarkovChain TWO_ENDS = MarkovChain
            .of(new double[][]{{1, 0, 0, 0}, {0.5, 0, 0.5, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}});

    @Test
    void threeWaysToOneLaw() {
        double[] pi = {0.625, 0.3125, 0.0625};
        assertArrayEquals(pi, MARKET.stationary().toArray(), 1e-15);
        assertArrayEquals(pi, MARKET.stationaryByEigenvector().toArray(), 1e-14);
        assertArrayEquals(pi, MARKET.stationaryByPowers().toArray(), 1e-13);
        assertEquals(0.7414214, MARKET.spectrum().secondModulus(), 5e-8);
        assertEquals("sun 0.8333  rain 0.1667", MarkovChainTest.WEATHER.stationary().toString());
    }

    /** Metropolis on E = 0, 1, 2, beta 1, proposals 1/3: pi = (.665241, .244728, .090031), lambda2 .4989284. */
    @Test
    void metropolisReachesBoltzmann() {
        MarkovChain chain = MetropolisChain.of(new double[]{0, 1, 2}, 1);
        double[] pi = {0.665241, 0.244728, 0.090031};
        assertArrayEquals(pi, chain.stationary().toArray(), 5e-7);
        assertArrayEquals(pi, MetropolisChain.boltzmann(chain.states(), new double[]{0, 1, 2}, 1).toArray(), 5e-7);
        assertEquals(0.4989284, chain.spectrum().secondModulus(), 5e-8);
        assertTrue(chain.isReversible());
    }

    /** 50 random chains with zeros: all three ways agree, pi P = pi, and detailed balance holds for the symmetrised. */
    @Test
    void randomChains() {
        Rng rng = Rng.seeded(7);
        for (int trial = 0; trial < 50; trial++) {
            MarkovChain chain = random(2 + trial % 9, rng);
            double[] pi = chain.stationary().toArray();
            assertArrayEquals(pi, chain.step(chain.stationary()).toArray(), 1e-14);
            assertArrayEquals(pi, chain.stationaryByEigenvector().toArray(), 1e-12);
            assertArrayEquals(pi, chain.stationaryByPowers().toArray(), 1e-11);
            assertArrayEquals(pi, chain.reversed().stationary().toArray(), 1e-13);
            assertEquals(chain.spectrum().secondModulus(), chain.reversed().spectrum().secondModulus(), 1e-9);
        }
    }

    /** pi_b / pi_a = e / 0.5 with e = 1e-14: to all digits, where 1 - (1 - e) has lost two of them. */
    @Test
    void eliminationKeepsTinyProbabilities() {
        double e = 1e-14;
        MarkovChain rare = MarkovChain.of(new double[][]{{1 - e, e}, {0.5, 0.5}});
        assertEquals(2e-14, rare.stationary().toArray()[1], 1e-27);
    }

    @Test
    void aPeriodicChainHasALawButNoLimit() {
        assertEquals(3, CYCLE.period());
        assertArrayEquals(new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0}, CYCLE.stationary().toArray(), 1e-15);
        assertEquals("the powers of this chain never settle: its period is 3; the mean over 3 steps in a row does",
                assertThrows(IllegalStateException.class, CYCLE::stationaryByPowers).getMessage());
        assertEquals(0, CYCLE.spectralGap(), 0);
        assertEquals(Double.POSITIVE_INFINITY, CYCLE.relaxationTime(), 0);
        assertEquals(Double.POSITIVE_INFINITY, CYCLE.spectrum().decayTime(), 0);
    }

    @Test
    void severalClosedClassesHaveNoOneLaw() {
        String message = "the stationary law is not unique: each of the closed classes {a}, {c, d} has its own";
        assertEquals(message, assertThrows(IllegalStateException.class, TWO_ENDS::stationary).getMessage());
        assertEquals(message,
                assertThrows(IllegalStateException.class, TWO_ENDS::stationaryByEigenvector).getMessage());
        assertEquals(message, assertThrows(IllegalStateException.class, TWO_ENDS::period).getMessage());
        assertEquals("[{a} closed, aperiodic, {b} open, never met again, {c, d} closed, period 2]",
                TWO_ENDS.classes().toString());
        assertFalse(TWO_ENDS.isIrreducible());
        assertEquals("a chain runs backwards only if every state leads to every other; its classes are "
                + "[{a} closed, aperiodic, {b} open, never met again, {c, d} closed, period 2]",
                assertThrows(IllegalStateException.class, TWO_ENDS::reversed).getMessage());
    }

    @Test
    void statesLeftForGoodGetNothing() {
        MarkovChain leaving = MarkovChain.of(new double[][]{{0.5, 0.5, 0}, {0, 0, 1}, {0, 0.5, 0.5}});
        double[] pi = {0, 1 / 3.0, 2 / 3.0};
        assertArrayEquals(pi, leaving.stationary().toArray(), 1e-15);
        assertArrayEquals(pi, leaving.stationaryByEigenvector().toArray(), 1e-14);
        assertArrayEquals(pi, leaving.stationaryByPowers().toArray(), 1e-13);
    }

    @Test
    void periods() {
        assertEquals(2, MarkovChain.of(new double[][]{{0, 1, 0}, {0.5, 0, 0.5}, {0, 1, 0}}).period());
        assertEquals(1, MarkovChain.of(new double[][]{{0, 1, 0}, {0.5, 0, 0.5}, {0.5, 0.5, 0}}).period());
        assertEquals(1, MARKET.period());
    }

    /** Twice as likely to go round one way as the other: uniform law, yet a net flux of (1 - 1/2) / 6 along each edge. */
    @Test
    void aCycleIsStationaryWithoutDetailedBalance() {
        MarkovChain cycle = MarkovChain.parse("a b c\na 1/4 1/2 1/4\nb 1/4 1/4 1/2\nc 1/2 1/4 1/4");
        assertArrayEquals(new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0}, cycle.stationary().toArray(), 1e-15);
        assertEquals(1 / 12.0, cycle.detailedBalanceViolation(), 1e-15);
        assertEquals(1 / 12.0, cycle.netFlux().at("a", "b"), 1e-15);
        assertEquals(1 / 12.0, cycle.netFlux().at("b", "c"), 1e-15);
        assertEquals(1 / 12.0, cycle.netFlux().at("c", "a"), 1e-15);
        assertFalse(cycle.isReversible());
        assertEquals(0.5, cycle.reversed().probability("b", "a"), 1e-15);
        assertEquals("""
                         a        b        c
                a        0   0.0833  -0.0833
                b  -0.0833        0   0.0833
                c   0.0833  -0.0833        0""", cycle.netFlux().toString());
    }

    /** Eigenvalues of the cycle are the cube roots of 1; those of the market are exact to all digits. */
    @Test
    void eigenvaluesMayBeComplex() {
        assertEquals("[1, -0.5 + 0.866i, -0.5 - 0.866i]", CYCLE.spectrum().eigenvalues().toString());
        assertEquals("eigenvalues [1, 0.7414, 0.4586], gap 0.2586", MARKET.spectrum().toString());
        double trace = MARKET.spectrum().eigenvalues().stream().mapToDouble(Spectrum.Eigenvalue::real).sum();
        assertEquals(0.9 + 0.8 + 0.5, trace, 1e-14);
        assertEquals(1 / 0.6, MarkovChainTest.WEATHER.relaxationTime(), 1e-13);
        assertEquals(-1 / Math.log(0.4), MarkovChainTest.WEATHER.spectrum().decayTime(), 1e-13);
        assertEquals(1, MarkovChain.of(new double[][]{{1}}).relaxationTime(), 0);
    }

    /**
     * States 0 and 2 lead only to 1 and 3 and back: the eigenvalues are 1, -1 and a pair +-i sqrt(b), from
     * {@code (z^2 - 1) (z^2 + b)}. A library that takes real pairs for complex ones gives -0.5 +- 0.5 i here.
     */
    @Test
    void aRealPairIsNoComplexPair() {
        double b = 0.55;
        MarkovChain chain = MarkovChain.of(new double[][]{{0, 1, 0, 0}, {1 - b, 0, b, 0}, {0, 0, 0, 1}, {1, 0, 0, 0}});
        assertEquals(2, chain.period());
        assertEquals(0, chain.spectralGap(), 0);
        assertEquals("[1, -1, 0 + 0.7416i, 0 - 0.7416i]", chain.spectrum().eigenvalues().toString());
    }

    /** A chain of period d has the d-th roots of 1 among its eigenvalues; without a period the gap is open. */
    @Test
    void theGapKnowsThePeriod() {
        Rng rng = Rng.seeded(8);
        for (int trial = 0; trial < 300; trial++) {
            MarkovChain chain = sparse(2 + trial % 6, rng);
            boolean closes = chain.classes().stream().filter(CommunicatingClass::closed).count() > 1
                    || chain.period() > 1;
            assertEquals(closes, chain.spectralGap() < 1e-9, () -> chain + "\n" + chain.spectrum());
            assertEquals(1, chain.spectrum().eigenvalues().getFirst().modulus(), 1e-9);
        }
    }

    @Test
    void metropolisRefusals() {
        double[][] lopsided = {{0.5, 0.5}, {0.2, 0.8}};
        var states = java.util.List.of("low", "high");
        assertEquals("the proposals must be symmetric: low -> high is 0.5 but back is 0.2", MarkovChainTest
                .message(() -> MetropolisChain.of(states, new double[]{0, 1}, 1, lopsided)));
        assertEquals("beta must be a finite number from 0 on, not -1.0",
                MarkovChainTest.message(() -> MetropolisChain.of(new double[]{0, 1}, -1)));
        assertEquals("there are 1 energies for the 2 states [low, high]",
                MarkovChainTest.message(() -> MetropolisChain.of(states, new double[]{0}, 1, lopsided)));
        assertEquals("an energy is not finite: [0.0, NaN]",
                MarkovChainTest.message(() -> MetropolisChain.of(new double[]{0, Double.NaN}, 1)));
    }

    private static MarkovChain random(int n, Rng rng) {
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weights[i][j] = i == j || j == (i + 1) % n || rng.nextDouble() < 0.3 ? 0.05 + rng.nextDouble() : 0;
            }
        }
        return MarkovChain.normalised(Names.letters(n), weights);
    }

    private static MarkovChain sparse(int n, Rng rng) {
        double[][] weights = new double[n][n];
        for (int i = 0; i < n; i++) {
            weights[i][(int) (n * rng.nextDouble())] = 1;
            weights[i][(int) (n * rng.nextDouble())] += 0.1 + rng.nextDouble();
        }
        return MarkovChain.normalised(Names.letters(n), weights);
    }
}
