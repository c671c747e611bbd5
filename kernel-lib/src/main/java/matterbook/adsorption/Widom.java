package matterbook.adsorption;

import java.util.Arrays;
import java.util.Locale;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import org.jspecify.annotations.Nullable;

/**
 * Henry coefficients by insertion: guests are tried at random places and orientations, and exp(-U / RT) is averaged (B. Widom,
 * J. Chem. Phys. 39, 2808 (1963)). Two ways make the error smaller and leave the mean as it is:
 *
 * <ul>
 * <li>{@link #placedBy}: places drawn where a guest likes to be, with weights (importance sampling);
 * <li>{@link #guidedBy}: a cheap surface is asked first, and a trial of weight w and cheap energy u is kept with the
 * probability a = min(1, w exp(-(u - u<sub>0</sub>) / RT)), at least 0.001, and then counts 1/a (Russian roulette): the dear
 * energies are calculated where they matter. However wrong the guide, the mean of kept trials is that of all.
 * </ul>
 */
public final class Widom {
    /** Of a trial that the guide thinks impossible. */
    private static final double LEAST_CHANCE = 0.001;
    /** The part of trials that a guide keeps. */
    private static final double KEPT = 0.05;
    private static final int PILOT = 20_000;

    private final EnergySurface surface;
    private final Placement placement;
    private final @Nullable Guide guide;

    /** A cheap surface; trials of weight 1 below the energy {@code level} are all kept. */
    private record Guide(EnergySurface surface, double rt, double level) {
        double chance(double[] sites, double weight) {
            return Math.clamp(weight * Math.exp((level - surface.kjPerMol(sites)) / rt), LEAST_CHANCE, 1);
        }
    }

    private Widom(EnergySurface surface, Placement placement, @Nullable Guide guide) {
        this.surface = surface;
        this.placement = placement;
        this.guide = guide;
    }

    /** Insertions at uniform places. */
    public static Widom of(EnergySurface surface) {
        return new Widom(surface, new Placement.Uniform(surface.framework().cell()), null);
    }

    /** The same with places drawn like this. */
    public Widom placedBy(Placement places) {
        return new Widom(surface, places, guide);
    }

    /**
     * The same with a cheap surface that decides which energies are calculated; about one in twenty is.
     *
     * @param temperature for which it is to be best; of several the highest
     */
    public Widom guidedBy(EnergySurface cheap, double temperature, Rng rng) {
        Require.that(cheap.guest().size() == surface.guest().size(), "a guide must be of the same guest");
        double rt = HenryCoefficient.rt(Require.positive(temperature, "the temperature"));
        double[] energies = new double[PILOT];
        for (int n = 0; n < PILOT; n++) {
            Placement.Trial trial = placement.draw(rng);
            energies[n] = cheap.kjPerMol(trial.pose().sites(cheap.guest())) - rt * Math.log(trial.weight());
        }
        return new Widom(surface, placement, new Guide(cheap, rt, level(energies, rt)));
    }

    /** The level at which the wanted part is kept on average, by halving. */
    private static double level(double[] energies, double rt) {
        Arrays.sort(energies);
        double low = energies[0] - 50 * rt;
        double high = energies[(int) (KEPT * energies.length)];
        if (high == Double.POSITIVE_INFINITY) {
            return low + 50 * rt;
        }
        for (int round = 0; round < 50; round++) {
            double level = (low + high) / 2;
            double kept = Arrays.stream(energies).map(u -> Math.min(1, Math.exp((level - u) / rt))).sum();
            if (kept > KEPT * energies.length) {
                high = level;
            } else {
                low = level;
            }
        }
        return high;
    }

    /** The Henry coefficient at one temperature (K). */
    public HenryCoefficient run(double temperature, long insertions, Rng rng) {
        return run(new double[]{temperature}, insertions, rng).coefficients().getFirst();
    }

    /** Henry coefficients at several temperatures, all from the same energies. */
    public WidomRun run(double[] temperatures, long insertions, Rng rng) {
        WidomRun run = start(temperatures, insertions, rng);
        try (Progress progress = Progress.start("insertions", insertions)) {
            while (!run.isFinished()) {
                run.advance(progress);
            }
        }
        return run;
    }

    /** A run that goes on batch by batch. */
    public WidomRun start(double[] temperatures, long insertions, Rng rng) {
        return new WidomRun(this, temperatures, insertions, rng);
    }

    EnergySurface surface() {
        return surface;
    }

    /** One insertion: its energy and the weight with which it counts, 0 for those not kept. */
    void insert(Rng rng, double[] energyAndWeight) {
        Placement.Trial trial = placement.draw(rng);
        double[] sites = trial.pose().sites(surface.guest());
        double chance = guide == null ? 1 : guide.chance(sites, trial.weight());
        if (chance < 1 && rng.nextDouble() >= chance) {
            energyAndWeight[1] = 0;
            return;
        }
        energyAndWeight[0] = surface.kjPerMol(sites);
        energyAndWeight[1] = trial.weight() / chance;
    }

    @Override
    public String toString() {
        return "insertions of " + surface.guest().name() + " at places of " + placement
                + (guide == null ? "" : String.format(Locale.ROOT, ", guided below %.1f kJ/mol", guide.level));
    }
}
