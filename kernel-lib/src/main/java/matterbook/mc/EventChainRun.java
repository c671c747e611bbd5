package matterbook.mc;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.particles.Configuration;
import matterbook.stats.Blocking;

/** What a run of {@link EventChain} found; the disks' diameter is 1. Errors come from block averages. */
public final class EventChainRun {
    private final double[] factors;
    private final double contactsPerChain;
    private final Configuration last;

    EventChainRun(double[] factors, double contactsPerChain, Configuration last) {
        this.factors = factors;
        this.contactsPerChain = contactsPerChain;
        this.last = last;
    }

    /** {@code Z = beta P A / N}, which is 1 for points. */
    public Estimate compressibilityFactor() {
        return Blocking.of(factors).estimate();
    }

    /** The pressure {@code beta P d^2} with the diameter d; that is {@code rho d^2 Z}. */
    public Estimate pressure() {
        return compressibilityFactor().times(last.numberDensity());
    }

    /** How many contacts a chain made on average. */
    public double contactsPerChain() {
        return contactsPerChain;
    }

    /** Where the disks were at the end. */
    public Configuration last() {
        return last;
    }

    @Override
    public String toString() {
        return last.size() + " hard disks, " + factors.length + " blocks: beta P d^2 = " + pressure() + ", "
                + Digits.of(contactsPerChain, 3) + " contacts a chain";
    }
}
