package matterbook.observe;

import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/**
 * The pair distribution function g(r): how many neighbours a particle has at distance r, over how many it would have in an
 * ideal gas of the same density. A bin from a to b holds
 *
 * <pre>
 * g = 2 pairs / [N (N - 1) / V · v],   v = pi (b² - a²) or 4 pi (b³ - a³) / 3
 * </pre>
 *
 * with N - 1 because no particle is its own neighbour: so g of an ideal gas is 1 for any N.
 */
public final class RadialDistribution {
    private final double[] r;
    private final List<Estimate> g;

    private RadialDistribution(double[] r, List<Estimate> g) {
        this.r = r;
        this.g = g;
    }

    /**
     * The mean over frames, each against the density of its own box.
     *
     * @param range the largest distance, at most half of the shortest side of every frame's box
     */
    public static RadialDistribution of(List<Fluid> frames, double range, int bins) {
        Require.that(!frames.isEmpty(), "g(r) needs at least one frame");
        Require.positive(range, "the range");
        Require.positive(bins, "the number of bins");
        double[][] byFrame = new double[frames.size()][];
        for (int k = 0; k < byFrame.length; k++) {
            byFrame[k] = ofOne(frames.get(k), range, bins);
        }
        double[] centres = new double[bins];
        for (int b = 0; b < bins; b++) {
            centres[b] = (b + 0.5) * range / bins;
        }
        return new RadialDistribution(centres, Averages.overFrames(byFrame));
    }

    /** Of one fluid. */
    public static RadialDistribution of(Fluid fluid, double range, int bins) {
        return of(List.of(fluid), range, bins);
    }

    private static double[] ofOne(Fluid fluid, double range, int bins) {
        Require.that(fluid.size() > 1, "g(r) needs at least two particles");
        double half = fluid.box().shortestSide() / 2;
        Require.that(range <= half, "the range " + range + " is more than half of the box's shortest side, " + half);
        long[] pairs = new long[bins];
        double[][] places = fluid.positions();
        PeriodicBox box = fluid.box();
        for (int i = 0; i < fluid.size(); i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                double squared = 0;
                for (int axis = 0; axis < places.length; axis++) {
                    double d = box.nearest(axis, places[axis][i] - places[axis][j]);
                    squared += d * d;
                }
                if (squared < range * range) {
                    pairs[Math.min(bins - 1, (int) (Math.sqrt(squared) / range * bins))]++;
                }
            }
        }
        double[] g = new double[bins];
        double gas = (double) fluid.size() * (fluid.size() - 1) / box.volume();
        for (int b = 0; b < bins; b++) {
            double shell = ball(range * (b + 1) / bins, places.length) - ball(range * b / bins, places.length);
            g[b] = 2 * pairs[b] / (gas * shell);
        }
        return g;
    }

    private static double ball(double radius, int dimensions) {
        return dimensions == 2 ? Math.PI * radius * radius : 4 * Math.PI / 3 * radius * radius * radius;
    }

    /** The middles of the bins. */
    public double[] r() {
        return r.clone();
    }

    /** g in each bin, with block errors. */
    public List<Estimate> g() {
        return g;
    }

    /** g in each bin without errors, for a line. */
    public double[] values() {
        return g.stream().mapToDouble(Estimate::value).toArray();
    }

    @Override
    public String toString() {
        int peak = 0;
        for (int b = 0; b < r.length; b++) {
            peak = g.get(b).value() > g.get(peak).value() ? b : peak;
        }
        return "g(r) up to " + Digits.shortest(r[r.length - 1], 4) + ", largest at r = " + Digits.shortest(r[peak], 4)
                + ": " + g.get(peak);
    }
}
