package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;
import org.jspecify.annotations.Nullable;

/**
 * Monte Carlo of rigid guests in a rigid framework: one guest at constant temperature, or as many as a pressure of the gas
 * outside drives in (grand canonical; the gas is ideal: fugacity = pressure). The energy with the framework comes from any
 * {@link EnergySurface}; that between guests from a force field, or there is none.
 *
 * <p>A sweep is {@value AdsorptionWalk#MOVES} moves. Each run begins with a quarter of its sweeps in addition that are not
 * measured, while steps are tuned.
 */
public final class GuestMonteCarlo {
    private static final int TRIALS = 1_000_000;
    /** Sweeps of equilibration between two tunings of the steps. */
    private static final long TUNING = 20;

    private final EnergySurface surface;
    private final double temperature;
    private final Placement placement;
    private final @Nullable ForceField between;
    private final int[] cells;

    private GuestMonteCarlo(EnergySurface surface, double temperature, Placement placement,
            @Nullable ForceField between, int[] cells) {
        this.surface = surface;
        this.temperature = temperature;
        this.placement = placement;
        this.between = between;
        this.cells = cells;
    }

    /** Guests in one cell that do nothing to each other, at a temperature in K. */
    public static GuestMonteCarlo of(EnergySurface surface, double temperature) {
        return new GuestMonteCarlo(surface, Require.positive(temperature, "the temperature"),
                new Placement.Uniform(surface.framework().cell()), null, new int[]{1, 1, 1});
    }

    /**
     * The same with guests that act on each other by this force field: van der Waals potentials as it cuts them, charges
     * between guests whose centres are nearer than its cut-off. The box has as many cells as that needs.
     */
    public GuestMonteCarlo interacting(ForceField forceField) {
        return new GuestMonteCarlo(surface, temperature, placement, forceField,
                GuestPairs.cellsFor(surface.framework().cell(), forceField.cutoff()));
    }

    /** The same with guests that come to places drawn like this; the averages are those of any. */
    public GuestMonteCarlo placedBy(Placement places) {
        return new GuestMonteCarlo(surface, temperature, places, between, cells);
    }

    /** The same in a box of so many cells. */
    public GuestMonteCarlo in(int na, int nb, int nc) {
        return new GuestMonteCarlo(surface, temperature, placement, between, new int[]{
                Require.positive(na, "the number of cells"), Require.positive(nb, "the number of cells"),
                Require.positive(nc, "the number of cells")});
    }

    /** One guest: its mean energy gives the heat of adsorption Q = RT - &lt;U>. */
    public GuestRun single(long sweeps, Rng rng) {
        AdsorptionWalk walk = new AdsorptionWalk(this, Double.NaN, rng);
        Guest guest = surface.guest();
        for (int n = 0; walk.state.size == 0; n++) {
            Pose pose = placement.draw(rng).pose();
            double[] places = pose.sites(guest);
            double energy = surface.kjPerMol(places);
            if (energy < Double.POSITIVE_INFINITY) {
                walk.state.add(pose, places, energy);
            } else if (n == TRIALS) {
                throw new UserError("none of " + TRIALS + " places has room for " + guest.name() + " in "
                        + surface.framework().crystal().name() + ": the guest is larger than the pores");
            }
        }
        return run(walk, sweeps, "one guest");
    }

    /** As many guests as come in at a pressure in Pa. */
    public GuestRun atPressure(double pressure, long sweeps, Rng rng) {
        return run(walk(pressure, rng), sweeps, "adsorption");
    }

    /** The loadings at several pressures (Pa), each begun where the last ended. */
    public Isotherm isotherm(double[] pressures, long sweeps, Rng rng) {
        IsothermRun run = start(pressures, sweeps, rng);
        try (Progress progress = Progress.start("isotherm", run.sweeps())) {
            while (!run.isFinished()) {
                run.advance(progress);
            }
        }
        return run.isotherm();
    }

    /** An isotherm that goes on piece by piece. */
    public IsothermRun start(double[] pressures, long sweeps, Rng rng) {
        return new IsothermRun(this, pressures, sweeps, rng);
    }

    /** An empty box at a pressure. */
    AdsorptionWalk walk(double pressure, Rng rng) {
        return new AdsorptionWalk(this,
                AdsorptionWalk.activity(Require.positive(pressure, "the pressure"), temperature), rng);
    }

    private GuestRun run(AdsorptionWalk walk, long sweeps, String label) {
        checkSweeps(sweeps);
        double[] guests = new double[(int) sweeps];
        double[] energy = new double[(int) sweeps];
        DensityMap.Counter counter = new DensityMap.Counter(surface.framework().cell());
        try (Progress progress = Progress.start(label, equilibration(sweeps) + sweeps)) {
            for (long n = 0; n < equilibration(sweeps); n++) {
                equilibrate(walk, n);
                progress.step();
            }
            for (int n = 0; n < sweeps; n++) {
                walk.sweep();
                guests[n] = walk.state.size;
                energy[n] = walk.energy();
                for (int i = 0; i < walk.state.size; i++) {
                    counter.add(walk.state.centres[3 * i], walk.state.centres[3 * i + 1],
                            walk.state.centres[3 * i + 2], 1);
                }
                progress.step();
            }
        }
        return new GuestRun(this, guests, energy, walk, counter.map());
    }

    /** Sweep {@code n} of equilibration. */
    static void equilibrate(AdsorptionWalk walk, long n) {
        walk.sweep();
        if (n % TUNING == TUNING - 1) {
            walk.tune();
        }
    }

    static void checkSweeps(long sweeps) {
        Require.that(sweeps >= 16 && sweeps <= 100_000_000,
                "a run has 16 to 100,000,000 sweeps of " + AdsorptionWalk.MOVES + " moves, not " + sweeps);
    }

    static long equilibration(long sweeps) {
        return sweeps / 4;
    }

    EnergySurface surface() {
        return surface;
    }

    double temperature() {
        return temperature;
    }

    Placement placement() {
        return placement;
    }

    int[] cells() {
        return cells;
    }

    /** How many cells the box has. */
    int cellCount() {
        return cells[0] * cells[1] * cells[2];
    }

    @Nullable
    GuestPairs pairs(UnitCell box) {
        return between == null ? null : new GuestPairs(box, between, surface.guest());
    }

    @Override
    public String toString() {
        return surface.guest().name() + " at " + temperature + " K in " + Arrays.toString(cells) + " cells, "
                + (between == null ? "without each other" : "with each other by " + between.name());
    }
}
