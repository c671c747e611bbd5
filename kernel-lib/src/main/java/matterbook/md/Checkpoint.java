package matterbook.md;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/**
 * All that determines how a run goes on: {@link LongRun#resume} continues from here, bit by bit as the run itself did. It
 * does not change.
 */
public final class Checkpoint {
    private static final long MAGIC = 0x4d42_434b_5054_0001L;

    private final Fluid fluid;
    private final double[][] displacement;
    private final long step;
    private final long[] rng;
    private final String system;
    private final String note;

    Checkpoint(Fluid fluid, double[][] displacement, long step, long[] rng, String system, String note) {
        this.fluid = fluid;
        this.displacement = displacement;
        this.step = step;
        this.rng = rng;
        this.system = system;
        this.note = note;
    }

    /**
     * What a run without memory of its last step needs to go on, such as Monte Carlo.
     *
     * @param system what moves the particles, in words
     */
    public static Checkpoint of(Fluid fluid, long step, Rng rng, String system) {
        return new Checkpoint(fluid, new double[fluid.dimensions()][fluid.size()], step, rng.state(), system, "");
    }

    public Fluid fluid() {
        return fluid;
    }

    /** Position minus that of the step before, one array for each axis; a copy. */
    public double[][] displacement() {
        return Arrays.stream(displacement).map(double[]::clone).toArray(double[][]::new);
    }

    /** How many steps were made. */
    public long step() {
        return step;
    }

    /** The random generator as it was. */
    public Rng rng() {
        return Rng.fromState(rng);
    }

    /** What moves the particles, in words: a run resumes with the same only. */
    public String system() {
        return system;
    }

    /** What the owner of the run wants to find again; empty at first. */
    public String note() {
        return note;
    }

    /** The same with this note. */
    public Checkpoint withNote(String text) {
        return new Checkpoint(fluid, displacement, step, rng, system, text);
    }

    /** Writes it to a temporary file, which then takes the place of {@code file}. */
    public void save(Path file) throws IOException {
        byte[] content = content();
        CRC32C sum = new CRC32C();
        sum.update(content);
        Path draft = Objects.requireNonNull(file.toAbsolutePath().getParent())
                .resolve(".matterbook-" + ProcessHandle.current().pid() + ".checkpoint.part");
        try {
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(draft))) {
                out.writeLong(MAGIC);
                out.writeLong(sum.getValue());
                out.write(content);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UserError if the file is no checkpoint, or damaged
     */
    public static Checkpoint load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < 2 * Long.BYTES || in.readLong() != MAGIC) {
            throw new UserError(file + ": not a checkpoint of this version");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 2 * Long.BYTES, bytes.length - 2 * Long.BYTES);
        if (in.readLong() != sum.getValue()) {
            throw new UserError(file + ": this checkpoint is damaged; start the run anew");
        }
        return read(in);
    }

    private byte[] content() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(out, system);
        write(out, note);
        out.writeLong(step);
        for (long word : rng) {
            out.writeLong(word);
        }
        PeriodicBox box = fluid.box();
        write(out, new double[]{box.width(), box.height(), box.depth(), fluid.mass()});
        out.writeInt(fluid.size());
        for (double[][] vectors : new double[][][]{fluid.positions(), fluid.velocities(), displacement}) {
            for (double[] values : vectors) {
                write(out, values);
            }
        }
        double[] diameters = fluid.diameters();
        out.writeInt(diameters.length);
        write(out, diameters);
        return bytes.toByteArray();
    }

    private static Checkpoint read(DataInputStream in) throws IOException {
        String system = readText(in);
        String note = readText(in);
        long step = in.readLong();
        long[] rng = new long[6];
        for (int k = 0; k < rng.length; k++) {
            rng[k] = in.readLong();
        }
        double[] sides = read(in, 4);
        PeriodicBox box = new PeriodicBox(sides[0], sides[1], sides[2]);
        int size = in.readInt();
        double[][][] vectors = new double[3][box.dimensions()][];
        for (double[][] kind : vectors) {
            for (int axis = 0; axis < kind.length; axis++) {
                kind[axis] = read(in, size);
            }
        }
        Fluid fluid = Fluid.of(box, vectors[0], vectors[1]).withMass(sides[3]);
        double[] diameters = read(in, in.readInt());
        return new Checkpoint(diameters.length == 0 ? fluid : fluid.withDiameters(diameters), vectors[2], step, rng,
                system, note);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInputStream in, int count) throws IOException {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = in.readDouble();
        }
        return values;
    }

    @Override
    public String toString() {
        return "checkpoint of " + fluid.configuration() + " at step " + step + ", " + system;
    }
}
