package matterbook.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/**
 * The structure factor S(k) = |sum of exp(i k·r)|² / N, for the wave vectors that fit into the box, 2 pi (n / Lx, m / Ly, ...),
 * as mean over shells of nearly the same length |k|. It is what a scattering experiment sees: 1 for an ideal gas, N at the
 * Bragg peaks of a crystal, and large at small k where domains grow.
 */
public final class StructureFactor {
    private final double[] k;
    private final List<Estimate> s;
    private final double[] firstMoments;

    private StructureFactor(double[] k, List<Estimate> s, double[] firstMoments) {
        this.k = k;
        this.s = s;
        this.firstMoments = firstMoments;
    }

    /** S at the one wave vector 2 pi (waves[0] / Lx, waves[1] / Ly, ...). */
    public static double at(Fluid fluid, int... waves) {
        Require.that(waves.length == fluid.dimensions(),
                "a wave vector in " + fluid.dimensions() + " dimensions has as many numbers, not " + waves.length);
        double[][] r = fluid.positions();
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < fluid.size(); i++) {
            double phase = 0;
            for (int axis = 0; axis < r.length; axis++) {
                phase += 2 * Math.PI * waves[axis] * r[axis][i] / fluid.box().side(axis);
            }
            real += Math.cos(phase);
            imaginary += Math.sin(phase);
        }
        return (real * real + imaginary * imaginary) / fluid.size();
    }

    /** The mean over frames of one box, for |k| up to {@code largest}. */
    public static StructureFactor of(List<Fluid> frames, double largest) {
        Require.that(!frames.isEmpty(), "S(k) needs at least one frame");
        PeriodicBox box = frames.getFirst().box();
        for (int f = 1; f < frames.size(); f++) {
            Require.that(frames.get(f).box().equals(box),
                    "S(k) needs frames of one box; frame " + f + " has another than frame 0");
        }
        Shells shells = new Shells(box, Require.positive(largest, "the largest k"));
        double[][] byFrame = new double[frames.size()][];
        double[] moments = new double[frames.size()];
        for (int f = 0; f < byFrame.length; f++) {
            byFrame[f] = shells.of(frames.get(f));
            moments[f] = shells.firstMoment(byFrame[f]);
        }
        return new StructureFactor(shells.k, Averages.overFrames(byFrame), moments);
    }

    /** Of one fluid. */
    public static StructureFactor of(Fluid fluid, double largest) {
        return of(List.of(fluid), largest);
    }

    /** The mean |k| of each shell. */
    public double[] k() {
        return k.clone();
    }

    /** S in each shell, with block errors. */
    public List<Estimate> s() {
        return s;
    }

    /** S in each shell without errors, for a line. */
    public double[] values() {
        return s.stream().mapToDouble(Estimate::value).toArray();
    }

    /** The first moment &lt;k&gt; = sum of k S / sum of S over all shells: 2 pi over it is a size of domains. */
    public Estimate firstMoment() {
        return Averages.overFrames(firstMoments);
    }

    @Override
    public String toString() {
        int peak = 0;
        for (int b = 0; b < k.length; b++) {
            peak = s.get(b).value() > s.get(peak).value() ? b : peak;
        }
        return "S(k) up to " + Digits.shortest(k[k.length - 1], 4) + ", largest at k = " + Digits.shortest(k[peak], 4)
                + ": " + s.get(peak);
    }

    /** The wave vectors of a box, half of them, for S(-k) = S(k), sorted into shells. */
    private static final class Shells {
        private static final int MOST_WAVES = 2_000_000;

        private final double[] k;
        private final List<int[]> waves = new ArrayList<>();
        private final List<Integer> shell = new ArrayList<>();
        private final int[] members;
        private final int[] most = new int[3];

        Shells(PeriodicBox box, double largest) {
            double width = 2 * Math.PI / longest(box);
            Require.that(largest >= width,
                    "the largest k, " + largest + ", is below the smallest that fits into the box, "
                            + width);
            for (int axis = 0; axis < box.dimensions(); axis++) {
                most[axis] = (int) (largest * box.side(axis) / (2 * Math.PI) * (1 + 1e-12));
            }
            Require.that((2.0 * most[0] + 1) * (2 * most[1] + 1) * (2 * most[2] + 1) <= MOST_WAVES,
                    "there are too many wave vectors up to k = " + largest + "; take a smaller one");
            int count = (int) Math.round(largest / width);
            double[] sum = new double[count];
            members = new int[count];
            for (int n = 0; n <= most[0]; n++) {
                for (int m = -most[1]; m <= most[1]; m++) {
                    for (int l = -most[2]; l <= most[2]; l++) {
                        double length = length(box, n, m, l);
                        int at = (int) Math.round(length / width) - 1;
                        if (first(n, m, l) && length <= largest * (1 + 1e-12) && at >= 0 && at < count) {
                            waves.add(new int[]{n, m, l});
                            shell.add(at);
                            sum[at] += length;
                            members[at]++;
                        }
                    }
                }
            }
            k = new double[count];
            Arrays.setAll(k, b -> members[b] > 0 ? sum[b] / members[b] : (b + 1) * width);
        }

        private static double longest(PeriodicBox box) {
            return Math.max(Math.max(box.width(), box.height()), box.depth());
        }

        private static double length(PeriodicBox box, int n, int m, int l) {
            double z = box.dimensions() == 3 ? l / box.depth() : 0;
            return 2 * Math.PI * Math.sqrt(square(n / box.width()) + square(m / box.height()) + z * z);
        }

        private static double square(double x) {
            return x * x;
        }

        /** Of k and -k one: the one whose first number that is not 0 is above 0. */
        private static boolean first(int n, int m, int l) {
            return n > 0 || (n == 0 && (m > 0 || (m == 0 && l > 0)));
        }

        double[] of(Fluid fluid) {
            int size = fluid.size();
            double[][][] cosine = new double[3][][];
            double[][][] sine = new double[3][][];
            for (int axis = 0; axis < 3; axis++) {
                cosine[axis] = new double[most[axis] + 1][size];
                sine[axis] = new double[most[axis] + 1][size];
                double[] x = axis < fluid.dimensions() ? fluid.positions()[axis] : new double[size];
                double unit = axis < fluid.dimensions() ? 2 * Math.PI / fluid.box().side(axis) : 0;
                for (int n = 0; n <= most[axis]; n++) {
                    Stop.check();
                    for (int i = 0; i < size; i++) {
                        cosine[axis][n][i] = Math.cos(unit * n * x[i]);
                        sine[axis][n][i] = Math.sin(unit * n * x[i]);
                    }
                }
            }
            double[] s = new double[k.length];
            for (int w = 0; w < waves.size(); w++) {
                s[shell.get(w)] += power(waves.get(w), cosine, sine, size) / members[shell.get(w)];
            }
            return s;
        }

        private static double power(int[] wave, double[][][] cosine, double[][][] sine, int size) {
            Stop.check();
            double[][] c = new double[3][];
            double[][] s = new double[3][];
            for (int axis = 0; axis < 3; axis++) {
                c[axis] = cosine[axis][Math.abs(wave[axis])];
                s[axis] = sine[axis][Math.abs(wave[axis])];
            }
            double signY = Math.signum(wave[1]);
            double signZ = Math.signum(wave[2]);
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < size; i++) {
                double re = c[0][i] * c[1][i] - s[0][i] * signY * s[1][i];
                double im = s[0][i] * c[1][i] + c[0][i] * signY * s[1][i];
                real += re * c[2][i] - im * signZ * s[2][i];
                imaginary += im * c[2][i] + re * signZ * s[2][i];
            }
            return (real * real + imaginary * imaginary) / size;
        }

        double firstMoment(double[] s) {
            double above = 0;
            double below = 0;
            for (int b = 0; b < s.length; b++) {
                above += k[b] * s[b];
                below += s[b];
            }
            return above / below;
        }
    }
}
