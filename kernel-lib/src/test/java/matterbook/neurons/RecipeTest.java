package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.nn.Adam;
import matterbook.nn.Loss;
import matterbook.nn.Optimiser;
import matterbook.nn.Sgd;
import matterbook.reproduce.Memory;
import matterbook.stats.Proportion;
import org.junit.jupiter.api.Test;

class RecipeTest {
    @Test
    void networksHaveTheParametersOfTheirWidths() {
        assertEquals(60, Networks.quadratic(2, 3, 2, 1).parameterCount());
        assertEquals(1503, Networks.quadraticAsPrinted(2, 20, 20, 1).parameterCount());
        assertEquals(281, Networks.firstOrder(2, 20, 10, 1).parameterCount());
        assertEquals(138, Networks.withShortcuts(2, 5, 5, 5, 1).parameterCount());
        assertEquals(58, Networks.firstOrderAsPrinted(2, 7, 4, 1).parameterCount());
        assertEquals("a network has at least inputs and outputs, not 2",
                assertThrows(IllegalArgumentException.class, () -> Networks.quadratic(2)).getMessage());
    }

    @Test
    void secondOrderSeparatesTheRings() {
        Trial trial = RandomStarts.of(3).of(RingStudy.secondOrder(), Rings.samples());
        assertEquals(3, trial.solvedWithin(200).successes(), trial.toString());
    }

    @Test
    void secondOrderTellsTheSpiralsApart() {
        Attempt attempt = SpiralStudy.secondOrder().attempt(Spirals.centred(), 1);
        assertTrue(attempt.solvedWithin(200), attempt.toString());
    }

    @Test
    void stagesBeginWithTheFirstSamplesAndEndWithAll() {
        Recipe recipe = SpiralStudy.secondOrder();
        Attempt staged = recipe.attemptInStages(Spirals.centred(), 16, 16, 1);
        assertTrue(staged.solved(), staged.toString());
        assertEquals(194, staged.points());
        // one stage of all samples is no stage at all
        assertEquals(recipe.attempt(Rings.samples(), 2), recipe.attemptInStages(Rings.samples(), 240, 1, 2));
        // a budget that ends within a stage is judged by all samples
        Attempt poor = new Recipe("poor", recipe.network(), recipe.loss(), recipe.optimiser(), 3)
                .attemptInStages(Spirals.centred(), 16, 16, 1);
        assertEquals(3, poor.iterations());
        assertEquals(194, poor.points());
    }

    @Test
    void aFilmEndsWithTheSolution() {
        Film film = RingStudy.secondOrder().film(Rings.samples(), 1, 5, 41);
        assertTrue(film.learned().attempt().solved());
        assertEquals(RingStudy.secondOrder().attempt(Rings.samples(), 1), film.learned().attempt());
        assertEquals(0, film.frames().getFirst().iteration());
        assertEquals(film.learned().attempt().iterations(), film.frames().getLast().iteration());
        DecisionMap map = film.last();
        double[][] value = map.value();
        assertEquals(41, map.side());
        assertEquals(-map.low(), map.high(), 1e-6);
        for (int k = 0; k < 4; k++) { // the map shows the rings' labels up, right, down and left of the centre
            double cells = Rings.radii()[k] / (map.high() - map.low()) * 41;
            int off = (int) Math.round(cells);
            for (double seen : new double[]{value[20 - off][20], value[20][20 + off], value[20 + off][20],
                    value[20][20 - off]}) {
                assertEquals(k % 2 == 0, seen > 0.5, "ring " + k + ": " + seen);
            }
        }
        assertTrue(map.share() > 0.1 && map.share() < 0.9);
    }

    @Test
    void theBestOptimiserIsChosenWithOtherSeeds() {
        Recipe recipe = Recipes.secondOrder(2, 1);
        Trial trial = RandomStarts.of(2).best(recipe, Gate.XOR.samples(2), List.of(new Sgd(1e-6), new Adam(0.1)));
        assertEquals(new Adam(0.1), trial.recipe().optimiser());
        assertArrayEquals(new long[]{1, 2}, trial.seeds());
        assertEquals(2, trial.solved().successes());
        Trial linear = RandomStarts.of(2).of(new Recipe("line", Networks.firstOrder(2, 1), Loss.BINARY_CROSS_ENTROPY,
                new Adam(0.1), 50), Gate.XOR.samples(2));
        assertEquals("> 50 (> 50 to > 50)", linear.spread());
    }

