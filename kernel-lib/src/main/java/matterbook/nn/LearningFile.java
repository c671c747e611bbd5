package matterbook.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.zip.CRC32C;

import matterbook.core.UserError;

/**
 * The file of a model or of training that goes on, all numbers with the highest byte first:
 *
 * <pre>
 * bytes  what
 * 0-6    "MBLEARN"
 * 7      version, 1
 * 8-11   kind: 1 a model, 2 training, 3 a fitted regressor, 4 a learned potential
 * 12-19  length of the content in bytes
 * 20-27  CRC-32C of the content
 * 28-    content
 * </pre>
 *
 * <p>A text in the content is its length in bytes (4 bytes) and UTF-8; an array of floats or doubles is its length (4
 * bytes) and IEEE 754 single or double precision. A network is a text: the sides of its input, then a layer a line. A model's content is network,
 * note and weights; training's is told by {@link TrainingCheckpoint}; other packages tell their own.
 */
public final class LearningFile {
    private static final byte[] NAME = "MBLEARN".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = 28;

    private LearningFile() {}

    /** What a file holds. */
    public enum Kind {
        /** A network with its weights. */
        MODEL(1, "a model"),
        /** Training that goes on. */
        TRAINING(2, "a checkpoint of training"),
        /** What a regressor has learned. */
        REGRESSOR(3, "a fitted regressor"),
        /** The energy of a guest in a framework, as learned from examples. */
        POTENTIAL(4, "a learned potential");

        private final int code;
        private final String words;

        Kind(int code, String words) {
            this.code = code;
            this.words = words;
        }
    }

    /** Collects the content. */
    public static final class Writer {
        private final Kind kind;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        public Writer(Kind kind) {
            this.kind = kind;
        }

        public void number(long value) throws IOException {
            out.writeLong(value);
        }

        public void number(double value) throws IOException {
            out.writeDouble(value);
        }

        public void text(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }

        public void floats(float[] values) throws IOException {
            out.writeInt(values.length);
            ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
            buffer.asFloatBuffer().put(values);
            out.write(buffer.array());
        }

        public void doubles(double[] values) throws IOException {
            out.writeInt(values.length);
            ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
            buffer.asDoubleBuffer().put(values);
            out.write(buffer.array());
        }

        public void network(Network network) throws IOException {
            StringBuilder text = new StringBuilder(network.input().toString());
            for (Layer layer : network.layers()) {
                text.append('\n').append(LayerText.of(layer));
            }
            text(text.toString());
        }

        /** Writes a temporary file, which then takes the place of {@code file}. */
        public void save(Path file) throws IOException {
            byte[] content = bytes.toByteArray();
            ByteBuffer header = ByteBuffer.allocate(HEADER).put(NAME).put((byte) VERSION).putInt(kind.code)
                    .putLong(content.length).putLong(sum(content, 0));
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            if (!Files.isDirectory(folder)) {
                throw new UserError("there is no folder " + folder + " to write " + file.getFileName() + " in");
            }
            Path draft = Files.createTempFile(folder, ".matterbook-", ".learning.part");
            try {
                try (DataOutputStream target = new DataOutputStream(Files.newOutputStream(draft))) {
                    target.write(header.array());
                    target.write(content);
                }
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Reads the content of a file that is whole and of the right kind. */
    public static final class Reader {
        private final Path file;
        private final DataInputStream in;

        private Reader(Path file, DataInputStream in) {
            this.file = file;
            this.in = in;
        }

        /**
         * Opens a file.
         *
         * @throws UserError if there is no such file, or it is of another kind or version, cut short or damaged
         */
        public static Reader open(Path file, Kind kind) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new UserError(file + ": there is no such file");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!Arrays.equals(bytes, 0, Math.min(NAME.length, bytes.length), NAME, 0, NAME.length)) {
                throw new UserError(file + ": not a file of Matterbook's models");
            }
            if (bytes.length > NAME.length && bytes[NAME.length] != VERSION) {
                throw new UserError(file + ": written in version " + bytes[NAME.length]
                        + " of the format; this Matterbook reads version " + VERSION);
            }
            ByteBuffer header = ByteBuffer.wrap(bytes);
            if (bytes.length < HEADER || header.getLong(12) != bytes.length - HEADER) {
                throw new UserError(file + ": cut short at " + bytes.length + " bytes; copy or make it anew");
            }
            if (header.getLong(20) != sum(bytes, HEADER)) {
                throw new UserError(file + ": damaged (its checksum is wrong); copy or make it anew");
            }
            if (header.getInt(8) != kind.code) {
                throw new UserError(file + ": " + kind.words + " is wanted, and this is " + words(header.getInt(8)));
            }
            return new Reader(file, new DataInputStream(
                    new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER)));
        }

