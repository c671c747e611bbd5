package matterbook.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.particles.Fluid;

/**
 * How particles move, as a function of the time between two frames: an average over all pairs of frames that far apart, and
 * over all particles. Frames come at equal times and their positions are not wrapped, as runs and trajectories have them.
 *
 * <p>Errors come from up to {@value #GROUPS} groups of particles, which move independently unless the fluid flows as a
 * whole: the scatter of the groups' means holds whatever memory the motion has.
 */
public final class TimeCorrelation {
    private static final int GROUPS = 16;

    private final String name;
    private final int dimensions;
    private final double[] time;
    private final double[][] byGroup;

    private TimeCorrelation(String name, int dimensions, double[] time, double[][] byGroup) {
        this.name = name;
        this.dimensions = dimensions;
        this.time = time;
        this.byGroup = byGroup;
    }

    /** The mean square displacement &lt;|r(t) - r(0)|²&gt;, from 0 to the whole time. */
    public static TimeCorrelation meanSquareDisplacement(double[] times, List<Fluid> frames) {
        double[][][] r = frames.stream().map(Fluid::positions).toArray(double[][][]::new);
        return of("mean square displacement", times, frames, (axis, from, to, i) -> {
            double d = r[to][axis][i] - r[from][axis][i];
            return d * d;
        });
    }

    /** The velocity autocorrelation &lt;v(t)·v(0)&gt;, from 0 to the whole time. */
    public static TimeCorrelation velocityAutocorrelation(double[] times, List<Fluid> frames) {
        double[][][] v = frames.stream().map(Fluid::velocities).toArray(double[][][]::new);
        return of("velocity autocorrelation", times, frames,
                (axis, from, to, i) -> v[to][axis][i] * v[from][axis][i]);
    }

    private interface Product {
        double of(int axis, int from, int to, int i);
    }

    private static TimeCorrelation of(String name, double[] times, List<Fluid> frames, Product product) {
        Require.that(frames.size() >= 2, "a " + name + " needs at least two frames");
        Require.that(times.length == frames.size(),
                "there are " + times.length + " times for " + frames.size() + " frames");
        int size = frames.getFirst().size();
        double interval = (times[times.length - 1] - times[0]) / (times.length - 1);
        Require.that(interval > 0, "the times of frames must grow: they go from " + times[0] + " to "
                + times[times.length - 1]);
        for (int f = 0; f < times.length; f++) {
            Require.that(Math.abs(times[f] - times[0] - f * interval) <= 1e-6 * interval,
                    "frames must come at equal times; frame " + f + " is at " + times[f] + ", not at "
                            + (times[0] + f * interval));
            Require.that(frames.get(f).size() == size, "frames must have the same particles; frame " + f + " has "
                    + frames.get(f).size() + ", the first " + size);
        }
        int groups = Math.min(GROUPS, size);
        double[] lags = new double[times.length];
        double[][] sums = new double[groups][times.length];
        for (int lag = 0; lag < times.length; lag++) {
            lags[lag] = lag * interval;
            for (int group = 0; group < groups; group++) {
                Stop.check();
                int first = (int) ((long) size * group / groups);
                int end = (int) ((long) size * (group + 1) / groups);
                sums[group][lag] = mean(product, frames.getFirst().dimensions(), times.length, lag, first, end);
            }
        }
        return new TimeCorrelation(name, frames.getFirst().dimensions(), lags, sums);
    }

    private static double mean(Product product, int dimensions, int frames, int lag, int first, int end) {
        double sum = 0;
        for (int from = 0; from + lag < frames; from++) {
            for (int axis = 0; axis < dimensions; axis++) {
                for (int i = first; i < end; i++) {
                    sum += product.of(axis, from, from + lag, i);
                }
            }
        }
        return sum / ((double) (frames - lag) * (end - first));
    }

    /** The times between two frames, from 0. */
    public double[] time() {
        return time.clone();
    }

    /** The average at each time, with errors. */
    public List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        for (int lag = 0; lag < time.length; lag++) {
            int at = lag;
            estimates.add(Averages.overGroups(Arrays.stream(byGroup).mapToDouble(row -> row[at]).toArray()));
        }
        return estimates;
    }

    /** The average at each time without errors, for a line. */
    public double[] values() {
        return estimates().stream().mapToDouble(Estimate::value).toArray();
    }

    /**
     * The slope over a range of times, by least squares. Of a mean square displacement it is 2 d D once the motion has
     * become diffusive: Einstein's diffusion coefficient is this over 2 d.
     */
    public Estimate slope(double from, double to) {
        int[] lags = lags(from, to);
        Require.that(lags.length >= 2, "a slope needs at least two times from " + from + " to " + to);
        double[] x = Arrays.stream(lags).mapToDouble(lag -> time[lag]).toArray();
        return Averages.overGroups(Arrays.stream(byGroup).mapToDouble(row -> slope(x,
                Arrays.stream(lags).mapToDouble(lag -> row[lag]).toArray())).toArray());
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int k = 0; k < x.length; k++) {
            above += (x[k] - meanX) * (y[k] - meanY);
            below += (x[k] - meanX) * (x[k] - meanX);
        }
        return above / below;
    }

    /**
     * The integral from 0 to a time, by trapezia. Of a velocity autocorrelation that has decayed by then it is d D: Green
     * and Kubo's diffusion coefficient is this over d.
     */
    public Estimate integral(double to) {
        int[] lags = lags(0, to);
        Require.that(lags.length >= 2, "an integral needs at least two times up to " + to);
        return Averages.overGroups(Arrays.stream(byGroup).mapToDouble(row -> {
            double sum = 0;
            for (int lag = 1; lag < lags.length; lag++) {
                sum += (row[lag - 1] + row[lag]) / 2 * (time[lag] - time[lag - 1]);
            }
            return sum;
        }).toArray());
    }

    private int[] lags(double from, double to) {
        double slack = 1e-9 * time[time.length - 1];
        List<Integer> lags = new ArrayList<>();
        for (int lag = 0; lag < time.length; lag++) {
            if (time[lag] >= from - slack && time[lag] <= to + slack) {
                lags.add(lag);
            }
        }
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Einstein's diffusion coefficient, of a mean square displacement: its slope over this range of times, over 2 d. */
    public Estimate einstein(double from, double to) {
        return slope(from, to).times(1.0 / (2 * dimensions));
    }

    /** Green and Kubo's diffusion coefficient, of a velocity autocorrelation: its integral up to this time, over d. */
    public Estimate greenKubo(double to) {
        return integral(to).times(1.0 / dimensions);
    }

    @Override
    public String toString() {
        int last = time.length - 1;
        List<Estimate> all = estimates();
        return name + " at " + time.length + " times: " + all.getFirst() + " at 0, " + all.getLast() + " at "
                + Digits.shortest(time[last], 6);
    }
}
