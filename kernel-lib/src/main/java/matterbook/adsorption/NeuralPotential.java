package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import org.jspecify.annotations.Nullable;

/**
 * The energy of a guest in a framework as learned from examples: features of its place, scaled, go through one model or
 * through several whose energies are averaged; behind a wall the energy is infinite and no model is asked. It knows for which
 * guest and framework it was learned.
 *
 * <pre>{@code
 * var potential = NeuralPotential.fit(framework, data, Rng.seeded(5));
 * SurfaceScore.of(potential, unseen, 10)
 * }</pre>
 *
 * <p>One belongs to one thread: it keeps its working arrays. {@link #another} shares all else.
 */
public final class NeuralPotential implements EnergySurface {
    private final Framework framework;
    private final Guest guest;
    private final VoxelFeatures features;
    private final OverlapWall wall;
    private final WallCheck check;
    private final MinMax scaling;
    private final List<EnergyModel> models;
    private final String note;
    private final double[] row;
    private final double[] energies = new double[EnergyModel.BLOCK];
    private final int[] place = new int[EnergyModel.BLOCK];
    private float[] rows;

    NeuralPotential(Framework framework, Guest guest, VoxelFeatures features, OverlapWall wall, MinMax scaling,
            List<EnergyModel> models, String note) {
        this(framework, guest, features, wall, new WallCheck(framework, features.pairs(), wall), scaling, models,
                note);
    }

    private NeuralPotential(Framework framework, Guest guest, VoxelFeatures features, OverlapWall wall,
            WallCheck check, MinMax scaling, List<EnergyModel> models, String note) {
        Require.that(!models.isEmpty(), "a potential needs at least one model");
        Require.that(scaling.size() == features.size(), "the scaling is of " + scaling.size() + " features, not of "
                + features.size());
        this.framework = framework;
        this.guest = guest;
        this.features = features;
        this.wall = wall;
        this.check = check;
        this.scaling = scaling;
        this.models = List.copyOf(models);
        this.note = note;
        row = new double[features.size()];
        rows = new float[features.size()];
    }

    /** A network by the usual recipe ({@link PotentialRecipe#dnn}), learned from these configurations. */
    public static NeuralPotential fit(Framework framework, Configurations data, Rng rng) {
        return PotentialTraining.of(PotentialRecipe.dnn(), framework, data).fit(rng);
    }

    @Override
    public Framework framework() {
        return framework;
    }

    @Override
    public Guest guest() {
        return guest;
    }

    /** What it sees of a configuration. */
    public Features features() {
        return features;
    }

    /** Behind it the energy is infinite. */
    public OverlapWall wall() {
        return wall;
    }

    /** How it was made. */
    public String note() {
        return note;
    }

    /** How many models are averaged. */
    public int members() {
        return models.size();
    }

    /** The potential of one of them alone. */
    public NeuralPotential member(int index) {
        return new NeuralPotential(framework, guest, features.another(), wall, check, scaling,
                List.of(models.get(index).another()), note);
    }

    /** All of several potentials as one: their energies are averaged. They must have learned from the same examples. */
    public static NeuralPotential ensemble(List<NeuralPotential> potentials) {
        Require.that(!potentials.isEmpty(), "an ensemble needs at least one potential");
        NeuralPotential first = potentials.getFirst();
        List<EnergyModel> all = new ArrayList<>();
        for (NeuralPotential potential : potentials) {
            Require.that(Arrays.equals(potential.scaling.least(), first.scaling.least())
                    && Arrays.equals(potential.scaling.factor(), first.scaling.factor()),
                    "these potentials learned from different examples: an ensemble shares its scaling and walls");
            potential.models.forEach(model -> all.add(model.another()));
        }
        return new NeuralPotential(first.framework, first.guest, first.features.another(), first.wall, first.check,
                first.scaling, all, first.note);
    }

    /** The same for another thread. */
    public NeuralPotential another() {
        return new NeuralPotential(framework, guest, features.another(), wall, check, scaling,
                models.stream().map(EnergyModel::another).toList(), note);
    }

