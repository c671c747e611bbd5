package matterbook.neurons;

import matterbook.core.Require;

/**
 * How learning from one random start ended.
 *
 * @param iterations after which all points were told apart, or the budget
 * @param right how many points are on their side at the end
 */
public record Attempt(long seed, int iterations, int right, int points) {
    public Attempt {
        Require.that(right >= 0 && right <= points, right + " of " + points + " points cannot be right");
        Require.that(iterations >= 0, "iterations cannot be negative: " + iterations);
    }

    /** Whether all points were told apart. */
    public boolean solved() {
        return right == points;
    }

    /** Whether they were within so many iterations. */
    public boolean solvedWithin(int limit) {
        return solved() && iterations <= limit;
    }

    /** Everything but the seed. */
    double[] numbers() {
        return new double[]{iterations, right, points};
    }

    /** Reads {@link #numbers}. */
    static Attempt of(long seed, double[] numbers) {
        return new Attempt(seed, (int) numbers[0], (int) numbers[1], (int) numbers[2]);
    }
}