        private static String words(int code) {
            return Arrays.stream(Kind.values()).filter(kind -> kind.code == code).map(kind -> kind.words).findFirst()
                    .orElse("something else");
        }

        public long number() throws IOException {
            need(Long.BYTES);
            return in.readLong();
        }

        /** A number that counts something, from {@code least} to {@code most}. */
        public int count(int least, int most) throws IOException {
            long number = number();
            refuse(number < least || number > most,
                    "a count of " + number + " where " + least + " to " + most + " can be");
            return (int) number;
        }

        /** A count of things that follow, each of which takes at least so many bytes. */
        public int countOf(int bytes) throws IOException {
            return count(0, in.available() / bytes);
        }

        public double real() throws IOException {
            need(Double.BYTES);
            return in.readDouble();
        }

        public String text() throws IOException {
            return new String(in.readNBytes(length(1)), StandardCharsets.UTF_8);
        }

        public float[] floats() throws IOException {
            float[] values = new float[length(Float.BYTES)];
            ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES)).asFloatBuffer().get(values);
            return values;
        }

        /** So many floats, all finite: of what, the message says. */
        public float[] finite(int count, String what) throws IOException {
            float[] values = floats();
            refuse(values.length != count, what + ": " + values.length + " numbers where " + count + " are wanted");
            for (float value : values) {
                refuse(!Float.isFinite(value), what + ": one of them is " + value);
            }
            return values;
        }

        public double[] doubles() throws IOException {
            double[] values = new double[length(Double.BYTES)];
            ByteBuffer.wrap(in.readNBytes(values.length * Double.BYTES)).asDoubleBuffer().get(values);
            return values;
        }

        /** So many doubles, all finite: of what, the message says. */
        public double[] finiteDoubles(int count, String what) throws IOException {
            double[] values = doubles();
            refuse(values.length != count, what + ": " + values.length + " numbers where " + count + " are wanted");
            for (double value : values) {
                refuse(!Double.isFinite(value), what + ": one of them is " + value);
            }
            return values;
        }

        public Network network() throws IOException {
            String text = text();
            try {
                List<String> lines = text.lines().toList();
                List<Integer> sides = Arrays.stream(lines.getFirst().split(" x ", -1)).map(Integer::valueOf).toList();
                List<Layer> layers = new ArrayList<>();
                for (String line : lines.subList(1, lines.size())) {
                    layers.add(LayerText.parse(line));
                }
                Network network = new Network(new Shape(sides), layers);
                network.parameterCount();
                return network;
            } catch (UserError unknown) {
                throw new UserError(file + ": " + unknown.getMessage(), unknown);
            } catch (IllegalArgumentException | NoSuchElementException | ArithmeticException impossible) {
                throw new UserError(file + ": no network can be made of \"" + text.lines().findFirst().orElse("")
                        + "\" and its layers (" + impossible.getMessage() + ")", impossible);
            }
        }

        private int length(int bytes) throws IOException {
            need(Integer.BYTES);
            int length = in.readInt();
            refuse(length < 0 || length > in.available() / bytes, "a length of " + length + " beyond its end");
            return length;
        }

        private void need(int bytes) throws IOException {
            refuse(in.available() < bytes, "it ends too early");
        }

        /** Ends with one line if the content cannot be what Matterbook wrote, though its checksum is right. */
        public void refuse(boolean wrong, String what) {
            if (wrong) {
                throw new UserError(file + ": not as Matterbook writes it (" + what + "); copy or make it anew");
            }
        }
    }

    private static long sum(byte[] bytes, int from) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, bytes.length - from);
        return sum.getValue();
    }
}
