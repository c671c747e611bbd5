package matterbook.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written comes back bit by bit; what cannot be read is named by file and line. */
class XyzTest {
    private static final String LATTICE = "Lattice=\"9 0 0 0 9 0 0 0 9\"";

    @TempDir
    private Path folder;

    @Test
    void framesComeBackBitByBit() throws Exception {
        Fluid disks = Fluid.squareLattice(5, 0.64).polydisperse(0.1, Rng.seeded(1)).thermalised(0.9, Rng.seeded(2))
                .withMass(0.1);
        Fluid spheres = Fluid.fccLattice(2, 0.8).thermalised(1.7, Rng.seeded(3));
        Path file = folder.resolve("run.xyz");
        XyzWriter.writeAll(file, List.of(new XyzFrame(0, disks), new XyzFrame(0.1 + 0.2, spheres),
                new XyzFrame(Double.NaN, Fluid.hexagonalLattice(2, 2, 1))));
        List<XyzFrame> back = XyzReader.readAll(file);
        assertEquals(3, back.size());
        assertSame(disks, back.get(0).fluid());
        assertSame(spheres, back.get(1).fluid());
        assertEquals(0.1 + 0.2, back.get(1).time());
        assertTrue(Double.isNaN(back.get(2).time()));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static void assertSame(Fluid expected, Fluid actual) {
        assertEquals(expected.box(), actual.box());
        assertEquals(expected.mass(), actual.mass());
        for (int axis = 0; axis < expected.dimensions(); axis++) {
            assertArrayEquals(expected.positions()[axis], actual.positions()[axis]);
            assertArrayEquals(expected.velocities()[axis], actual.velocities()[axis]);
        }
        double[] diameters = expected.diameters();
        for (int i = 0; i < diameters.length; i++) {
            assertEquals(diameters[i], actual.diameters()[i], 1e-15);
        }
    }

    @Test
    void whatOtherProgramsRead() throws Exception {
        Path file = folder.resolve("disks.xyz");
        double[][] r = {{0.5, 41}, {2, -3}};
        XyzWriter.writeAll(file, List.of(new XyzFrame(2.5, Fluid.of(PeriodicBox.square(40), r, new double[2][2]))));
        assertEquals("""
                2
                Lattice="40.0 0 0 0 40.0 0 0 0 1" Properties=species:S:1:pos:R:3 Time=2.5 pbc="T T F"
                Ar 0.5 2.0 0
                Ar 41.0 -3.0 0
                """, Files.readString(file).replace("0 1.0\" P", "0 1\" P"));
    }

    @Test
    void appendingDropsWhatCameAfter() throws Exception {
        Path file = folder.resolve("long.xyz");
        Fluid fluid = Fluid.squareLattice(2, 1);
        long kept = write(file, fluid);
        Files.writeString(file, Files.readString(file) + "4\nLatt");
        try (XyzWriter writer = XyzWriter.append(file, kept)) {
            writer.write(new XyzFrame(3, fluid));
        }
        assertEquals(List.of(1.0, 3.0), XyzReader.readAll(file).stream().map(XyzFrame::time).toList());
        Files.writeString(file, "4\n");
        assertEquals(
                file + " has 2 bytes, but " + kept + " were written to it: it was changed or lost; start the run anew",
                assertThrows(UserError.class, () -> XyzWriter.append(file, kept)).getMessage());
        assertEquals("4\n", Files.readString(file), "and it is left as it is");
    }

    /** Two frames; returns where the second begins. */
    private static long write(Path file, Fluid fluid) throws IOException {
        try (XyzWriter writer = XyzWriter.append(file, 0)) {
            writer.write(new XyzFrame(1, fluid));
            long kept = writer.flush();
            writer.write(new XyzFrame(2, fluid));
            return kept;
        }
    }

    @Test
    void filesOfOthers() throws Exception {
        PeriodicBox box = new PeriodicBox(10, 8, 6);
        assertEquals(box, read("1\n   cell: 10  8.0 6\nH 1 2 3\n").box());
        assertEquals(box, read("""
                1
                Properties=species:S:1:id:I:1:vel:R:3:pos:R:3 pbc="T T T" energy=3 Lattice="10 0 0 0.0 8 0 0 0 6"
                Xe 7 -1 -2 -3 1e0 2 3 extra
                """).box());
        Fluid moving = read("""
                1\r
                Lattice="10 0 0 0 8 0 0 0 6" Properties=species:S:1:vel:R:3:pos:R:3\r
                Xe -1 -2 -3 1e0 2 3\r
                """);
        assertArrayEquals(new double[]{-3}, moving.velocities()[2]);
        assertArrayEquals(new double[]{3}, moving.positions()[2]);
        Path plain = Files.writeString(folder.resolve("plain.xyz"), "1\n\nC 1 2 0\n\n");
        try (XyzReader reader = XyzReader.open(plain, new PeriodicBox(5, 6))) {
            assertEquals(2, reader.next().orElseThrow().fluid().dimensions());
            assertTrue(reader.next().isEmpty());
        }
    }

    /** LATTICE stands for a good box, / for the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "two/x/                    | line 1: the number of particles must stand here, not \"two\"",
            "0/LATTICE/                | line 1: the number of particles must stand here, not \"0\"",
            "99999999999/LATTICE/      | line 1: the number of particles must stand here, not \"99999999999\"",
            "900000000/LATTICE/H 1 1 1/ | ends after line 3, in the middle of a frame of 900000000 particles",
            "1/hello/H 1 1 1/          | line 2: this comment names no box (Lattice=\"...\"), and none is given (--box 10,10,10)",
            "1/LATTICE/H 1 1/          | line 3: a name and three coordinates must stand here, not \"H 1 1\"",
            "1/LATTICE/H 1 one 1/      | line 3: y must be a number, not \"one\"",
            "1/LATTICE/H 1 1 NaN/      | line 3: z must be a finite number, not NaN",
            "1/LATTICE/H 1e999 1 1/    | line 3: x must be a finite number, not 1e999",
            "2/LATTICE/H 1 1 1/        | ends after line 3, in the middle of a frame of 2 particles",
            "1/LATTICE/H 1 1 1/H 2 2 2/ | line 4: the number of particles must stand here, not \"H 2 2 2\"",
            "1/Lattice=\"9 0 0 0 9\"/  | line 2: Lattice needs 9 numbers, not \"9 0 0 0 9\"",
            "1/Lattice=\"9 0 0 1 9 0 0 0 9\"/ | line 2: Lattice=\"9 0 0 1 9 0 0 0 9\" is not a brick; all but its 1st, 5th and 9th number must be 0",
            "1/Lattice=\"9 0 0 0 -9 0 0 0 9\"/ | line 2: the box's height must be a finite number above 0, not -9.0",
            "1/LATTICE pbc=\"F F F\"/  | line 2: pbc=\"F F F\": a box repeats in all directions (T T T) or, for disks, in the first two (T T F)",
            "1/LATTICE pbc=\"T T F\"/H 1 1 2/ | line 3: z is 2.0, but the box has two dimensions",
            "1/LATTICE Time=noon/H 1 1 2/ | line 2: Time must be a number, not \"noon\"",
            "1/LATTICE Mass=-1/H 1 1 2/ | line 2: Mass must be above 0, not -1",
            "1/LATTICE Properties=pos:R/H 1 1 2/ | line 2: Properties=pos:R must be names, types and numbers of columns, such as species:S:1:pos:R:3:velo:R:3",
            "1/LATTICE Properties=species:S:1/H/ | line 2: Properties=species:S:1 names no positions (pos:R:3)",
            "1/LATTICE Properties=pos:R:3:radius:R:1/1 1 1 0/ | line 3: radius must be above 0, not 0"})
    void badInputGetsOneLine(String text, String message) throws Exception {
        Path file = folder.resolve("bad.xyz");
        Files.writeString(file, text.replace("/", "\n").replace("LATTICE", LATTICE));
        String place = file + ": ";
        assertEquals(place + message, assertThrows(UserError.class, () -> XyzReader.readAll(file)).getMessage());
    }

    private Fluid read(String text) throws IOException {
        return XyzReader.readAll(Files.writeString(folder.resolve("other.xyz"), text)).getFirst().fluid();
    }
}