    @Override
    public double kjPerMol(double[] sites) {
        double[] energy = new double[1];
        kjPerMol(new double[][]{sites}, energy);
        return energy[0];
    }

    /**
     * Many energies at once, which is several times faster than one by one.
     *
     * @param sites a row for each configuration
     * @param target their energies in kJ/mol
     */
    @Override
    public void kjPerMol(double[][] sites, double[] target) {
        predict(sites, target, null);
    }

    /** The energy in kJ/mol with the standard deviation of the members' energies, which is NaN for one member. */
    public Estimate predict(double[] sites) {
        double[] mean = new double[1];
        double[] deviation = new double[1];
        predict(new double[][]{sites}, mean, deviation);
        return new Estimate(mean[0], deviation[0]);
    }

    /**
     * The energies of many configurations.
     *
     * @param mean their energies in kJ/mol: the members' mean
     * @param deviation the standard deviation of the members' energies, 0 behind the wall, NaN for one member; null where it
     *        is not wanted
     */
    public void predict(double[][] sites, double[] mean, double @Nullable [] deviation) {
        Require.that(mean.length >= sites.length && (deviation == null || deviation.length >= sites.length),
                "there is no room for " + sites.length + " energies");
        int columns = row.length;
        if (rows.length < columns * Math.min(EnergyModel.BLOCK, sites.length)) {
            rows = new float[columns * EnergyModel.BLOCK];
        }
        int count = 0;
        for (int i = 0; i < sites.length; i++) {
            if (check.behind(sites[i])) {
                mean[i] = Double.POSITIVE_INFINITY;
                if (deviation != null) {
                    deviation[i] = 0;
                }
            } else {
                features.of(sites[i], row);
                scaling.apply(row, rows, count * columns);
                place[count++] = i;
            }
            if (count == EnergyModel.BLOCK || (count > 0 && i == sites.length - 1)) {
                block(count, mean, deviation);
                count = 0;
            }
        }
    }

    private void block(int count, double[] mean, double @Nullable [] deviation) {
        Stop.check();
        double[] sum = new double[count];
        double[] squares = new double[count];
        double[] first = new double[count];
        for (EnergyModel model : models) {
            model.predict(rows, count, energies);
            for (int i = 0; i < count; i++) {
                if (model == models.getFirst()) {
                    first[i] = energies[i];
                }
                // differences from the first: squares of the energies would lose the digits that a spread needs
                double d = energies[i] - first[i];
                sum[i] += d;
                squares[i] += d * d;
            }
        }
        int n = models.size();
        for (int i = 0; i < count; i++) {
            mean[place[i]] = first[i] + sum[i] / n;
            if (deviation != null) {
                deviation[place[i]] = n == 1
                        ? Double.NaN
                        : Math.sqrt(Math.max(0, squares[i] - sum[i] * sum[i] / n) / (n - 1));
            }
        }
    }

    MinMax scaling() {
        return scaling;
    }

    List<EnergyModel> models() {
        return models;
    }

    /** Writes it to a temporary file, which then takes the place of {@code file}; see {@link PotentialFile}. */
    public void save(Path file) throws IOException {
        PotentialFile.save(this, file);
    }

    /**
     * Reads what {@link #save} wrote, for the framework that it was learned in.
     *
     * @throws matterbook.core.UserError if the file is no potential, of another version, cut short, damaged or of another
     *         framework
     */
    public static NeuralPotential load(Path file, Framework framework) throws IOException {
        return PotentialFile.load(file, framework);
    }

    /**
     * The same, if it was learned for this guest.
     *
     * @throws matterbook.core.UserError if it was learned for another
     */
    public static NeuralPotential load(Path file, Framework framework, Guest guest) throws IOException {
        NeuralPotential potential = load(file, framework);
        PotentialFile.refuseOther(file, potential.guest, guest);
        return potential;
    }

    @Override
    public String toString() {
        return "potential of " + guest.name() + " in " + framework.crystal().name() + ": " + features.set() + ", "
                + wall + "; " + note + (models.size() > 1 ? "; " + models.size() + " models averaged" : "");
    }
}
