package matterbook.observe;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.Fluid;

/**
 * Hexatic order of disks (B. I. Halperin and D. R. Nelson, Phys. Rev. Lett. 41, 121 (1978)): psi6 of a particle is the mean of
 * exp(6 i theta) over the directions theta of its six nearest neighbours. Its absolute value is 1 where they form a regular
 * hexagon.
 */
public final class HexaticOrder {
    private static final int NEIGHBOURS = 6;

    private final double[] real;
    private final double[] imaginary;

    private HexaticOrder(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** Of a fluid of two dimensions with at least 7 particles. */
    public static HexaticOrder of(Fluid fluid) {
        Require.that(fluid.dimensions() == 2, "hexatic order is one of two dimensions");
        Require.that(fluid.size() > NEIGHBOURS, "six neighbours need at least 7 particles, not " + fluid.size());
        int n = fluid.size();
        double[] real = new double[n];
        double[] imaginary = new double[n];
        double[][] r = fluid.positions();
        for (int i = 0; i < n; i++) {
            Stop.check();
            double[] squared = new double[NEIGHBOURS];
            double[] angle = new double[NEIGHBOURS];
            Arrays.fill(squared, Double.POSITIVE_INFINITY);
            for (int j = 0; j < n; j++) {
                double dx = fluid.box().nearest(0, r[0][j] - r[0][i]);
                double dy = fluid.box().nearest(1, r[1][j] - r[1][i]);
                double d = dx * dx + dy * dy;
                if (j != i && d < squared[NEIGHBOURS - 1]) {
                    insert(squared, angle, d, Math.atan2(dy, dx));
                }
            }
            for (double theta : angle) {
                real[i] += Math.cos(NEIGHBOURS * theta) / NEIGHBOURS;
                imaginary[i] += Math.sin(NEIGHBOURS * theta) / NEIGHBOURS;
            }
        }
        return new HexaticOrder(real, imaginary);
    }

    private static void insert(double[] squared, double[] angle, double d, double theta) {
        int at = squared.length - 1;
        while (at > 0 && squared[at - 1] > d) {
            squared[at] = squared[at - 1];
            angle[at] = angle[at - 1];
            at--;
        }
        squared[at] = d;
        angle[at] = theta;
    }

    /** |psi6| of each particle: how regular its surroundings are. */
    public double[] local() {
        double[] local = new double[real.length];
        Arrays.setAll(local, i -> Math.hypot(real[i], imaginary[i]));
        return local;
    }

    /** The mean of |psi6|. */
    public double meanLocal() {
        return Arrays.stream(local()).average().orElseThrow();
    }

    /** |mean of psi6|: whether all hexagons point the same way. */
    public double global() {
        return Math.hypot(Arrays.stream(real).sum(), Arrays.stream(imaginary).sum()) / real.length;
    }

    /** {@link #global()} over frames, with a block error. */
    public static Estimate global(List<Fluid> frames) {
        Require.that(!frames.isEmpty(), "a mean needs at least one frame");
        return Averages.overFrames(frames.stream().mapToDouble(frame -> of(frame).global()).toArray());
    }

    @Override
    public String toString() {
        return "hexatic order: |mean psi6| = " + Digits.of(global(), 4) + ", mean |psi6| = "
                + Digits.of(meanLocal(), 4);
    }
}
