package matterbook.adsorption;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.UserError;
import matterbook.regression.Forest;
import matterbook.regression.Knn;
import matterbook.regression.Regressor;
import matterbook.regression.SmileMlp;
import matterbook.regression.SupportVectors;

/**
 * How a {@link NeuralPotential} is made: a value, to be adjusted with the {@code with...} methods.
 *
 * @param features what is seen of a configuration
 * @param learning what is made of it
 * @param wall where the wall stands
 * @param wallPart of the least distance among the configurations learned from
 */
public record PotentialRecipe(FeatureSet features, PotentialLearning learning, Wall wall, double wallPart) {
    /** The names that {@link #named} knows. */
    public static final List<String> NAMES = List.of("dnn", "forest", "knn", "svm", "mlp");

    private static final int TREES = 200;
    private static final int NEIGHBOURS = 5;
    private static final double COST = 100;
    private static final double WALL_PART = 0.98;

    /** Whose least distance makes a wall. */
    public enum Wall {
        /** One wall for all atoms, from the least of all distances. */
        PER_GUEST,
        /** A wall for each pair of types. */
        PER_PAIR
    }

    public PotentialRecipe {
        Objects.requireNonNull(features);
        Objects.requireNonNull(learning);
        Objects.requireNonNull(wall);
        Require.between(wallPart, 0, 1, "the wall's part of the least distance");
    }

    /** Five layers of 50 ReLU units. */
    public static PotentialRecipe dnn() {
        return of(PotentialLearning.Networks.of(50, 50, 50, 50, 50));
    }

    /** A regressor of the kit. */
    public static PotentialRecipe of(Regressor regressor) {
        return of(new PotentialLearning.Regression(regressor));
    }

    /** The published features, walls for each pair. */
    public static PotentialRecipe of(PotentialLearning learning) {
        return new PotentialRecipe(FeatureSet.published(), learning, Wall.PER_PAIR, WALL_PART);
    }

    /**
     * {@code dnn}, {@code forest} (200 trees), {@code knn} (5 neighbours, weighted by distance), {@code svm} (Gaussian kernel,
     * cost 100) or {@code mlp} (Smile's network, 5 layers of 50).
     *
     * @throws UserError for any other name
     */
    public static PotentialRecipe named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dnn" -> dnn();
            case "forest" -> of(new Forest(TREES).withLeaf(1));
            case "knn" -> of(new Knn(NEIGHBOURS).unscaled().weightedByDistance());
            case "svm" -> of(new SupportVectors(COST));
            case "mlp" -> of(SmileMlp.of(50, 50, 50, 50, 50));
            default -> throw new UserError("no model \"" + name + "\"; there are " + String.join(", ", NAMES));
        };
    }

    /** The same with other features. */
    public PotentialRecipe withFeatures(FeatureSet others) {
        return new PotentialRecipe(others, learning, wall, wallPart);
    }

    /** The same with another way of learning. */
    public PotentialRecipe withLearning(PotentialLearning other) {
        return new PotentialRecipe(features, other, wall, wallPart);
    }

    /** The same with walls elsewhere. */
    public PotentialRecipe withWall(Wall other, double part) {
        return new PotentialRecipe(features, learning, other, part);
    }
}
