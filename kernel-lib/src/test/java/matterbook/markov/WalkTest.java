package matterbook.markov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final MarkovChain WEATHER = MarkovChainTest.WEATHER;

    @Test
    void theSameSeedWalksTheSameWay() {
        Walk walk = WEATHER.walk("rain", 1000, Rng.seeded(8));
        assertEquals(1000, walk.steps());
        assertEquals("rain", walk.path().getFirst());
        assertArrayEquals(walk.indices(), WEATHER.walk("rain", 1000, Rng.seeded(8)).indices());
        assertEquals("walk of 0 steps\nsun", WEATHER.walk("sun", 0, Rng.seeded(1)).toString());
        String shown = "walk of 1000 steps\n" + String.join(" ", walk.path().subList(0, 10)) + "\n";
        assertTrue(walk.toString().startsWith(shown), walk.toString());
        assertTrue(walk.toString().endsWith(walk.path().get(39) + " ..."), walk.toString());
        assertEquals(5, walk.toString().lines().count());
    }

    /**
     * Frequencies within 4 of their own errors of the stationary law (an unlucky seed: 1 in 16,000), and the error
     * within 15 % of the exact {@code sqrt(pi (1 - pi) (1 + lambda) / (1 - lambda) / n)} with lambda = 0.4.
     */
    @Test
    void frequenciesTendToTheStationaryLaw() {
        int n = 200_000;
        Frequencies found = WEATHER.walk("rain", n, Rng.seeded(9)).afterBurnIn(20).frequencies();
        Estimate sun = found.share("sun");
        assertTrue(sun.sigmasFrom(5 / 6.0) < 4, found.toString());
        double exact = Math.sqrt(5 / 36.0 * 1.4 / 0.6 / n);
        assertEquals(exact, sun.error(), 0.15 * exact);
        assertEquals(1, found.distribution().toArray()[0] + found.distribution().toArray()[1], 1e-15);
    }

    @Test
    void burnInIsLeftOut() {
        Walk walk = WEATHER.walk("sun", 10, Rng.seeded(3));
        assertEquals(walk.path().subList(4, 11), walk.afterBurnIn(4).path());
        assertEquals("the walk has 10 steps; 11 cannot be left out",
                MarkovChainTest.message(() -> walk.afterBurnIn(11)));
    }

    /** Each of 9 estimates within 4 standard errors of the truth: an unlucky seed 1 in 1,800. */
    @Test
    void theChainIsEstimatedFromItsWalk() {
        MarkovChain truth = DailyWeather.truth();
        TransitionCounts counts = truth.walk("sun", 50_000, Rng.seeded(10)).transitions();
        for (String from : truth.states()) {
            for (String to : truth.states()) {
                Estimate p = counts.probability(from, to);
                assertTrue(p.sigmasFrom(truth.probability(from, to)) < 4, from + " " + to + " " + p);
                assertEquals(p.value(), counts.chain().probability(from, to), 1e-15);
            }
        }
    }

    @Test
    void countsByHand() {
        TransitionCounts counts = TransitionCounts.of(List.of("a", "a", "b", "a", "a", "b", "b", "a"));
        assertEquals(2, counts.count("a", "a"));
        assertEquals(4, counts.count("a"));
        assertEquals(3, counts.count("b"));
        assertEquals(new Estimate(0.5, 0.25), counts.probability("a", "b"));
        assertEquals(Math.sqrt(1 / 3.0 * 2 / 3.0 / 3), counts.probability("b", "b").error(), 1e-15);
        assertEquals("             a            b\na  0.50 ± 0.25  0.50 ± 0.25\nb  0.67 ± 0.27  0.33 ± 0.27",
                counts.toString());
    }

    @Test
    void whatWasNeverSeenIsUnknown() {
        TransitionCounts counts = TransitionCounts.of(List.of("a", "b", "c"), List.of("a", "b"));
        assertEquals("           a          b          c\na  0.0 ± 0.0  1.0 ± 0.0  0.0 ± 0.0\n"
                + "b          ?          ?          ?\nc          ?          ?          ?", counts.toString());
        assertEquals("no step leaves \"b\" in this sequence: its row is unknown",
                assertThrows(IllegalStateException.class, counts::chain).getMessage());
        assertEquals("a sequence of 1 states has no transition",
                MarkovChainTest.message(() -> TransitionCounts.of(List.of("a"))));
        assertEquals("the sequence is empty", MarkovChainTest.message(() -> TransitionCounts.of(List.of())));
        assertEquals("no state number 1; the states are 0 to 0, [a]",
                MarkovChainTest.message(() -> TransitionCounts.of(List.of("a"), new int[]{0, 1})));
        assertEquals("no state \"d\"; the states are [a]",
                MarkovChainTest.message(() -> TransitionCounts.of(List.of("a"), List.of("a", "d"))));
    }
}
