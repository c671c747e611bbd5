package matterbook.adsorption;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

import matterbook.core.SafeFile;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stopped;
import matterbook.core.UserError;

/**
 * Sampling that can be stopped and goes on later exactly as it would have gone on: {@link #save} writes all that was drawn and
 * the state of chance after the latest configuration.
 */
public final class SampleRun {
    private static final long MAGIC = 0x4d42_5341_4d50_0001L;
    private static final int LEAST_SAVED = 1000;
    private static final int SAVES = 50;
    private static final int NUMBERS = 8;
    private static final int RNG_NUMBERS = 6;

    private final Sampling sampling;
    private final Rng rng;
    private final Sampling.Draws draws;
    private final List<Pose> poses = new ArrayList<>();
    private double[] energies = new double[1024];
    /** Both of the moment after the latest configuration: a stop may come in the middle of the next. */
    private long[] chance;
    private double[] memory;

    private SampleRun(Sampling sampling, Rng rng, Sampling.Draws draws) {
        this.sampling = sampling;
        this.rng = rng;
        this.draws = draws;
        chance = rng.state();
        memory = draws.memory();
    }

    /** A run from the beginning. */
    public static SampleRun start(Sampling sampling, Rng rng) {
        return new SampleRun(sampling, rng, sampling.draws(rng));
    }

    /**
     * A run that goes on from a file of {@link #save}.
     *
     * @param setting what the file must have been saved with
     * @throws UserError if the file is damaged, or is of other sampling
     */
    public static SampleRun resume(Sampling sampling, String setting, Path file) throws IOException {
        DataInputStream in = open(file);
        String theirs = in.readUTF();
        if (!theirs.equals(setting)) {
            throw new UserError(file + " is of other sampling: it is " + theirs + ", not " + setting);
        }
        long[] chance = new long[RNG_NUMBERS];
        for (int k = 0; k < RNG_NUMBERS; k++) {
            chance[k] = in.readLong();
        }
        double[] memory = new double[in.readInt()];
        for (int k = 0; k < memory.length; k++) {
            memory[k] = in.readDouble();
        }
        Rng rng = Rng.fromState(chance);
        SampleRun run = new SampleRun(sampling, rng, sampling.resumed(rng, memory));
        int count = in.readInt();
        for (int n = 0; n < count; n++) {
            double[] v = new double[NUMBERS];
            for (int c = 0; c < NUMBERS; c++) {
                v[c] = in.readDouble();
            }
            run.add(new Sampling.Drawn(new Pose(v[0], v[1], v[2], v[3], v[4], v[5], v[6]), v[7]));
        }
        return run;
    }

    private static DataInputStream open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < 2 * Long.BYTES || in.readLong() != MAGIC) {
            throw new UserError(file + ": not the checkpoint of sampling by this version");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 2 * Long.BYTES, bytes.length - 2 * Long.BYTES);
        if (in.readLong() != sum.getValue()) {
            throw new UserError(file + ": this checkpoint is damaged; begin the sampling anew");
        }
        return in;
    }

    /** Writes all that determines how the run goes on to a temporary file, which then takes the place of {@code file}. */
    public void save(String setting, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(setting);
        for (long word : chance) {
            out.writeLong(word);
        }
        out.writeInt(memory.length);
        for (double value : memory) {
            out.writeDouble(value);
        }
        out.writeInt(poses.size());
        for (int n = 0; n < poses.size(); n++) {
            for (double value : ConfigurationsFile.numbers(poses.get(n), energies[n])) {
                out.writeDouble(value);
            }
        }
        byte[] content = bytes.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream target = new DataOutputStream(whole);
        target.writeLong(MAGIC);
        target.writeLong(sum.getValue());
        target.write(content);
        SafeFile.write(file, whole.toByteArray());
    }

    /** Draws until there are so many configurations; those there are already count. Each is a stop check. */
    public Configurations run(int count) {
        Require.positive(count, "the number of configurations");
        try (Progress progress = Progress.start("configurations", count)) {
            progress.step(Math.min(count, size()));
            while (size() < count) {
                draw(progress);
            }
        }
        return configurations();
    }

    /** As {@link #run(int)}, and saves itself now and then and when it is stopped. */
    public Configurations run(int count, String setting, Path file) throws IOException {
        Require.positive(count, "the number of configurations");
        int every = Math.max(LEAST_SAVED, count / SAVES);
        try (Progress progress = Progress.start("configurations", count)) {
            progress.step(Math.min(count, size()));
            while (size() < count) {
                draw(progress);
                if (size() % every == 0) {
                    save(setting, file);
                }
            }
        } catch (Stopped stopped) {
            save(setting, file);
            throw stopped;
        }
        return configurations();
    }

    private void draw(Progress progress) {
        add(draws.next());
        chance = rng.state();
        memory = draws.memory();
        progress.step();
    }

    private void add(Sampling.Drawn drawn) {
        if (poses.size() == energies.length) {
            energies = Arrays.copyOf(energies, 2 * energies.length);
        }
        energies[poses.size()] = drawn.kjPerMol();
        poses.add(drawn.pose());
    }

    /** How many configurations there are. */
    public int size() {
        return poses.size();
    }

    /** How often an energy was calculated. */
    public long energies() {
        return draws.energies();
    }

    /** Those drawn so far. */
    public Configurations configurations() {
        EnergySurface surface = sampling.surface();
        return new Configurations(surface.guest(), FrameworkIdentity.of(surface.framework()), sampling.words(), poses,
                Arrays.copyOf(energies, poses.size()));
    }

    @Override
    public String toString() {
        return size() + " configurations so far: " + sampling.words();
    }
}
