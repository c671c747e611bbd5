package matterbook.mc;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.CellList;
import matterbook.particles.Configuration;
import matterbook.particles.Lattices;
import matterbook.particles.PeriodicBox;

/**
 * Metropolis sampling of hard disks of diameter 1 in a periodic square (N. Metropolis et al., J. Chem. Phys. 21, 1087
 * (1953)): a disk is drawn at random and shifted by up to a step in x and in y; the move is taken unless disks
 * overlap. There is no energy and no temperature, only the packing fraction {@code eta = N pi / (4 A)}.
 *
 * <p>The pressure comes from a virtual compression. If all lengths of the box shrink by the factor {@code 1 - e},
 * pairs with a gap r - 1 up to e (to first order) overlap; with n(e) such pairs on average,
 * {@code Z = beta P A / N = 1 + n'(0) / (2 N)}, which is the contact value: {@code Z = 1 + 2 eta g(1+)}. The slope n'(0)
 * is the density of gaps at 0, which {@link ContactKernel} reads off the gaps up to {@value #GAP}. The fit leaves a
 * relative bias well below 0.001.
 */
public final class HardDisks {
    /** The longest gap that counts for the pressure. */
    static final double GAP = 0.1;
    private static final double FIRST_STEP = 0.1;
    private static final double TARGET = 0.4;
    private static final int SWEEPS_A_TUNING = 20;

    private final PeriodicBox box;
    private final double[] x;
    private final double[] y;
    private final CellList cells;
    private double step;

    private HardDisks(Configuration start) {
        box = start.box();
        x = start.x();
        y = start.y();
        cells = new CellList(box, 1 + GAP, x, y);
        step = Math.min(FIRST_STEP, box.width() / 2);
    }

    /**
     * {@code n} disks at this packing fraction, on a lattice of rows that are shifted against each other.
     *
     * @param n even, at least 6
     * @param packing the share of the area that disks cover, above 0
     * @throws IllegalArgumentException if they overlap on the lattice: the message tells the densest packing
     */
    public static HardDisks of(int n, double packing) {
        Require.that(n >= 6 && n % 2 == 0, "the number of disks must be even and at least 6, not " + n);
        Require.positive(packing, "the packing fraction");
        PeriodicBox box = PeriodicBox.square(Math.sqrt(n * Math.PI / (4 * packing)));
        Configuration lattice = Lattices.staggered(n, box);
        double nearest = lattice.smallestDistance();
        Require.that(nearest >= 1, n + " disks on a lattice in a square box reach at most the packing fraction "
                + Math.floor(packing * nearest * nearest * 1000) / 1000 + ", not " + packing);
        return new HardDisks(lattice);
    }

    /** Where the disks are now. */
    public Configuration configuration() {
        return Configuration.of(box, x, y);
    }

    /** The number of disks N. */
    public int size() {
        return x.length;
    }

    /** The packing fraction {@code N pi / (4 A)}. */
    public double packing() {
        return x.length * Math.PI / (4 * box.area());
    }

    /**
     * Sweeps {@code equilibration} times while the step is tuned until 40 % of the moves are taken, then measures the
     * pressure after each of {@code sweeps} more with the step held. A sweep is N moves.
     */
    public HardDisksRun run(int equilibration, int sweeps, Rng rng) {
        Require.that(equilibration >= 0, "equilibration must not be negative: " + equilibration);
        Require.that(sweeps >= HardDisksRun.LEAST_SWEEPS,
                "sweeps must be at least " + HardDisksRun.LEAST_SWEEPS + ", not " + sweeps);
        double[] factors = new double[sweeps];
        Tally tally = new Tally();
        try (Progress progress = Progress.start("hard disks", (long) equilibration + sweeps)) {
            equilibrate(equilibration, rng, progress);
            for (int t = 0; t < sweeps; t++) {
                sweep(rng, tally);
                factors[t] = compressibilityFactor();
                progress.step();
            }
        }
        return new HardDisksRun(packing(), factors, tally.acceptance(), step, configuration());
    }

    private void equilibrate(int sweeps, Rng rng, Progress progress) {
        StepTuner tuner = new StepTuner(step, TARGET, box.width() / 2);
        Tally tally = new Tally();
        for (int t = 1; t <= sweeps; t++) {
            sweep(rng, tally);
            if (t % SWEEPS_A_TUNING == 0) {
                tuner.tune(tally);
                step = tuner.step();
            }
            progress.step();
        }
    }

    /** N moves, counted. */
    private void sweep(Rng rng, Tally tally) {
        for (int trial = 0; trial < x.length; trial++) {
            int i = rng.nextInt(x.length);
            double newX = box.wrapX(x[i] + step * (2 * rng.nextDouble() - 1));
            double newY = box.wrapY(y[i] + step * (2 * rng.nextDouble() - 1));
            boolean taken = !cells.anyCloser(newX, newY, i, 1);
            if (taken) {
                x[i] = newX;
                y[i] = newY;
                cells.moved(i);
            }
            tally.count(taken);
        }
    }

    /** The present configuration's contribution to {@code Z = 1 + n'(0) / (2 N)}. */
    private double compressibilityFactor() {
        ContactKernel kernel = new ContactKernel(GAP);
        double[] slope = new double[1];
        cells.forEachPair((i, j, distanceSquared) -> slope[0] += kernel.weight(Math.sqrt(distanceSquared) - 1));
        return 1 + slope[0] / (2 * x.length);
    }
}
