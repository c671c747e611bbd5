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
import matterbook.nn.LearningFile;
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

    /** A right checksum says that the file is whole, not that its content makes sense. */
    @Test
    void whatNoMatterbookWroteIsRefusedInOneLine() throws IOException {
        String lost = ": not as Matterbook writes it (";
        String impossible = ": no regressor that can be (";
        trees(impossible + "no tree can begin at node 4 of 3", new int[]{4}, new int[]{0, -1, -1}, new int[]{2, 0, 0},
                1);
        trees(impossible + "the node 0 of 3 leads on to 3", new int[]{0}, new int[]{0, -1, -1}, new int[]{3, 0, 0}, 1);
        trees(impossible + "the node 0 of 3 leads on to 0", new int[]{0}, new int[]{0, -1, -1}, new int[]{0, 0, 0}, 1);
        trees(impossible + "the node 2 of 3 leads on to 3", new int[]{0}, new int[]{0, -1, 0}, new int[]{2, 0, 3}, 1);
        trees(impossible + "3 nodes cannot have 3 numbers and 2 others", new int[]{0}, new int[]{0, -1, -1},
                new int[]{2, 0}, 1);
        trees(impossible + "the leaf 1 predicts NaN", new int[]{0}, new int[]{0, -1, -1}, new int[]{2, 0, 0},
                Double.NaN);
        trees(lost + "trees ask for input 2 of 1", new int[]{0}, new int[]{1, -1, -1}, new int[]{2, 0, 0}, 1);
        rule(impossible + "3 neighbours cannot be found among 1 observations; take fewer neighbours", out -> {
            out.text("nearest");
            out.number(3L);
            out.number(0L);
            out.number(1L);
            out.doubles(new double[]{1});
            out.doubles(new double[]{2});
        });
        rule(lost + "row 0: 2 numbers where 1 are wanted", out -> {
            out.text("kernels");
            out.number(1.0);
            out.number(1L);
            out.doubles(new double[2]);
        });
        rule(lost + "a count of -5 where 1 to 2147483647 can be", out -> {
            out.text("nearest");
            out.number(-5L);
        });
        rule(lost + "a network from 1 to 2 for 1 inputs", out -> {
            out.text("network");
            out.network(Network.of(1, new Dense(2)));
        });
    }

    private void trees(String message, int[] roots, int[] input, int[] other, double leaf) throws IOException {
        rule(message, out -> {
            out.text("trees");
            whole(roots, out);
            whole(input, out);
            out.doubles(new double[]{0.5, leaf, 2});
            whole(other, out);
        });
    }

    private static void whole(int[] numbers, LearningFile.Writer out) throws IOException {
        out.number((long) numbers.length);
        for (int number : numbers) {
            out.number((long) number);
        }
    }

    private interface Content {
        void write(LearningFile.Writer out) throws IOException;
    }

    private void rule(String message, Content content) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.REGRESSOR);
        out.text("made up");
        out.number(1L);
        out.text("x");
        out.text("y");
        for (int i = 0; i < 2; i++) {
            out.doubles(new double[]{0});
            out.doubles(new double[]{1});
        }
        content.write(out);
        Path file = folder.resolve("made");
        out.save(file);
        assertEquals(file + message + "); copy or make it anew",
                assertThrows(UserError.class, () -> FittedModel.load(file)).getMessage());
    }

    /** The part that ends training is not learned from, by the scaling no more than by the weights. */
    @Test
    void aNetworkScalesByWhatItLearnsFrom() {
        Rng rng = Rng.seeded(7);
        rng.split(); // the weights
        Observations learned = DATA.split(0.8, rng.split()).train();
        FittedModel fitted = NeuralNetwork.of(3).withEpochs(1).withValidation(0.2, 1).fit(DATA, Rng.seeded(7));
        assertArrayEquals(Scaler.of(learned.x()).mean(), fitted.inputScaler().mean());
        assertArrayEquals(Scaler.ofColumn(learned.y()).scale(), fitted.targetScaler().scale());
        assertFalse(Arrays.equals(Scaler.of(DATA.x()).mean(), fitted.inputScaler().mean()));
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
