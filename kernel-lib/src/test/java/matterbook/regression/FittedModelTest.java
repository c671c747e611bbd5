package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.nn.Dense;
import matterbook.nn.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FittedModelTest {
    private static final Observations DATA = Noisy.observations(120, 5);
    private static final double[][] QUERIES = Noisy.observations(30, 6).x();
    private static final List<Regressor> ALL = List.of(new Knn(4), new Knn(6).weightedByDistance().unscaled(),
            new Forest(12), new SupportVectors(2), SmileMlp.of(8, 5).withEpochs(4),
            NeuralNetwork.of(9).withEpochs(4), NeuralNetwork.of(9).withEpochs(30).withValidation(0.2, 3));

    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Stop.clear();
    }

    @Test
    void theSameSeedTheSameBits() {
        for (Regressor regressor : ALL) {
            double[] first = regressor.fit(DATA, Rng.seeded(7)).predict(QUERIES);
            regressor.fit(Noisy.observations(40, 9), Rng.seeded(1)); // whatever chance Smile keeps to itself moves on
            assertArrayEquals(first, regressor.fit(DATA, Rng.seeded(7)).predict(QUERIES), regressor.toString());
        }
    }

    @Test
    void anotherSeedOtherNumbersWhereChanceHasASay() {
        for (Regressor regressor : ALL.subList(2, ALL.size())) {
            if (!(regressor instanceof SupportVectors)) {
                assertFalse(Arrays.equals(regressor.fit(DATA, Rng.seeded(7)).predict(QUERIES),
                        regressor.fit(DATA, Rng.seeded(8)).predict(QUERIES)), regressor.toString());
            }
        }
    }

    @Test
    void comesBackFromItsFileAsItWas() throws IOException {
        Path file = folder.resolve("model");
        for (Regressor regressor : ALL) {
            FittedModel model = (FittedModel) regressor.fit(DATA, Rng.seeded(7));
            model.save(file);
            FittedModel back = FittedModel.load(file);
            assertArrayEquals(model.predict(QUERIES), back.predict(QUERIES), regressor.toString());
            assertEquals(model.toString(), back.toString());
            assertEquals(List.of("x0", "x1", "x2"), back.inputs());
            assertEquals("y", back.target());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Object[]{file}, files.toArray());
        }
    }

    @Test
    void otherFilesAreRefusedInOneLine() throws IOException {
        Path file = folder.resolve("model");
        new Forest(3).fit(DATA, Rng.seeded(1)).save(file);
        byte[] whole = Files.readAllBytes(file);
        refused(": cut short at " + (whole.length - 1) + " bytes; copy or make it anew",
                Arrays.copyOf(whole, whole.length - 1));
        refused(": not a file of Matterbook's models", "radius,area\n1,3\n".getBytes(StandardCharsets.UTF_8));
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 4;
        refused(": damaged (its checksum is wrong); copy or make it anew", damaged);
        byte[] later = whole.clone();
        later[7] = 2;
        refused(": written in version 2 of the format; this Matterbook reads version 1", later);
        Network.of(2, new Dense(1)).model(Rng.seeded(1)).save(file);
        refused(": a fitted regressor is wanted, and this is a model", Files.readAllBytes(file));
    }

    private void refused(String message, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("other"), content);
        assertEquals(file + message, assertThrows(UserError.class, () -> FittedModel.load(file)).getMessage());
    }

    @Test
    void saysWhatItIs() {
        assertEquals(
                "Knn[neighbours=4, byDistance=false, scaled=true] fitted to predict y from x0, x1, x2: 120 rows kept",
                new Knn(4).fit(DATA, Rng.seeded(1)).toString());
    }

    @Test
    void canBeStopped() {
        for (Regressor regressor : ALL.subList(2, ALL.size())) {
            Stop.request();
            assertThrows(Stopped.class, () -> regressor.fit(DATA, Rng.seeded(1)), regressor.toString());
            Stop.clear();
        }
    }
}