    /** Each attempt ends as the text for its optimiser says. */
    private static Memory ending(Map<Optimiser, String> ends) {
        return new Memory() {
            @Override
            public Optional<String> recall(String key) {
                return ends.keySet().stream().filter(optimiser -> key.contains(optimiser.toString())).map(ends::get)
                        .findFirst();
            }

            @Override
            public void keep(String key, String value) {
                throw new AssertionError("nothing is to be tried: " + key);
            }
        };
    }

    @Test
    void whereNoStartSolvesItPointsDecideAndThenIterations() {
        Optimiser slow = new Adam(0.01);
        Optimiser middle = new Adam(0.03);
        Optimiser fast = new Adam(0.1);
        List<Optimiser> rates = List.of(slow, middle, fast);
        Recipe line = new Recipe("line", Networks.firstOrder(2, 1), Loss.BINARY_CROSS_ENTROPY, slow, 50);
        for (Map<Optimiser, String> ends : List.of(Map.of(slow, "50 2 4", middle, "50 3 4", fast, "50 1 4"),
                Map.of(slow, "9 4 4", middle, "7 4 4", fast, "8 4 4"),
                Map.of(slow, "50 3 4", middle, "40 4 4", fast, "50 3 4"))) {
            Trial best = new RandomStarts(1, ending(ends)).best(line, Gate.XOR.samples(2), rates);
            assertEquals(middle, best.recipe().optimiser(), ends.toString());
        }
        RandomStarts wrong = new RandomStarts(1, ending(Map.of(slow, "50 5 4")));
        String message = String.valueOf(
                assertThrows(UserError.class, () -> wrong.of(line, Gate.XOR.samples(2))).getMessage());
        assertTrue(message.startsWith("what was finished cannot be read: \"50 5 4\" under \"2 [Dense"), message);
    }

    @Test
    void startsOfTheSameSeedMakePairs() {
        Trial one = new Trial(RingStudy.secondOrder(), List.of(new Attempt(1, 30, 4, 4), new Attempt(2, 9, 3, 4),
                new Attempt(3, 7, 4, 4), new Attempt(4, 8, 4, 4)));
        Trial other = new Trial(RingStudy.secondOrder(), List.of(new Attempt(1, 31, 4, 4), new Attempt(2, 9, 3, 4),
                new Attempt(3, 7, 4, 4), new Attempt(4, 5, 2, 4)));
        assertEquals(new Proportion(2, 4), one.soonerThan(other));
        assertEquals(new Proportion(0, 4), other.soonerThan(one));
        assertEquals(3.5, other.right());
        Trial single = new Trial(one.recipe(), one.attempts().subList(0, 1));
        assertEquals("pairs need as many starts on both sides, not 1 and 4",
                assertThrows(IllegalArgumentException.class, () -> single.soonerThan(other)).getMessage());
    }

    @Test
    void quantilesAreAttemptsAndUnsolvedOnesAreLast() {
        Trial trial = new Trial(RingStudy.secondOrder(), List.of(new Attempt(1, 30, 4, 4), new Attempt(2, 10, 4, 4),
                new Attempt(3, 99, 3, 4), new Attempt(4, 20, 4, 4)));
        assertEquals(20, trial.iterations(0.5));
        assertEquals(10, trial.iterations(0.25));
        assertEquals(30, trial.iterations(0.75));
        assertEquals(Double.POSITIVE_INFINITY, trial.iterations(1));
        assertEquals(2, trial.solvedWithin(20).successes());
        assertEquals(4, trial.right());
    }

    @Test
    void whatWasTriedIsNotTriedAgain() {
        Map<String, String> kept = new HashMap<>();
        Memory memory = new Memory() {
            @Override
            public Optional<String> recall(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(String key, String value) {
                kept.put(key, value);
            }
        };
        Trial first = new RandomStarts(2, memory).of(RingStudy.secondOrder(), Rings.samples());
        assertEquals(2, kept.size());
        Stop.request(); // nothing that learns could run now
        try {
            RandomStarts again = new RandomStarts(3, memory);
            assertThrows(Stopped.class, () -> again.of(RingStudy.secondOrder(), Rings.samples()));
            assertThrows(Stopped.class, () -> RingStudy.secondOrder().attempt(Rings.samples(), 1));
        } finally {
            Stop.clear();
        }
        kept.replaceAll((_, value) -> value.replaceFirst("\\d+", "7"));
        Trial second = new RandomStarts(2, memory).of(RingStudy.secondOrder(), Rings.samples());
        assertEquals(List.of(7, 7), second.attempts().stream().map(Attempt::iterations).toList());
        assertEquals(2, first.solved().successes());
        new RandomStarts(2, memory).of(RingStudy.secondOrder(), Gate.XOR.samples(2));
        assertEquals(4, kept.size());
    }
}
