package matterbook.regression;

import java.util.Arrays;
import java.util.stream.LongStream;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.regression.RandomForest;
import smile.util.IterativeAlgorithmController;

/**
 * A random forest (L. Breiman, Mach. Learn. 45, 5 (2001)), grown by Smile: each tree from as many rows as there are, drawn
 * with replacement, each split the best of a few inputs drawn by chance. Trees do not mind how inputs are scaled.
 *
 * @param trees how many
 * @param perSplit inputs that a split may choose from; 0 for a third of them
 * @param depth of a tree at most, at least 2
 * @param leaf rows that a leaf has at least
 */
public record Forest(int trees, int perSplit, int depth, int leaf) implements Regressor {
    private static final int USUAL_DEPTH = 20;
    private static final int USUAL_LEAF = 5;

    public Forest {
        Require.positive(trees, "the number of trees");
        Require.that(perSplit >= 0, "the inputs of a split cannot be " + perSplit);
        Require.that(depth >= 2, "trees must have a depth of at least 2, not " + depth);
        Require.positive(leaf, "the rows of a leaf");
    }

    /** A third of the inputs at each split, depth 20, 5 rows in a leaf. */
    public Forest(int trees) {
        this(trees, 0, USUAL_DEPTH, USUAL_LEAF);
    }

    /** The same with so many inputs to choose from. */
    public Forest withPerSplit(int number) {
        return new Forest(trees, number, depth, leaf);
    }

    /** The same with trees of at most this depth. */
    public Forest withDepth(int most) {
        return new Forest(trees, perSplit, most, leaf);
    }

    /** The same with at least so many rows in a leaf. */
    public Forest withLeaf(int rows) {
        return new Forest(trees, perSplit, depth, rows);
    }

    @Override
    public FittedModel fit(Observations data, Rng rng) {
        int inputs = data.inputs().size();
        Require.that(perSplit <= inputs,
                "a split cannot choose from " + perSplit + " inputs: there are " + inputs);
        return new FittedModel(toString(), data.inputs(), data.target(), Scaler.none(inputs), Scaler.none(1),
                SmileTrees.plain(grow(data, rng)));
    }

    /** Smile's forest. */
    RandomForest grow(Observations data, Rng rng) {
        double[][] x = data.x();
        double[] y = data.y();
        int inputs = data.inputs().size();
        double[][] rows = new double[y.length][];
        for (int i = 0; i < y.length; i++) {
            rows[i] = Arrays.copyOf(x[i], inputs + 1);
            rows[i][inputs] = y[i];
        }
        String[] names = new String[inputs + 1];
        Arrays.setAll(names, j -> j < inputs ? "x" + j : "y");
        long[] seeds = LongStream.generate(rng::nextLong).limit(trees).toArray();
        RandomForest.Options options = new RandomForest.Options(trees, perSplit, depth, Integer.MAX_VALUE, leaf, 1,
                seeds,
                new StopAfterEachTree());
        return Smile.onOneThread(() -> RandomForest.fit(Formula.lhs("y"), DataFrame.of(rows, names), options));
    }

    /** Smile reports each tree here. */
    private static final class StopAfterEachTree extends IterativeAlgorithmController<RandomForest.TrainingStatus> {
        @Override
        public void submit(RandomForest.TrainingStatus status) {
            Stop.check();
        }
    }
}
