package matterbook.markov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterEquationTest {
    private static final MasterEquation TWO = MasterEquation.parse("on off\non 0 3\noff 1 0");

    /** Two states: p_on(t) = pi_on + (1 - pi_on) e^(-(a + b) t) with a = 3, b = 1, pi_on = b / (a + b). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.01, 0.3, 1, 7, 1e4})
    void twoStatesExactly(double t) {
        assertEquals(0.25 + 0.75 * Math.exp(-4 * t), TWO.distributionAt("on", t).probability("on"), 1e-14);
    }

    /** Three states against Runge and Kutta's fourth-order rule with 4,000 steps, whose own error is below 1e-12. */
    @Test
    void againstRungeKutta() {
        MasterEquation three = MasterEquation.parse("a b c\na 0 2 0.5\nb 0.1 0 1\nc 3 0.2 0");
        double[] p = {0, 1, 0};
        double[][] q = three.generator().toArray();
        double dt = 2.0 / 4000;
        for (int step = 0; step < 4000; step++) {
            double[] k1 = Matrices.product(p, q);
            double[] k2 = Matrices.product(shifted(p, k1, dt / 2), q);
            double[] k3 = Matrices.product(shifted(p, k2, dt / 2), q);
            double[] k4 = Matrices.product(shifted(p, k3, dt), q);
            for (int i = 0; i < 3; i++) {
                p[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        assertArrayEquals(p, three.distributionAt("b", 2).toArray(), 1e-11);
        assertArrayEquals(three.stationary().toArray(), three.distributionAt("b", 1e3).toArray(), 1e-13);
    }

    /** exp(Q s) exp(Q t) = exp(Q (s + t)). */
    @Test
    void timesAdd() {
        double[][] both = TWO.after(0.2).then(TWO.after(0.5)).matrix();
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(TWO.after(0.7).matrix()[i], both[i], 1e-15);
        }
    }

    /** The chain's relaxation 1 / (1 - lambda2) = 1 / 0.6 steps becomes 1 / (0.6 rate) in time: here 0.6 x 2. */
    @Test
    void aChainRunByARandomClock() {
        MasterEquation clock = MasterEquation.of(MarkovChainTest.WEATHER, 2);
        assertEquals(1 / 1.2, clock.relaxationTime(), 1e-13);
        assertEquals(0.25, TWO.relaxationTime(), 1e-14);
        assertArrayEquals(MarkovChainTest.WEATHER.stationary().toArray(), clock.stationary().toArray(), 1e-15);
        assertEquals("       sun  rain\nsun   -0.2   0.2\nrain     1    -1", clock.toString());
        assertEquals(1, clock.rate("rain", "sun"), 0);
    }

    @Test
    void evolution() {
        Evolution evolution = TWO.evolution("on", 0, 0.5);
        assertArrayEquals(new double[]{1, 0.25 + 0.75 * Math.exp(-2)}, evolution.probability("on"), 1e-15);
        assertEquals(List.of("on", "off"), evolution.states());
    }

    @Test
    void nothingMoves() {
        MasterEquation still = MasterEquation.of(List.of("a"), new double[][]{{0}});
        assertEquals(1, still.distributionAt("a", 5).probability("a"), 0);
        assertEquals(1, still.stationary().probability("a"), 0);
    }

    @Test
    void refusals() {
        assertEquals("the rate on -> off must be a finite number from 0 on, not -1.0",
                MarkovChainTest.message(() -> MasterEquation.parse("on off\non 0 -1\noff 1 0")));
        assertEquals("row 0 (on): the diagonal must be 0 or -3, not 1",
                MarkovChainTest.message(() -> MasterEquation.parse("on off\non 1 3\noff 1 0")));
        assertEquals("a time must be a finite number from 0 on, not -1.0",
                MarkovChainTest.message(() -> TWO.after(-1)));
        assertEquals("a time must be a finite number from 0 on, not NaN",
                MarkovChainTest.message(() -> TWO.evolution("on", 0, Double.NaN)));
        assertEquals("rate times time is beyond all numbers: 3.0 times 1.0E308",
                MarkovChainTest.message(() -> TWO.after(1e308)));
        assertEquals("there are no times", MarkovChainTest.message(() -> TWO.evolution("on")));
        assertEquals("rate must be a finite number above 0, not 0.0",
                MarkovChainTest.message(() -> MasterEquation.of(MarkovChainTest.WEATHER, 0)));
    }

    private static double[] shifted(double[] p, double[] slope, double dt) {
        double[] q = p.clone();
        for (int i = 0; i < q.length; i++) {
            q[i] += dt * slope[i];
        }
        return q;
    }
}
