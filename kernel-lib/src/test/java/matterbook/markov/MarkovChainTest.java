package matterbook.markov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

class MarkovChainTest {
    static final MarkovChain WEATHER = MarkovChain.parse("""
                   sun  rain
            sun    0.9   0.1
            rain   0.5   0.5
            """);

    @Test
    void readsAndPrintsItsTable() {
        assertEquals("      sun  rain\nsun   0.9   0.1\nrain  0.5   0.5", WEATHER.toString());
        assertEquals(WEATHER, MarkovChain.parse(WEATHER.toString()));
        assertEquals(0.1, WEATHER.probability("sun", "rain"), 0);
        assertEquals(1 / 3.0, MarkovChain.parse("a b c\na 1/3 1/3 1/3\nb 0 1 0\nc 0 0 1").probability("a", "b"), 0);
        assertEquals(List.of("a", "b"), MarkovChain.of(new double[][]{{0, 1}, {1, 0}}).states());
    }

    @Test
    void mistakesReadLikeThis() {
        assertEquals("no state \"snow\"; the states are [sun, rain]",
                message(() -> WEATHER.probability("sun", "snow")));
        assertEquals("no state \"snow\"; the states are [sun, rain]",
                message(() -> WEATHER.walk("snow", 3, Rng.seeded(1))));
        assertEquals("row 0 (a) sums to 1.1; each row must sum to 1",
                message(() -> MarkovChain.parse("a b\na 0.9 0.2\nb 0 1")));
        assertEquals("row 1 (b), column a: -0.5 is not a probability from 0 to 1",
                message(() -> MarkovChain.of(new double[][]{{0, 1}, {-0.5, 1.5}})));
        assertEquals("row 0 (a), column b: NaN is not a probability from 0 to 1",
                message(() -> MarkovChain.of(new double[][]{{0, Double.NaN}, {0, 1}})));
        assertEquals("row 1 (rain), column sun: \"0,5\" is not a number",
                message(() -> MarkovChain.parse("sun rain\nsun 1 0\nrain 0,5 0.5")));
        assertEquals("row 1 (b) has 1 entries; there are 2 states",
                message(() -> MarkovChain.parse("a b\na 1 0\nb 1")));
        assertEquals("row 0 is \"b\" but column 0 is \"a\"; rows and columns name the states in the same order",
                message(() -> MarkovChain.parse("a b\nb 1 0\na 1 0")));
        assertEquals("the table has 1 rows; there are 2 states [a, b]", message(() -> MarkovChain.parse("a b\na 1 0")));
        assertEquals("the table is empty: its first line names the states", message(() -> MarkovChain.parse(" \n")));
        assertEquals("two states have the same name; the states are [a, a]",
                message(() -> MarkovChain.parse("a a\na 1 0\na 1 0")));
        assertEquals("the matrix has 1 rows; there are 2 states",
                message(() -> MarkovChain.of(List.of("a", "b"), new double[][]{{1, 0}})));
        assertEquals("a chain needs at least one state", message(() -> MarkovChain.of(new double[0][])));
        assertEquals("the power must not be negative: -1", message(() -> WEATHER.power(-1)));
        assertEquals("steps must not be negative: -1", message(() -> WEATHER.walk("sun", -1, Rng.seeded(1))));
    }

    @Test
    void nobodyChangesAChain() {
        double[][] given = {{0.5, 0.5}, {0.5, 0.5}};
        MarkovChain chain = MarkovChain.of(given);
        given[0][0] = 7;
        chain.matrix()[1][1] = 7;
        assertEquals(MarkovChain.of(new double[][]{{0.5, 0.5}, {0.5, 0.5}}), chain);
        assertNotEquals(WEATHER, chain);
    }

    /** P^n of two states: pi_sun + lambda^n pi_rain in the corner, lambda = 1 - a - b = 0.4, pi = (5/6, 1/6). */
    @Test
    void powersOfTwoStates() {
        for (int n = 0; n < 20; n++) {
            double exact = 5 / 6.0 + Math.pow(0.4, n) / 6;
            assertEquals(exact, WEATHER.power(n).probability("sun", "sun"), 1e-14);
            assertEquals(exact, WEATHER.distributionAfter("sun", n).probability("sun"), 1e-14);
        }
    }

    @Test
    void chapmanAndKolmogorov() {
        MarkovChain truth = DailyWeather.truth();
        for (int m = 0; m < 6; m++) {
            double[][] both = truth.power(m).then(truth.power(5)).matrix();
            double[][] once = truth.power(m + 5).matrix();
            for (int i = 0; i < both.length; i++) {
                assertArrayEquals(once[i], both[i], 1e-15);
            }
        }
    }

    @Test
    void evolutionIsTheLawStepByStep() {
        Evolution evolution = WEATHER.evolution("rain", 3);
        assertArrayEquals(new double[]{0, 1, 2, 3}, evolution.times());
        assertArrayEquals(new double[]{0, 0.5, 0.7, 0.78}, evolution.probability("sun"), 1e-15);
        assertEquals(0.4 * 0.4 * 0.4 * 5 / 6, evolution.distanceTo(WEATHER.stationary())[3], 1e-15);
        assertEquals(WEATHER.distributionAfter("rain", 3).toString(), evolution.last().toString());
        assertEquals("time  law\n0  sun 0  rain 1\n1  sun 0.5  rain 0.5", WEATHER.evolution("rain", 1).toString());
        assertEquals(12, WEATHER.evolution("rain", 50).toString().lines().count());
    }

    @Test
    void lawsCheckThemselves() {
        assertEquals("the probabilities sum to 0.9; they must sum to 1",
                message(() -> Distribution.of(List.of("a", "b"), 0.4, 0.5)));
        assertEquals("the probability of \"b\" is -0.5; a probability lies between 0 and 1",
                message(() -> Distribution.of(List.of("a", "b"), 1.5, -0.5)));
        assertEquals("there are 1 probabilities for the 2 states [a, b]",
                message(() -> Distribution.of(List.of("a", "b"), 1)));
        assertEquals("the start's states [a, b] are not the chain's [sun, rain]",
                message(() -> WEATHER.step(Distribution.uniform(List.of("a", "b")))));
        assertEquals(0.5,
                Distribution.certain(List.of("a", "b"), "a").distance(Distribution.uniform(List.of("a", "b"))),
                0);
    }

    @Test
    void longWorkStops() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> WEATHER.walk("sun", 1000, Rng.seeded(1)));
            assertThrows(Stopped.class, () -> WEATHER.power(3));
            assertThrows(Stopped.class, WEATHER::stationary);
        } finally {
            Stop.clear();
        }
    }

    static String message(org.junit.jupiter.api.function.Executable body) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
