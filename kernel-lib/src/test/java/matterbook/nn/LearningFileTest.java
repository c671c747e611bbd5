package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningFileTest {
    private static final Network NETWORK = Network.of(Shape.image(2, 7, 8),
            new Conv2d(3, new Window(3, 1, 1), Initialiser.HE), new QuadraticConv2d(2, 2), new Pool(Pool.Kind.MAX, 2),
            new Pool(Pool.Kind.MEAN, 1), new Dense(5, Initialiser.XAVIER),
            Activation.LEAKY_RELU, new LayerNorm(), new Dropout(0.125),
            new Quadratic(3, Initialiser.LECUN, QuadraticStart.RANDOM, 0.5), Activation.SIGMOID, new Quadratic(1));

    @TempDir
    Path folder;

    @Test
    void aModelComesBackAsItWas() throws IOException {
        Model model = NETWORK.model(Rng.seeded(1)).withNote("trained on λ\nlong ago");
        Path file = folder.resolve("model");
        model.save(file);
        Model back = Model.load(file);
        assertEquals(NETWORK, back.network());
        assertArrayEquals(model.weights(), back.weights());
        assertEquals("trained on λ\nlong ago", back.note());
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Object[]{file}, files.toArray());
        }
    }

    @Test
    void layersForSequencesComeBack() throws IOException {
        Network network = Network.of(6, new Embedding(9, 4), new Lstm(5), new EachStep(4), new Lstm(3, true));
        network.model(Rng.seeded(1)).save(folder.resolve("model"));
        assertEquals(network, Model.load(folder.resolve("model")).network());
    }

    @Test
    void shortcutsComeBack() throws IOException {
        Network network = Network.of(2, new Shortcut(new Dense(5), Activation.TANH), new Shortcut(new Quadratic(3)),
                new Dense(1));
        network.model(Rng.seeded(1)).save(folder.resolve("model"));
        assertEquals(network, Model.load(folder.resolve("model")).network());
    }

    @Test
    void otherFilesAreRefusedInOneLine() throws IOException {
        Path file = folder.resolve("model");
        NETWORK.model(Rng.seeded(1)).save(file);
        byte[] whole = Files.readAllBytes(file);

        assertRefused(": cut short at 100 bytes; copy or make it anew", Arrays.copyOf(whole, 100));
        assertRefused(": cut short at 9 bytes; copy or make it anew", Arrays.copyOf(whole, 9));
        assertRefused(": not a file of Matterbook's models", Arrays.copyOf(whole, 5));
        assertRefused(": not a file of Matterbook's models", new byte[0]);
        assertRefused(": not a file of Matterbook's models", "{\"weights\": []}".getBytes(StandardCharsets.UTF_8));
        assertRefused(": damaged (its checksum is wrong); copy or make it anew", changed(whole, whole.length - 3));
        assertRefused(": written in version 2 of the format; this Matterbook reads version 1", with(whole, 7, 2));
        assertRefused(": a model is wanted, and this is a checkpoint of training", with(whole, 11, 2));
        assertEquals(folder.resolve("none") + ": there is no such file",
                assertThrows(UserError.class, () -> Model.load(folder.resolve("none"))).getMessage());
    }

    /** A right checksum says that the file is whole, not that its content makes sense. */
    @Test
    void whatNoMatterbookWroteIsRefusedInOneLine() throws IOException {
        String lost = ": not as Matterbook writes it (";
        String anew = "); copy or make it anew";
        float[] three = {1, 2, 3};
        assertContent(lost + "weights: 2 numbers where 3 are wanted" + anew, "2\ndense 1 he", "", new float[2]);
        assertContent(lost + "weights: one of them is NaN" + anew, "2\ndense 1 he", "", new float[]{1, Float.NaN, 3});
        assertContent(": no layer of this version: \"dense 1\"", "2\ndense 1", "", three);
        assertContent(": no network can be made of \"two\" and its layers (For input string: \"two\")",
                "two\ndense 1 he",
                "", three);
        assertContent(": no network can be made of \"2\" and its layers (a network needs at least one layer)", "2", "",
                three);
        assertContent(": no network can be made of \"2000000 x 2000000\" and its layers (integer overflow)",
                "2000000 x 2000000\ndense 1 he", "", three);
        Path file = folder.resolve("other");
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.MODEL);
        out.number(1L << 62);
        out.save(file);
        assertEquals(file + lost + "a length of 1073741824 beyond its end" + anew,
                assertThrows(UserError.class, () -> Model.load(file)).getMessage());
        new LearningFile.Writer(LearningFile.Kind.MODEL).save(file);
        assertEquals(file + lost + "it ends too early" + anew,
                assertThrows(UserError.class, () -> Model.load(file)).getMessage());
    }

    private void assertContent(String message, String network, String note, float[] weights) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.MODEL);
        out.text(network);
        out.text(note);
        out.floats(weights);
        Path file = folder.resolve("other");
        out.save(file);
        assertEquals(file + message, assertThrows(UserError.class, () -> Model.load(file)).getMessage());
    }

    private void assertRefused(String message, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("other"), content);
        assertEquals(file + message, assertThrows(UserError.class, () -> Model.load(file)).getMessage());
    }

    private static byte[] changed(byte[] bytes, int at) {
        return with(bytes, at, bytes[at] ^ 1);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    @Test
    void unknownLayersAreNamed() {
        assertEquals("no layer of this version: \"shortcut\"",
                assertThrows(UserError.class, () -> LayerText.parse("shortcut")).getMessage());
        assertEquals("no layer of this version: \"lost\"",
                assertThrows(UserError.class, () -> LayerText.parse("shortcut dense 5 he, lost")).getMessage());
        assertEquals("no layer of this version: \"dense 50\"",
                assertThrows(UserError.class, () -> LayerText.parse("dense 50")).getMessage());
        assertEquals("no layer of this version: \"attention 8\"",
                assertThrows(UserError.class, () -> LayerText.parse("attention 8")).getMessage());
    }
}
