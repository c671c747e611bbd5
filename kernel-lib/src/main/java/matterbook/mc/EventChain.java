package matterbook.mc;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.particles.Configuration;
import matterbook.particles.PeriodicBox;

/**
 * Event-chain Monte Carlo of hard disks of diameter 1 (E. P. Bernard, W. Krauth and D. B. Wilson, Phys. Rev. E 80,
 * 056704 (2009)): a disk slides along x or y until it touches another, which takes over and slides on, until the
 * chain's length is used up. No move is rejected, and a chain shifts a whole row; so dense systems, where single moves
 * hardly change anything, come to equilibrium much faster than with {@link HardDisks}.
 *
 * <p>The pressure needs no virtual compression (M. Michel, S. C. Kapfer and W. Krauth, J. Chem. Phys. 140, 054116
 * (2014)): with the jumps from centre to centre at the contacts of a chain of length l,
 * {@code Z = beta P A / N = 1 + <sum of jumps> / l}.
 *
 * <p>Each contact is looked for among all N disks: meant for some hundred.
 */
public final class EventChain {
    private final double length;
    private final double[] x;
    private final double[] y;
    private final PeriodicBox box;
    private long contacts;

    private EventChain(Configuration start, double length) {
        this.length = length;
        x = start.x();
        y = start.y();
        box = start.box();
    }

    /**
     * Chains in a box of disks as they lie.
     *
     * @param length of a chain in diameters; a few diameters serve well
     * @throws IllegalArgumentException if disks overlap
     */
    public static EventChain of(Configuration start, double length) {
        Require.positive(length, "the length of a chain");
        double nearest = start.smallestDistance();
        Require.that(nearest >= 1, "two disks of diameter 1 are only " + nearest + " apart");
        return new EventChain(start, length);
    }

    /**
     * Runs {@code equilibration} chains, then measures in {@code blocks} equal blocks of {@code chains} chains.
     *
     * @return the compressibility factor of each block, and the disks at the end
     */
    public EventChainRun run(long equilibration, int blocks, int chains, Rng rng) {
        Require.that(equilibration >= 0, "equilibration must not be negative: " + equilibration);
        Require.that(blocks >= 4, "there must be at least 4 blocks, not " + blocks);
        Require.that(chains >= 1, "a block needs at least 1 chain, not " + chains);
        double[] factors = new double[blocks];
        try (Progress progress = Progress.start("event chains", blocks)) {
            for (long c = 0; c < equilibration; c++) {
                chain(rng);
            }
            contacts = 0;
            for (int b = 0; b < blocks; b++) {
                double jumps = 0;
                for (int c = 0; c < chains; c++) {
                    jumps += chain(rng);
                }
                factors[b] = 1 + jumps / (length * chains);
                progress.step();
            }
        }
        return new EventChainRun(factors, (double) contacts / blocks / chains, Configuration.of(box, x, y));
    }

    /** One chain; returns the sum of its jumps from centre to centre, along the chain's axis. */
    private double chain(Rng rng) {
        Stop.check();
        boolean alongX = rng.nextDouble() < 0.5;
        double[] along = alongX ? x : y;
        double[] across = alongX ? y : x;
        double side = alongX ? box.width() : box.height();
        double otherSide = alongX ? box.height() : box.width();
        int i = rng.nextInt(x.length);
        double left = length;
        double jumps = 0;
        while (true) {
            Contact contact = contact(i, left, along, across, side, otherSide);
            along[i] = alongX ? box.wrapX(along[i] + contact.path) : box.wrapY(along[i] + contact.path);
            if (contact.disk < 0) {
                return jumps;
            }
            left -= contact.path;
            jumps += contact.jump;
            i = contact.disk;
            contacts++;
        }
    }

    /** Where a sliding disk stops: the disk it touches or -1, its path until then, and the jump to the other's centre. */
    private record Contact(int disk, double path, double jump) {}

    private static Contact contact(int i, double left, double[] along, double[] across, double side,
            double otherSide) {
        int touched = -1;
        double path = left;
        double jump = 0;
        for (int j = 0; j < along.length; j++) {
            double sideways = Math.abs(across[j] - across[i]);
            sideways = Math.min(sideways, otherSide - sideways);
            if (sideways < 1 && j != i) {
                double ahead = along[j] - along[i];
                // a disk exactly beside this one is not in its way
                ahead += ahead <= 0 ? side : 0;
                double gap = Math.sqrt(1 - sideways * sideways);
                // contacts of earlier events are zero up to rounding
                double free = Math.max(0, ahead - gap);
                if (free < path) {
                    touched = j;
                    path = free;
                    jump = gap;
                }
            }
        }
        return new Contact(touched, path, jump);
    }
}
