package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    /** Row i is (i), its target 10 i. */
    private static final Observations NUMBERS = Observations.of(
            IntStream.range(0, 23).mapToObj(i -> new double[]{i}).toArray(double[][]::new),
            IntStream.range(0, 23).mapToDouble(i -> 10 * i).toArray());

    @Test
    void everyRowIsPredictedOnceByAFitThatHasNotSeenIt() {
        int[] predicted = new int[23];
        Regressor watching = (data, rng) -> {
            List<Double> seen = Arrays.stream(data.y()).boxed().toList();
            return x -> Arrays.stream(x).mapToDouble(row -> {
                assertTrue(!seen.contains(10 * row[0]), "row " + row[0] + " was learned from");
                assertEquals(23 - x.length, seen.size());
                assertTrue(x.length == 5 || x.length == 4, x.length + " rows in a fold");
                predicted[(int) row[0]]++;
                return 10 * row[0] + 1;
            }).toArray();
        };
        CrossValidation result = CrossValidation.of(watching, NUMBERS, 5, Rng.seeded(1));
        assertArrayEquals(IntStream.generate(() -> 1).limit(23).toArray(), predicted);
        assertArrayEquals(Arrays.stream(NUMBERS.y()).map(y -> y + 1).toArray(), result.predicted());
        assertEquals(1, result.overall().rmse(), 1e-12);
        assertEquals("5 folds: RMSE 1.0 (spread 0.0), MAE 1.0 (spread 0.0), R² ",
                result.toString().substring(0, result.toString().indexOf("R²") + 3));
    }

    /** The scaler of each fold is that of its training rows, whose mean is not that of all rows. */
    @Test
    void scalingDoesNotLeak() {
        List<Observations> seen = new ArrayList<>();
        List<FittedModel> fits = new ArrayList<>();
        Regressor watched = (data, rng) -> {
            FittedModel fitted = new Knn(3).fit(data, rng);
            seen.add(data);
            fits.add(fitted);
            return fitted;
        };
        CrossValidation.of(watched, NUMBERS, 4, Rng.seeded(2));
        double all = Scaler.of(NUMBERS.x()).mean()[0];
        for (int fold = 0; fold < 4; fold++) {
            double own = Arrays.stream(seen.get(fold).x()).mapToDouble(row -> row[0]).average().orElseThrow();
            assertEquals(own, fits.get(fold).inputScaler().mean()[0], 1e-12);
            assertTrue(Math.abs(own - all) > 1e-3, own + " is the mean of all rows");
        }
    }

    @Test
    void theTargetOfARowHasNoSayInItsOwnPrediction() {
        Observations data = Noisy.observations(40, 1);
        double[] y = data.y();
        y[7] += 100;
        Observations changed = Observations.of(data.x(), y);
        for (Regressor regressor : ofTheKit()) {
            double[] before = CrossValidation.of(regressor, data, 4, Rng.seeded(3)).predicted();
            double[] after = CrossValidation.of(regressor, changed, 4, Rng.seeded(3)).predicted();
            assertEquals(before[7], after[7], regressor.toString());
            assertFalse(Arrays.equals(before, after), regressor + ": no other row learned from row 7");
        }
    }

    private static List<Regressor> ofTheKit() {
        return List.of(new Knn(4), new Forest(5), new SupportVectors(1), SmileMlp.of(4).withEpochs(2),
                NeuralNetwork.of(4).withEpochs(2), NeuralNetwork.of(4).withEpochs(4).withValidation(0.2, 2));
    }

    /** Neither by scaling nor otherwise: what is predicted for a row is a matter of that row. */
    @Test
    void anOutlierAmongTheQueriesMovesNoOther() {
        Observations data = Noisy.observations(60, 1);
        double[][] queries = Noisy.observations(10, 2).x();
        for (Regressor regressor : ofTheKit()) {
            Fitted fitted = regressor.fit(data, Rng.seeded(1));
            double[] alone = fitted.predict(queries);
            double[][] withOutlier = Arrays.copyOf(queries, 11);
            withOutlier[10] = new double[]{1e6, -1e6, 1e6};
            assertArrayEquals(alone, Arrays.copyOf(fitted.predict(withOutlier), 10), 1e-6, regressor.toString());
        }
    }

    @Test
    void foldsThatCannotBe() {
        assertEquals("folds must be 2 to 23, the number of observations, not 24", assertThrows(
                IllegalArgumentException.class,
                () -> CrossValidation.of(new Knn(1), NUMBERS, 24, Rng.seeded(1))).getMessage());
        assertEquals("folds must be 2 to 23, the number of observations, not 1", assertThrows(
                IllegalArgumentException.class,
                () -> CrossValidation.of(new Knn(1), NUMBERS, 1, Rng.seeded(1))).getMessage());
    }
}
