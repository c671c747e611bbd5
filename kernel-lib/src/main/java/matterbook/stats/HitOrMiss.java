package matterbook.stats;

import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * Area by chance: points are drawn evenly in the unit square, and the share that falls into a region estimates the
 * region's area (J. M. Hammersley and D. C. Handscomb, Monte Carlo Methods, 1964, section 5.2).
 *
 * @param hits how many points fell into the region
 * @param shots how many points were drawn
 */
public record HitOrMiss(long hits, long shots) {
    private static final int SHOTS_A_CHECK = 1 << 16;

    public HitOrMiss {
        Require.that(shots > 0 && hits >= 0 && hits <= shots,
                "hits must lie between 0 and shots, and shots above 0: " + hits + " of " + shots);
    }

    /** A part of the unit square. */
    @FunctionalInterface
    public interface Region {
        boolean contains(double x, double y);
    }

    /** Draws {@code shots} points, x before y; {@code rng} moves on by two numbers a point. */
    public static HitOrMiss of(Region region, long shots, Rng rng) {
        Require.that(shots > 0, "shots must be at least 1, not " + shots);
        long hits = 0;
        for (long left = shots; left > 0; left -= SHOTS_A_CHECK) {
            Stop.check();
            hits += count(region, (int) Math.min(left, SHOTS_A_CHECK), rng);
        }
        return new HitOrMiss(hits, shots);
    }

    /** The shares of hits in {@code blocks} runs of {@code shots} points each, one run after the other. */
    public static double[] shares(Region region, int shots, int blocks, Rng rng) {
        Require.positive(shots, "shots");
        double[] shares = new double[Require.positive(blocks, "blocks")];
        for (int i = 0; i < blocks; i++) {
            shares[i] = (double) of(region, shots, rng).hits() / shots;
        }
        return shares;
    }

    /** The area {@code p = hits / shots} with its binomial standard error {@code sqrt(p (1 - p) / shots)}. */
    public Estimate area() {
        double p = (double) hits / shots;
        return new Estimate(p, Math.sqrt(p * (1 - p) / shots));
    }

    private static int count(Region region, int shots, Rng rng) {
        int hits = 0;
        for (int i = 0; i < shots; i++) {
            double x = rng.nextDouble();
            double y = rng.nextDouble();
            hits += region.contains(x, y) ? 1 : 0;
        }
        return hits;
    }
}
