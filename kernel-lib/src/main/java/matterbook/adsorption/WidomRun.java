package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.stats.Regression;
import matterbook.stats.RunningStats;

/**
 * Insertions in equal batches, whose scatter gives the errors. A run can be saved between two batches and goes on bit by bit
 * as if it had not been stopped.
 */
public final class WidomRun {
    /** Enough for an error that is itself known to 9 %. */
    private static final int BATCHES = 64;
    private static final int BETWEEN_CHECKS = 256;
    /** Where exp(-U / RT) is less on average, a kilogram of framework would hold less than one molecule at 1 bar. */
    private static final double NO_ROOM = 1e-24;

    private final Widom method;
    private final double[] temperatures;
    private final long perBatch;
    private final List<double[]> batches = new ArrayList<>();
    private Rng rng;

    WidomRun(Widom method, double[] temperatures, long insertions, Rng rng) {
        Require.that(temperatures.length > 0, "insertions need a temperature");
        for (double temperature : temperatures) {
            Require.positive(temperature, "the temperature");
        }
        Require.that(insertions >= BATCHES,
                "insertions are made in " + BATCHES + " batches: at least " + BATCHES + ", not " + insertions);
        this.method = method;
        this.temperatures = temperatures.clone();
        perBatch = (insertions + BATCHES - 1) / BATCHES;
        this.rng = rng;
    }

    /** How many insertions it makes in all: those asked for, rounded up to whole batches. */
    public long insertions() {
        return BATCHES * perBatch;
    }

    public boolean isFinished() {
        return batches.size() == BATCHES;
    }

    /** Makes the next batch. */
    public void advance(Progress progress) {
        int count = temperatures.length;
        double[] sums = new double[2 * count];
        double[] trial = new double[2];
        for (long n = 0; n < perBatch; n++) {
            method.insert(rng, trial);
            if (trial[1] > 0 && trial[0] != Double.POSITIVE_INFINITY) {
                for (int t = 0; t < count; t++) {
                    double factor = trial[1] * Math.exp(-trial[0] / HenryCoefficient.rt(temperatures[t]));
                    sums[t] += factor;
                    sums[count + t] += factor * trial[0];
                }
            }
            if (n % BETWEEN_CHECKS == BETWEEN_CHECKS - 1 || n == perBatch - 1) {
                progress.step(n % BETWEEN_CHECKS + 1);
            }
        }
        for (int t = 0; t < 2 * count; t++) {
            sums[t] /= perBatch;
            if (!Double.isFinite(sums[t])) {
                throw new UserError("the mean of exp(-U / RT) is not a finite number at " + temperatures[t % count]
                        + " K: an energy surface without a wall has places of energies without bound");
            }
        }
        batches.add(sums);
    }

    /** The coefficient at each temperature, in their order. */
    public List<HenryCoefficient> coefficients() {
        requireWhole();
        List<HenryCoefficient> found = new ArrayList<>();
        for (int t = 0; t < temperatures.length; t++) {
            found.add(coefficient(t));
        }
        return found;
    }

    private HenryCoefficient coefficient(int t) {
        Estimate factor = column(t);
        int count = temperatures.length;
        if (factor.value() < NO_ROOM) {
            throw new UserError("none of " + insertions() + " insertions of " + method.surface().guest().name()
                    + " found room in " + method.surface().framework().crystal().name()
                    + ": the guest is larger than the pores");
        }
        double mean = column(count + t).value() / factor.value();
        // the error of a ratio, to first order
        double[] residues = batches.stream().mapToDouble(b -> (b[count + t] - mean * b[t]) / factor.value()).toArray();
        double temperature = temperatures[t];
        return new HenryCoefficient(temperature,
                HenryCoefficient.molPerKgPa(factor, temperature, method.surface().framework().density()),
                new Estimate(HenryCoefficient.rt(temperature) - mean, RunningStats.of(residues).estimate().error()),
                insertions());
    }

    private Estimate column(int c) {
        return RunningStats.of(batches.stream().mapToDouble(batch -> batch[c]).toArray()).estimate();
    }

    /**
     * The line of ln K<sub>H</sub> over 1/T through at least two temperatures. Its errors come from leaving out one batch
     * after the other (jackknife), since all temperatures share their insertions.
     */
    public VantHoff vantHoff() {
        List<HenryCoefficient> all = coefficients();
        if (Arrays.stream(temperatures).distinct().count() < 2) {
            throw new UserError("a van 't Hoff line needs two temperatures or more, not "
                    + Digits.shortest(temperatures[0], 6) + " K alone");
        }
        double[] inverse = Arrays.stream(temperatures).map(t -> 1 / HenryCoefficient.rt(t)).toArray();
        Regression line = Regression.weighted(inverse, logarithms(all, -1));
        double heat = 0;
        double prefactor = 0;
        for (int left = 0; left < BATCHES; left++) {
            Regression without = Regression.weighted(inverse, logarithms(all, left));
            heat += square(without.slope().value() - line.slope().value());
            prefactor += square(without.intercept().value() - line.intercept().value());
        }
        double scale = (BATCHES - 1.0) / BATCHES;
        return new VantHoff(new Estimate(line.slope().value(), Math.sqrt(scale * heat)),
                new Estimate(line.intercept().value(), Math.sqrt(scale * prefactor)));
    }

    /** ln K<sub>H</sub> at each temperature without one batch; -1 leaves none out. */
    private List<Estimate> logarithms(List<HenryCoefficient> all, int left) {
        List<Estimate> logs = new ArrayList<>();
        for (int t = 0; t < temperatures.length; t++) {
            Estimate k = all.get(t).molPerKgPa();
            double total = column(t).value() * BATCHES;
            double share = left < 0 ? 1 : (1 - batches.get(left)[t] / total) * BATCHES / (BATCHES - 1);
            logs.add(new Estimate(Math.log(k.value() * share), k.error() / k.value()));
        }
        return logs;
    }

    private static double square(double x) {
        return x * x;
    }

    private void requireWhole() {
        if (!isFinished()) {
            throw new IllegalStateException(batches.size() + " of " + BATCHES + " batches are done");
        }
    }

    /** How many insertions are done. */
    public long done() {
        return batches.size() * perBatch;
    }

    /**
     * Writes all that it needs to go on into a file.
     *
     * @param settings what is calculated, in one line
     */
    public void save(Path file, String settings) throws IOException {
        new RunText(settings, rng, batches).save(file);
    }

    /**
     * Goes on where {@link #save} left off.
     *
     * @throws UserError if the file is no checkpoint, damaged, or of other settings
     */
    public void load(Path file, String settings) throws IOException {
        RunText text = RunText.load(file, settings);
        rng = text.rng();
        batches.clear();
        batches.addAll(text.rows());
    }

    @Override
    public String toString() {
        return isFinished() ? coefficients().toString() : done() + " of " + insertions() + " insertions";
    }
}
