package matterbook.observe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.particles.Fluid;
import matterbook.stats.Regression;

/**
 * How domains grow after a quench: their size L = 2 pi / &lt;k&gt; from the first moment of S(k) of each frame, and the exponent
 * alpha of L ~ t<sup>alpha</sup>. Domains that grow by evaporation and condensation have 1/3 (I. M. Lifshitz and V. V.
 * Slyozov, J. Phys. Chem. Solids 19, 35 (1961)).
 */
public final class DomainGrowth {
    private final double[] time;
    private final double[] size;

    private DomainGrowth(double[] time, double[] size) {
        this.time = time;
        this.size = size;
    }

    /**
     * From frames at these times since the quench.
     *
     * @param largest up to which k the moment is taken; half the position of the first peak (about 3) leaves out what the
     *            order within a domain adds
     */
    public static DomainGrowth of(double[] times, List<Fluid> frames, double largest) {
        Require.that(times.length == frames.size(),
                "there are " + times.length + " times for " + frames.size() + " frames");
        Require.that(!frames.isEmpty(), "the growth of domains needs at least one frame");
        return new DomainGrowth(times.clone(), frames.stream().mapToDouble(
                frame -> 2 * Math.PI / StructureFactor.of(frame, largest).firstMoment().value()).toArray());
    }

    public double[] time() {
        return time.clone();
    }

    /** L at each time. */
    public double[] size() {
        return size.clone();
    }

    /** The slope of ln L against ln t over a range of times, with its error from the scatter about the line. */
    public Estimate exponent(double from, double to) {
        Require.positive(from, "the first time");
        int[] at = IntStream.range(0, time.length).filter(k -> time[k] >= from && time[k] <= to)
                .toArray();
        Require.that(at.length >= 3, "an exponent needs at least three times from " + from + " to " + to);
        return Regression.of(Arrays.stream(at).mapToDouble(k -> Math.log(time[k])).toArray(),
                Arrays.stream(at).mapToDouble(k -> Math.log(size[k])).toArray()).slope();
    }

    @Override
    public String toString() {
        int last = time.length - 1;
        return "domains of size " + Digits.of(size[0], 3) + " at t = " + Digits.shortest(time[0], 4) + " and "
                + Digits.of(size[last], 3) + " at t = " + Digits.shortest(time[last], 4);
    }
}
