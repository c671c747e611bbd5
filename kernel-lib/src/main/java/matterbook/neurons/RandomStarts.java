package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.Optimiser;
import matterbook.reproduce.Memory;

/**
 * Tries recipes from random starts. The starts that count have seeds 1, 2, ...; where a recipe may choose among optimisers,
 * it does so with five other seeds, so that no choice is made by the starts that are reported.
 *
 * @param starts how many
 * @param memory where finished attempts are kept
 */
public record RandomStarts(int starts, Memory memory) {
    private static final int TRIALS = 5;
    private static final long FIRST_OTHER_SEED = 1_000_001;

    public RandomStarts {
        Require.positive(starts, "the number of starts");
    }

    /** Keeps nothing. */
    public static RandomStarts of(int starts) {
        return new RandomStarts(starts, Memory.none());
    }

    /** The recipe from all starts. */
    public Trial of(Recipe recipe, Examples samples) {
        return of(recipe, key(recipe, samples, ""), seed -> recipe.attempt(samples, seed));
    }

    /** The recipe from all starts, its samples in stages. */
    public Trial inStages(Recipe recipe, Examples samples, int first, int more) {
        return of(recipe, key(recipe, samples, "stages " + first + " + " + more),
                seed -> recipe.attemptInStages(samples, first, more, seed));
    }

    /**
     * The recipe from all starts with the optimiser that did best from other ones: most solved, then most points right, then
     * the smallest sum of iterations.
     */
    public Trial best(Recipe recipe, Examples samples, List<? extends Optimiser> optimisers) {
        Require.that(!optimisers.isEmpty(), "there is no optimiser to choose");
        List<Trial> others = new ArrayList<>();
        for (Optimiser optimiser : optimisers) {
            Recipe with = recipe.with(optimiser);
            others.add(
                    trial(with, key(with, samples, ""), FIRST_OTHER_SEED, TRIALS, seed -> with.attempt(samples, seed)));
        }
        Trial chosen = others.stream().max(Comparator.<Trial>comparingInt(trial -> trial.solved().successes())
                .thenComparingLong(trial -> sum(trial, Attempt::right))
                .thenComparing(Comparator.<Trial>comparingLong(trial -> sum(trial, Attempt::iterations)).reversed()))
                .orElseThrow();
        return of(chosen.recipe(), samples);
    }

    private static long sum(Trial trial, ToLongFunction<Attempt> number) {
        return trial.attempts().stream().mapToLong(number).sum();
    }

    private Trial of(Recipe recipe, String key, LongFunction<Attempt> attempt) {
        return trial(recipe, key, 1, starts, attempt);
    }

    private Trial trial(Recipe recipe, String key, long firstSeed, int number, LongFunction<Attempt> attempt) {
        List<Attempt> attempts = new ArrayList<>();
        try (Progress progress = Progress.start(recipe.name(), number)) {
            for (long seed = firstSeed; seed < firstSeed + number; seed++) {
                long start = seed;
                attempts.add(memory.remember(key + " seed " + seed, () -> attempt.apply(start), Attempt::numbers,
                        numbers -> Attempt.of(start, numbers)));
                progress.step();
            }
        }
        return new Trial(recipe, attempts);
    }

    /** All that an attempt depends on besides its seed. */
    static String key(Recipe recipe, Examples samples, String how) {
        return recipe.network().input() + " " + recipe.network().layers() + " " + recipe.loss() + " "
                + recipe.optimiser() + " " + recipe.budget() + " on " + samples.size() + " samples "
                + checksum(samples) + " " + how;
    }

    /** The same for the same numbers. */
    static String checksum(Examples samples) {
        return Integer.toHexString(
                31 * Arrays.hashCode(samples.x().toArray()) + Arrays.hashCode(samples.y().toArray()));
    }
}
