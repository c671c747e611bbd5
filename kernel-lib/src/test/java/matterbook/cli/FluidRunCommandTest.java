package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import matterbook.core.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fluid run}: what it prints, and how it stops. */
class FluidRunCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void latticesAsTheCourseHasThem() throws Exception {
        String to = folder.resolve("lattices").toString();
        assertEquals(0, run("fluid", "run", "A5", "--out", to));
        assertEquals("a5-square: 512 particles in a box of 40 x 40; no potential\n  in " + to + "/a5-square\n"
                + "a5-hexagonal: 512 particles in a box of 40 x 40; no potential\n  in " + to + "/a5-hexagonal\n",
                out.toString());
        assertTrue(Files.size(Path.of(to, "a5-hexagonal", "end.png")) > 1000);
        assertEquals("", err.toString());
    }

    /** A mistyped folder must not begin hours of work anew. */
    @Test
    void thereMustBeARunToGoOnWith() {
        String to = folder.resolve("nothing").toString();
        assertEquals(1, run("fluid", "run", "a5", "--resume", "--out", to));
        assertEquals("matterbook: there is no run to go on with in " + to
                + ": leave --resume out to begin one, or name its folder with --out\n", err.toString());
        assertFalse(Files.exists(Path.of(to)));
    }

    @Test
    void stopsAndGoesOn() throws Exception {
        Path settings = Files.writeString(folder.resolve("long.fluid"), """
                particles = 100
                density = 0.64
                potential = wca
                [only]
                integrator = velocity-verlet
                dt = 0.002
                temperature = 1
                time = 1e6
                """);
        String to = folder.resolve("long").toString();
        Thread signal = Thread.ofPlatform().start(() -> {
            while (!Files.exists(Path.of(to, "checkpoint"))) {
                Thread.onSpinWait();
            }
            Stop.request();
        });
        try {
            assertEquals(130, run("fluid", "run", settings.toString(), "--out", to, "--seed", "4"));
            signal.join();
        } finally {
            Stop.clear();
        }
        assertEquals("matterbook: stopped; go on with: ./matterbook fluid run " + settings + " --resume --out " + to
                + " --seed 4\n", err.toString());
        assertEquals("", out.toString());
        assertEquals(1, run("fluid", "run", settings.toString(), "--out", to, "--resume"));
        assertTrue(err.toString().endsWith("matterbook: the checkpoint in " + to + " is of another system: it has"
                + " \"seed = 4\" where this run has \"[only] integrator = velocity-verlet\"; give another --out\n"),
                err.toString());
    }

    @Test
    void summariesAsJson() throws Exception {
        Path settings = Files.writeString(folder.resolve("short.fluid"), """
                particles = 64
                density = 0.5
                potential = none
                [only]
                integrator = langevin
                dt = 0.01
                temperature = 1, 2
                time = 0.5
                """);
        assertEquals(0,
                run("fluid", "run", settings.toString(), "--out", folder.resolve("short").toString(), "--json"));
        JsonArray runs = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertEquals("short-temperature-2", runs.get(1).getAsJsonObject().get("run").getAsString());
    }

    @Test
    void helpListsTheSystems() {
        assertEquals(0, run("fluid", "run", "--help"));
        String help = out.toString();
        assertTrue(help.startsWith("Usage: ./matterbook fluid run "), help);
        assertTrue(help.endsWith("""

                The course's systems:
                  a4     Langevin particles that do not meet, at three temperatures
                  a5     Disks on lattices: a picture, and nothing moves
                  a6     Attracting disks, melted, then cooled at once to four temperatures
                  a7     Soft disks u = r^-12: melted, settled, then at constant energy
                  a8     The disks of a6 by Metropolis Monte Carlo; times are sweeps
                  final  The quench of disks with little, middling and much inertia
                """), help);
    }

    @Test
    void printsSettings() {
        assertEquals(0, run("fluid", "run", "a7", "--print"));
        assertTrue(out.toString().contains("\npotential   = r12\n"), out.toString());
        assertFalse(Files.exists(Path.of("runs")));
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
