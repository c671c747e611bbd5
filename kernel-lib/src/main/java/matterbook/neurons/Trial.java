package matterbook.neurons;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import matterbook.core.Require;
import matterbook.stats.Outliers;
import matterbook.stats.Proportion;

/** One recipe from many random starts. */
public record Trial(Recipe recipe, List<Attempt> attempts) {
    public Trial {
        attempts = List.copyOf(attempts);
        Require.that(!attempts.isEmpty(), "a trial needs at least one attempt");
    }

    /** How many starts ended with all points told apart. */
    public Proportion solved() {
        return share(Attempt::solved);
    }

    /** How many did within so many iterations. */
    public Proportion solvedWithin(int limit) {
        return share(attempt -> attempt.solvedWithin(limit));
    }

    private Proportion share(Predicate<Attempt> good) {
        return new Proportion((int) attempts.stream().filter(good).count(), attempts.size());
    }

    /**
     * The number of iterations within which this part of all starts told the points apart (the smallest that suffices);
     * infinite if fewer did.
     */
    public double iterations(double part) {
        Require.that(part > 0 && part <= 1, "the part of the starts lies above 0 and is at most 1: " + part);
        double[] sorted = attempts.stream()
                .mapToDouble(Trial::effort).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    /** {@code 105 (98 to 113)}: the median with the lower and upper quarter of all starts. */
    public String spread() {
        return text(iterations(0.5)) + " (" + text(iterations(0.25)) + " to " + text(iterations(0.75)) + ")";
    }

    private String text(double iterations) {
        return Double.isInfinite(iterations) ? "> " + recipe.budget() : String.valueOf((int) iterations);
    }

    /**
     * In how many pairs of starts, each of the same seed, this one told the points apart in fewer iterations than the other.
     */
    public Proportion soonerThan(Trial other) {
        Require.that(attempts.size() == other.attempts.size(), "pairs need as many starts on both sides, not "
                + attempts.size() + " and " + other.attempts.size());
        int sooner = 0;
        for (int i = 0; i < attempts.size(); i++) {
            sooner += effort(attempts.get(i)) < effort(other.attempts.get(i)) ? 1 : 0;
        }
        return new Proportion(sooner, attempts.size());
    }

    private static double effort(Attempt attempt) {
        return attempt.solved() ? attempt.iterations() : Double.POSITIVE_INFINITY;
    }

    /** The median of the points that were right at the end. */
    public double right() {
        return Outliers.median(attempts.stream().mapToDouble(Attempt::right).toArray());
    }

    /** The seeds, for those who want to see one again. */
    public long[] seeds() {
        return attempts.stream().mapToLong(Attempt::seed).toArray();
    }

    @Override
    public String toString() {
        return recipe + ": " + solved() + " solved, iterations " + spread() + ", seeds " + Arrays.toString(seeds());
    }
}
