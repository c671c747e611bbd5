package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code fluid energy} on NIST's configurations, and on files that cannot be right. */
class FluidEnergyCommandTest {
    private static final Path RESOURCES = Path.of("src/test/resources/matterbook/potential");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** NIST prints these digits. */
    @ParameterizedTest
    @CsvSource({"1, 3, 800, -4351.54, .005, -568.67, -198.489", "2, 3, 200, -690.004, .0005, -568.46, -24.230",
            "2, 4, 200, -704.603, .0005, , "})
    void referenceConfigurations(int number, String cutoff, int particles, double energy, double digit, Double virial,
            Double tail) {
        String file = RESOURCES.resolve("nist-lj-" + number + ".xyz").toString();
        String box = number == 1 ? "10,10,10" : "8,8,8";
        assertEquals(0,
                run("fluid", "energy", file, "--potential", "lj", "--cutoff", cutoff, "--box", box, "--json"));
        JsonObject result = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(particles, result.get("particles").getAsInt());
        assertEquals(energy, result.get("energy").getAsDouble(), digit);
        if (virial != null) {
            assertEquals(virial, result.get("virial").getAsDouble(), 0.005);
            assertEquals(tail, result.get("long_range_correction").getAsDouble(), 0.0005);
        }
    }

    @Test
    void forPeople() throws Exception {
        write("pair.xyz", "2\nLattice=\"6 0 0 0 6 0 0 0 6\"\nAr 1 1 1\nAr 2 1 1\n");
        assertEquals(0, run("fluid", "energy", path("pair.xyz"), "--cutoff", "3"));
        assertEquals(path("pair.xyz") + """
                : 2 particles in a box of 6 x 6 x 6; Lennard-Jones, cut at 3
                energy                 0.0
                virial (sum of r.f)    24.0
                long-range correction  -0.005743312608
                """, out.toString());
    }

    @ParameterizedTest
    @CsvSource({"wca, 1, 24, 0", "lj-shifted, 0.0054794, 24, 0", "r12, 1, 12, 0.00000065682898",
            "r-12, 1, 12, 0.00000065682898", "r12-shifted, 0.9999981, 12, 0", "none, 0, 0, 0",
            "lj-force-shifted, 0.0273671019, 24.0109438, 0"})
    void potentialsOfAPairAtDistanceOne(String potential, double energy, double virial, double tail) throws Exception {
        write("pair.xyz", "2\nLattice=\"6 0 0 0 6 0 0 0 6\"\nAr 1 1 1\nAr 2 1 1\n");
        String cutoff = potential.matches("wca|none") ? "" : " --cutoff 3";
        String line = "fluid energy " + path("pair.xyz") + " --json --potential " + potential + cutoff;
        assertEquals(0, run(line.split(" ", -1)));
        JsonObject result = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(energy, result.get("energy").getAsDouble(), 1e-7);
        assertEquals(virial, result.get("virial").getAsDouble(), 1e-7);
        assertEquals(tail, result.get("long_range_correction").getAsDouble(), 1e-12);
    }

    @Test
    void aTailWithoutBoundIsNull() throws Exception {
        write("pair.xyz", "2\nLattice=\"6 0 0 0 6 0 0 0 6\"\nAr 1 1 1\nAr 2 1 1\n");
        assertEquals(0, run("fluid", "energy", path("pair.xyz"), "--potential", "r3", "--cutoff", "3", "--json"));
        assertTrue(JsonParser.parseString(out.toString()).getAsJsonObject().get("long_range_correction").isJsonNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "missing.xyz --cutoff 3 | no such file: FOLDER/missing.xyz",
            "pair.xyz | missing: --cutoff, where the potential lj ends, such as --cutoff 3",
            "plain.xyz | missing: --cutoff, where the potential lj ends, such as --cutoff 3; and --box, for FOLDER/plain.xyz names none, such as --box 10,10,10",
            "plain.xyz --potential wca | missing: --box, for FOLDER/plain.xyz names none, such as --box 10,10,10",
            "pair.xyz --potential morse | no potential \"morse\"; there are: lj, r12 (and other powers), each also with -shifted or -force-shifted; wca, none",
            "pair.xyz --potential wca --cutoff 3 | the potential wca ends by itself at 1.122: leave the cut-off out",
            "pair.xyz --potential none --cutoff 3 | the potential none has no range: leave the cut-off out",
            "pair.xyz --cutoff -1 | a cut-off must be a finite number above 0, not -1.0",
            "pair.xyz --cutoff 3.1 | the box's shortest side 6 is less than twice the cut-off 3.1; take a box of at least 6.2 or a cut-off of at most 3",
            "pair.xyz --cutoff 3 --potential morse | no potential \"morse\"; there are: lj, r12 (and other powers), each also with -shifted or -force-shifted; wca, none",
            "pair.xyz --cutoff 3 --box 6 | --box needs two or three lengths above 0, such as 10,10,10, not \"6\"",
            "pair.xyz --cutoff 3 --box 6,x,6 | --box needs two or three lengths above 0, such as 10,10,10, not \"6,x,6\"",
            "plain.xyz --cutoff 3 | missing: --box, for FOLDER/plain.xyz names none, such as --box 10,10,10",
            "broken.xyz --cutoff 3 --box 9,9,9 | FOLDER/broken.xyz: line 3: y must be a number, not \"o\"",
            "same.xyz --cutoff 3 --box 9,9,9 | FOLDER/same.xyz: the particles in lines 3 and 4 overlap: they are 0 apart, and the energy of this pair is Infinity",
            "near.xyz --cutoff 3 --box 9,9,9 | FOLDER/near.xyz: the particles in lines 9 and 10 overlap: they are 0.3 apart, and the energy of this pair is 7500000",
            "empty.xyz --cutoff 3 --box 9,9,9 | FOLDER/empty.xyz: no frame in it; an XYZ file begins with the number of particles"})
    void badInputGetsOneLine(String line, String message) throws Exception {
        write("pair.xyz", "2\nLattice=\"6 0 0 0 6 0 0 0 6\"\nAr 1 1 1\nAr 2 1 1\n");
        write("plain.xyz", "1\n\nAr 1 1 1\n");
        write("broken.xyz", "1\n\nAr 1 o 1\n");
        write("same.xyz", "2\n\nAr 1 1 1\nAr 10 1 1\n");
        write("near.xyz", "3\n\nAr 1 1 1\nAr 4 1 1\nAr 6 1 1\n3\n\nAr 1 1 1\nAr 4 1 1\nAr 4.3 1 1\n");
        write("empty.xyz", "\n");
        String[] words = ("fluid energy " + folder + "/" + line).split(" +", -1);
        assertEquals(1, run(words));
        assertEquals("matterbook: " + message.replace("FOLDER", folder.toString()) + "\n", err.toString());
        assertEquals("", out.toString());
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
