package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.nn.Activation;
import matterbook.nn.Tensor;
import org.junit.jupiter.api.Test;
import smile.data.DataFrame;
import smile.math.kernel.GaussianKernel;
import smile.regression.RandomForest;
import smile.regression.SVM;

/** What Smile found and what is kept of it are the same. */
class SmileTest {
    private final Observations train;
    private final double[][] queries;

    SmileTest() throws IOException {
        Sklearn numbers = new Sklearn();
        train = numbers.train();
        queries = numbers.test().x();
    }

    @Test
    void treesAsPlainNumbers() {
        Forest forest = new Forest(40).withLeaf(2);
        RandomForest grown = forest.grow(train, Rng.seeded(5));
        double[] smiles = grown.predict(DataFrame.of(queries, "x0", "x1", "x2"));
        assertArrayEquals(smiles, forest.fit(train, Rng.seeded(5)).predict(queries), 1e-14);
        double[] seen = grown.predict(DataFrame.of(train.x(), "x0", "x1", "x2"));
        assertArrayEquals(seen, SmileTrees.plain(grown).predict(train.x()), 1e-14);
    }

    @Test
    void readingTreesCanBeStopped() {
        RandomForest grown = new Forest(3).grow(train, Rng.seeded(5));
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> SmileTrees.plain(grown));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void supportVectorsAsPlainNumbers() {
        Scaler x = Scaler.of(train.x());
        Scaler y = Scaler.ofColumn(train.y());
        var machine = SVM.fit(x.apply(train.x()), y.applyToColumn(train.y()), new GaussianKernel(0.8),
                new SVM.Options(0.05, 4, 1e-3));
        double[] smiles = Arrays.stream(x.apply(queries)).mapToDouble(machine::predict).toArray();
        Fitted ours = new SupportVectors(4).withTube(0.05).withWidth(0.8).fit(train, Rng.seeded(0));
        assertArrayEquals(y.undoOnColumn(smiles), ours.predict(queries), 1e-12);
    }

    @Test
    void networksAsOurLayers() {
        double[][] z = Scaler.of(train.x()).apply(train.x());
        for (Activation activation : Activation.values()) {
            List<Integer> units = List.of(7, 4);
            Smile.withBlas(() -> {
                try (SmileLayers.OpenMlp network = Smile.seeded(Rng.seeded(6),
                        () -> SmileLayers.network(3, units, activation))) {
                    double[] ours = SmileLayers.model(network, units, activation).predict(Tensor.of(z)).column(0);
                    double[] smiles = Arrays.stream(z).mapToDouble(network::predict).toArray();
                    assertArrayEquals(smiles, ours, 3e-6, activation.name());
                    assertTrue(Spread.of(smiles).deviation() > 0.01, activation.name());
                }
                return true;
            });
        }
    }

    @Test
    void networksLearn() {
        Score score = SmileMlp.of(30, 30).fit(train, Rng.seeded(1)).score(train);
        assertTrue(score.r2() > 0.97, score.toString());
    }

    @Test
    void trainingThatDivergesSaysSo() {
        assertEquals("the network's training diverged: its weights are no longer finite; lower the rate", assertThrows(
                UserError.class, () -> SmileMlp.of(9).withRate(1e9).withEpochs(20).fit(train, Rng.seeded(1)))
                .getMessage());
    }

    /** A fresh machine has no OpenBLAS of its own: Smile must have taken ours even where the system has one. */
    @Test
    void smileMultipliesWithTheLibraryThatWeUnpacked() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.isReadable(maps), "only Linux tells which files are loaded");
        SmileMlp.of(3).withEpochs(1).fit(train, Rng.seeded(1));
        List<String> loaded = Files.readAllLines(maps).stream().filter(line -> line.contains("openblas"))
                .map(line -> line.substring(line.indexOf('/'))).distinct().toList();
        assertEquals(1, loaded.stream().filter(file -> file.contains("libopenblas")).count(), loaded.toString());
        assertTrue(loaded.stream().allMatch(file -> file.contains("/matterbook/openblas-so-")), loaded.toString());
    }
}
