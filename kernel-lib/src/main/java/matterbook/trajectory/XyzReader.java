package matterbook.trajectory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import org.jspecify.annotations.Nullable;

/**
 * Reads XYZ files frame by frame, so that a long trajectory needs the memory of one frame. It takes extended XYZ
 * ({@code Lattice="..."}, {@code Properties=...}, {@code Time=...}) and plain XYZ with a box from outside. In two dimensions
 * the third coordinate is 0. Other columns and values are passed over.
 */
public final class XyzReader implements AutoCloseable {
    private static final int FIRST_ROOM = 1024;

    private final BufferedReader in;
    private final String name;
    private final @Nullable PeriodicBox given;
    private long line;
    private long firstParticle;

    private XyzReader(Path file, @Nullable PeriodicBox given) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; an XYZ file is needed");
        }
        // a reader of this kind takes bytes that are no text for question marks, and the line is refused below
        in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        name = file.toString();
        this.given = given;
    }

    /** Opens a file whose comment lines name the box. */
    public static XyzReader open(Path file) throws IOException {
        return new XyzReader(file, null);
    }

    /** Opens a file and takes this box, whatever its comment lines say. */
    public static XyzReader open(Path file, PeriodicBox box) throws IOException {
        return new XyzReader(file, box);
    }

    /** All frames of a file whose comment lines name the box. */
    public static List<XyzFrame> readAll(Path file) throws IOException {
        List<XyzFrame> frames = new ArrayList<>();
        try (XyzReader reader = open(file)) {
            for (Optional<XyzFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }

    /** Whether the first comment line names a box, so that none need be given. */
    public static boolean namesBox(Path file) throws IOException {
        try (XyzReader reader = open(file)) {
            OptionalInt size = reader.start();
            return size.isEmpty()
                    || new XyzComment(reader.line(size.getAsInt())).box(reader.place()) != null;
        }
    }

    /** The line of the first particle of the frame that was read last, from 1; the others follow line by line. */
    public long firstParticleLine() {
        return firstParticle;
    }

    /**
     * The next frame; empty after the last.
     *
     * @throws UserError if a line is not as it must be; the message names file, line and what is wrong
     */
    public Optional<XyzFrame> next() throws IOException {
        OptionalInt start = start();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int size = start.getAsInt();
        XyzComment comment = new XyzComment(line(size));
        XyzPlace place = place();
        PeriodicBox box = given == null ? comment.box(place) : given;
        if (box == null) {
            throw place.wrong("this comment names no box (Lattice=\"...\"), and none is given (--box 10,10,10)");
        }
        return Optional.of(new XyzFrame(comment.time(place), particles(size, comment, box)));
    }

    /** The last of the frames that are left, which takes the memory of one; empty if there is none. */
    public Optional<XyzFrame> last() throws IOException {
        Optional<XyzFrame> last = Optional.empty();
        for (Optional<XyzFrame> next = next(); next.isPresent(); next = next()) {
            last = next;
        }
        return last;
    }

    private Fluid particles(int size, XyzComment comment, PeriodicBox box) throws IOException {
        XyzColumns columns = comment.columns(place());
        double mass = comment.mass(place());
        Table table = new Table(box.dimensions(), columns);
        firstParticle = line + 1;
        for (int i = 0; i < size; i++) {
            if (i % FIRST_ROOM == 0) {
                Stop.check();
            }
            table.add(line(size), place(), i);
        }
        return table.fluid(box, size).withMass(mass);
    }

    /** The number of particles that a frame begins with; empty at the end of the file. */
    private OptionalInt start() throws IOException {
        String first = in.readLine();
        line++;
        while (first != null && first.isBlank()) {
            first = in.readLine();
            line++;
        }
        return first == null ? OptionalInt.empty() : OptionalInt.of(size(first.strip()));
    }

    private int size(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw place().wrong("the number of particles must stand here, not \"" + XyzPlace.brief(text) + "\"");
        }
        return Integer.parseInt(text);
    }

    private String line(int size) throws IOException {
        String text = in.readLine();
        if (text == null) {
            throw new UserError(name + ": ends after line " + line + ", in the middle of a frame of " + size
                    + " particles");
        }
        line++;
        return text;
    }

    private XyzPlace place() {
        return new XyzPlace(name, line);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Columns of numbers that grow with the lines, so that a wrong number in the first line costs no memory. */
    private static final class Table {
        private static final String AXES = "xyz";

        private final XyzColumns columns;
        private final double[][] r;
        private final double[][] v;
        private double[] diameter;

        Table(int dimensions, XyzColumns columns) {
            this.columns = columns;
            r = new double[dimensions][FIRST_ROOM];
            v = new double[dimensions][FIRST_ROOM];
            diameter = new double[columns.radius() < 0 ? 0 : FIRST_ROOM];
        }

        void add(String text, XyzPlace place, int i) {
            String[] words = text.strip().split("\\s+", -1);
            if (words.length < columns.total()) {
                throw place.wrong((columns.equals(XyzColumns.PLAIN)
                        ? "a name and three coordinates must stand here, not \""
                        : "there must be " + columns.total() + " columns here, not \"") + XyzPlace.brief(text) + "\"");
            }
            if (i == r[0].length) {
                grow(2 * i);
            }
            for (int axis = 0; axis < 3; axis++) {
                double x = place.number(words[columns.position() + axis], AXES.substring(axis, axis + 1));
                if (axis < r.length) {
                    r[axis][i] = x;
                    v[axis][i] = columns.velocity() < 0
                            ? 0
                            : place.number(words[columns.velocity() + axis], "velocity");
                } else if (x != 0) {
                    throw place.wrong("z is " + x + ", but the box has two dimensions");
                }
            }
            if (diameter.length > 0) {
                diameter[i] = 2 * place.number(words[columns.radius()], "radius");
                if (!(diameter[i] > 0)) {
                    throw place.wrong("radius must be above 0, not " + words[columns.radius()]);
                }
            }
        }

        private void grow(int room) {
            for (int axis = 0; axis < r.length; axis++) {
                r[axis] = Arrays.copyOf(r[axis], room);
                v[axis] = Arrays.copyOf(v[axis], room);
            }
            diameter = diameter.length == 0 ? diameter : Arrays.copyOf(diameter, room);
        }

        Fluid fluid(PeriodicBox box, int size) {
            for (int axis = 0; axis < r.length; axis++) {
                r[axis] = Arrays.copyOf(r[axis], size);
                v[axis] = Arrays.copyOf(v[axis], size);
            }
            Fluid fluid = Fluid.of(box, r, v);
            return diameter.length == 0 ? fluid : fluid.withDiameters(Arrays.copyOf(diameter, size));
        }
    }
}
