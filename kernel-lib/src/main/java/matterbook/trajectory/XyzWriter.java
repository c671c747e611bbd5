package matterbook.trajectory;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/**
 * Writes frames of extended XYZ one after the other, so that a long trajectory needs the memory of one frame. Positions are
 * not wrapped: the way a particle has gone can be read off. Disks get z = 0 and {@code pbc="T T F"}; numbers have all their
 * digits, so that reading gives the same bits.
 */
public final class XyzWriter implements AutoCloseable {
    private final FileChannel channel;
    private final BufferedWriter out;

    private XyzWriter(FileChannel channel) {
        this.channel = channel;
        out = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    }

    /**
     * Writes behind the first {@code keep} bytes of a file and drops what followed them: a run that goes on from a
     * checkpoint drops the frames that came after it.
     *
     * @throws UserError if the file is shorter than that: its frames are lost
     */
    public static XyzWriter append(Path file, long keep) throws IOException {
        return new XyzWriter(openBehind(file, keep));
    }

    /**
     * A file cut off behind its first {@code keep} bytes and open there; a new one for 0.
     *
     * @throws UserError if it is shorter than that
     */
    public static FileChannel openBehind(Path file, long keep) throws IOException {
        long length = Files.exists(file) ? Files.size(file) : 0;
        if (length < keep) {
            throw new UserError(file + " has " + length + " bytes, but " + keep
                    + " were written to it: it was changed or lost; start the run anew");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.truncate(keep).position(keep);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Writes all frames to a temporary file, which then takes the place of {@code file}. */
    public static void writeAll(Path file, List<XyzFrame> frames) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path draft = folder.resolve(".matterbook-" + ProcessHandle.current().pid() + ".xyz.part");
        try {
            try (XyzWriter writer = append(draft, 0)) {
                for (XyzFrame frame : frames) {
                    writer.write(frame);
                }
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes one frame; velocities are left out if all are 0. */
    public void write(XyzFrame frame) throws IOException {
        Fluid fluid = frame.fluid();
        double[][] r = fluid.positions();
        double[][] v = fluid.velocities();
        double[] diameters = fluid.diameters();
        boolean moving = Arrays.stream(v).flatMapToDouble(Arrays::stream).anyMatch(value -> value != 0);
        out.write(fluid.size() + "\n" + comment(frame, moving, diameters.length > 0));
        for (int i = 0; i < fluid.size(); i++) {
            out.write("Ar");
            vector(r, i);
            if (moving) {
                vector(v, i);
            }
            if (diameters.length > 0) {
                out.write(" " + diameters[i] / 2);
            }
            out.write('\n');
        }
    }

    private static String comment(XyzFrame frame, boolean moving, boolean sized) {
        PeriodicBox box = frame.fluid().box();
        boolean flat = box.dimensions() == 2;
        return "Lattice=\"" + box.width() + " 0 0 0 " + box.height() + " 0 0 0 " + (flat ? 1.0 : box.depth())
                + "\" Properties=species:S:1:pos:R:3" + (moving ? ":velo:R:3" : "") + (sized ? ":radius:R:1" : "")
                + (Double.isNaN(frame.time()) ? "" : " Time=" + frame.time())
                + (frame.fluid().mass() == 1 ? "" : " Mass=" + frame.fluid().mass())
                + " pbc=\"T T " + (flat ? "F" : "T") + "\"\n";
    }

    private void vector(double[][] vectors, int i) throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            out.write(axis < vectors.length ? " " + vectors[axis][i] : " 0");
        }
    }

    /** Hands everything to the system and returns how long the file is. */
    public long flush() throws IOException {
        out.flush();
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
