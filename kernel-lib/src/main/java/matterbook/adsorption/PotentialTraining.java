package matterbook.adsorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.nn.Examples;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Tensor;
import matterbook.nn.Trained;
import matterbook.nn.TrainingCheckpoint;
import matterbook.nn.TrainingRun;
import matterbook.regression.FittedModel;
import matterbook.regression.Observations;
import matterbook.regression.Regressor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link NeuralPotential} from examples: calculates their features, places the walls and finds the scaling once, then
 * trains as many models as are wanted.
 */
public final class PotentialTraining {
    private static final double KNEE_WIDTH = 20;

    private final PotentialRecipe recipe;
    private final Framework framework;
    private final Guest guest;
    private final VoxelFeatures features;
    private final OverlapWall wall;
    private final MinMax scaling;
    private final float[] rows;
    private final double[] energies;

    private PotentialTraining(PotentialRecipe recipe, Framework framework, Configurations data) {
        this.recipe = recipe;
        this.framework = framework;
        guest = data.guest();
        energies = data.energies();
        features = new VoxelFeatures(framework, guest, recipe.features());
        double[][] x = new double[data.size()][features.size()];
        double[][] distances = new double[data.size()][features.distanceCount()];
        try (Progress progress = Progress.start("features", data.size())) {
            for (int i = 0; i < x.length; i++) {
                double[] sites = data.sites(i);
                features.of(sites, x[i]);
                features.distances(sites, distances[i]);
                progress.step();
            }
        }
        wall = switch (recipe.wall()) {
            case PER_GUEST -> OverlapWall.perGuest(features, distances, recipe.wallPart());
            case PER_PAIR -> OverlapWall.perPair(features, distances, recipe.wallPart());
        };
        scaling = MinMax.of(x);
        rows = new float[Math.multiplyExact(x.length, features.size())];
        for (int i = 0; i < x.length; i++) {
            scaling.apply(x[i], rows, i * features.size());
        }
    }

    /**
     * From configurations of a guest and their energies.
     *
     * @throws UserError if there are fewer than 10, or they are of another framework
     */
    public static PotentialTraining of(PotentialRecipe recipe, Framework framework, Configurations data) {
        int least = 10;
        if (data.size() < least) {
            throw new UserError("a potential needs at least " + least + " configurations to learn from, not "
                    + data.size());
        }
        data.framework().require(framework, "this set of configurations");
        return new PotentialTraining(recipe, framework, data);
    }

    /** How many configurations there are. */
    public int size() {
        return energies.length;
    }

    /** Where the wall stands. */
    public OverlapWall wall() {
        return wall;
    }

    /** Whether models are networks, whose training can be stopped and taken up again. */
    public boolean isNetwork() {
        return recipe.learning() instanceof PotentialLearning.Networks;
    }

    /** The potential of one model. */
    public NeuralPotential fit(Rng rng) {
        return fit(1, rng);
    }

    /** The potential of several models that differ by chance: starts, order, and the part kept for validation. */
    public NeuralPotential fit(int members, Rng rng) {
        Require.positive(members, "the number of models");
        List<NeuralPotential> all = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            all.add(member(rng.split()));
        }
        return NeuralPotential.ensemble(all);
    }

    private NeuralPotential member(Rng rng) {
        return switch (recipe.learning()) {
            case PotentialLearning.Networks networks -> {
                TrainingRun run = start(rng, null);
                run.advance(networks.training().epochs());
                yield potential(run.result());
            }
            case PotentialLearning.Regression(Regressor regressor) -> potential(regressor, rng);
        };
    }

    private NeuralPotential potential(Regressor regressor, Rng rng) {
        double[][] x = new double[size()][features.size()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = rows[i * x[i].length + j];
            }
        }
        Observations data = new Observations(features.names(), x, "energy", energies);
        if (!(regressor.fit(data, rng) instanceof FittedModel fitted)) {
            throw new UserError("a potential is made of one of the kit's regressors, not of " + regressor);
        }
        return potential(new EnergyModel.OfRegressor(fitted), regressor.toString());
    }

    /** The potential of a network that {@link #start} trained. */
    public NeuralPotential potential(Trained trained) {
        return potential(new EnergyModel.OfNetwork(trained.model(), scale(networks())),
                "network of " + trained.model().network().parameterCount() + " weights, " + trained.history());
    }

    private NeuralPotential potential(EnergyModel model, String how) {
        return new NeuralPotential(framework, guest, features.another(), wall, scaling, List.of(model),
                "learned from " + size() + " configurations by " + how);
    }

    /**
     * Begins the training of one network.
     *
     * @param from a trained potential whose weights are to start from, where the layers have the same shape; null for a start
     *        by chance
     */
    public TrainingRun start(Rng rng, @Nullable NeuralPotential from) {
        PotentialLearning.Networks networks = networks();
        Examples.Split parts = examples(networks).split(1 - networks.validation(), rng.split());
        Network network = networks.network(features.size());
        Model model = network.model(rng.split());
        Model begun = from == null ? model : WeightTransfer.of(model, from);
        return networks.training().start(begun, parts.train(), parts.test(), rng.split());
    }

    /**
     * Goes on with the training of a network from a checkpoint.
     *
     * @param rng the one that the training began with, in the state it had then
     * @throws UserError if the checkpoint is of other training
     */
    public TrainingRun resume(TrainingCheckpoint checkpoint, Rng rng) {
        PotentialLearning.Networks networks = networks();
        Examples.Split parts = examples(networks).split(1 - networks.validation(), rng.split());
        return TrainingRun.resume(checkpoint, networks.training(), parts.train(), parts.test());
    }

    private PotentialLearning.Networks networks() {
        if (recipe.learning() instanceof PotentialLearning.Networks networks) {
            return networks;
        }
        throw new UserError("only networks are trained step by step, not " + recipe.learning());
    }

    private Examples examples(PotentialLearning.Networks networks) {
        EnergyScale scale = scale(networks);
        return new Examples(Tensor.wrap(size(), features.size(), rows),
                Tensor.column(Arrays.stream(energies).map(scale::apply).toArray()));
    }

    private EnergyScale scale(PotentialLearning.Networks networks) {
        return EnergyScale.of(energies, networks.knee(), KNEE_WIDTH);
    }

    @Override
    public String toString() {
        return "training of " + guest.name() + " in " + framework.crystal().name() + " from " + size()
                + " configurations, " + wall;
    }
}
