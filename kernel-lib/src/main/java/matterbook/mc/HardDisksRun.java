package matterbook.mc;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.particles.Configuration;
import matterbook.stats.Blocking;

/** What a run of {@link HardDisks} found; the disks' diameter is 1. Errors come from block averages. */
public final class HardDisksRun {
    static final int LEAST_SWEEPS = 4;

    private final double packing;
    private final double[] factors;
    private final Acceptance acceptance;
    private final double step;
    private final Configuration last;

    HardDisksRun(double packing, double[] factors, Acceptance acceptance, double step, Configuration last) {
        this.packing = packing;
        this.factors = factors;
        this.acceptance = acceptance;
        this.step = step;
        this.last = last;
    }

    public double packing() {
        return packing;
    }

    /** {@code Z = beta P A / N}, which is 1 for points. */
    public Estimate compressibilityFactor() {
        return Blocking.of(factors).estimate();
    }

    /** The pressure {@code beta P d^2} with the diameter d; that is {@code rho d^2 Z}. */
    public Estimate pressure() {
        return compressibilityFactor().times(last.numberDensity());
    }

    /** The contact value of the pair distribution, {@code g(1+) = (Z - 1) / (2 eta)}. */
    public Estimate contactValue() {
        Estimate factor = compressibilityFactor();
        return new Estimate((factor.value() - 1) / (2 * packing), factor.error() / (2 * packing));
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    /** The longest shift in x and in y, in diameters, as it was tuned. */
    public double step() {
        return step;
    }

    /** Where the disks were at the end. */
    public Configuration last() {
        return last;
    }

    @Override
    public String toString() {
        return last.size() + " hard disks, packing fraction " + Digits.of(packing, 6) + ", " + factors.length
                + " sweeps: beta P d^2 = " + pressure() + ", acceptance " + acceptance + ", step "
                + Digits.of(step, 3);
    }
}
