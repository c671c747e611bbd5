package matterbook.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.md.Checkpoint;
import matterbook.particles.Fluid;
import matterbook.trajectory.XyzFrame;
import matterbook.trajectory.XyzReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs from files of settings: what they write, how they go on after a stop, and what they refuse. */
class FluidRunsTest {
    private static final FluidRun.Listener SILENT = (run, stage, time, steps, all) -> {
    };

    /** Long enough for a checkpoint in the middle of the second stage: one each 10 million / 400 steps. */
    private static final String SOFT = """
            # soft disks
            particles = 400
            density = 0.64
            potential = r12
            cutoff = 2.5

            [melt]
            integrator = langevin
            dt = 0.005
            time = 5
            temperature = 2

            [free]
            integrator = velocity-verlet
            dt = 0.002   # short enough
            time = 60
            frames = 10
            """;

    @TempDir
    private Path folder;

    /** Stopped in the first stage, and beyond the second stage's checkpoint at t = 5 + 50. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 58})
    void aStoppedRunLeavesTheSameBytes(double stopAt) throws Exception {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path stopped = Files.createDirectory(folder.resolve("stopped"));
        String summary = run(SOFT, whole, false, SILENT).getFirst().json();
        try {
            assertThrows(Stopped.class, () -> run(SOFT, stopped, false, (run, stage, time, steps, all) -> {
                if (time >= stopAt) {
                    Stop.request();
                }
            }));
        } finally {
            Stop.clear();
        }
        assertTrue(Files.exists(stopped.resolve("checkpoint")));
        List<Double> times = new ArrayList<>();
        assertEquals(summary,
                run(SOFT, stopped, true, (run, stage, time, steps, all) -> times.add(time)).getFirst().json());
        assertEquals(stopAt == 3 ? 0.025 : 55.1, times.getFirst(), 1e-9);
        for (String name : List.of("trajectory.xyz", "series.csv", "summary.json")) {
            assertEquals(-1, Files.mismatch(whole.resolve(name), stopped.resolve(name)), name);
        }
        assertFalse(Files.exists(stopped.resolve("checkpoint")));
        assertEquals(summary, run(SOFT, stopped, true, SILENT).getFirst().json(), "finished already");
        assertEquals("the finished run in " + stopped + " is of another system: it has \"particles = 400\" where this"
                + " run has \"particles = 256\"; give another --out",
                assertThrows(UserError.class,
                        () -> run(SOFT.replace("400", "256"), stopped, true, SILENT)).getMessage());
    }

    /** Each checkpoint is a start of its own for Monte Carlo; one each 10 million / 400 sweeps does not come here. */
    @Test
    void aStoppedMonteCarloRunLeavesTheSameBytes() throws Exception {
        String text = """
                particles = 400
                density = 0.64
                potential = lj
                cutoff = 2.5
                velocities = rest
                [melt]
                integrator = metropolis
                step = 0.15
                sweeps = 40
                temperature = 5
                [quench]
                integrator = metropolis
                step = 0.15
                sweeps = 60
                temperature = 0.4
                series = 5
                frames = 20
                """;
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path stopped = Files.createDirectory(folder.resolve("stopped"));
        String summary = run(text, whole, false, SILENT).getFirst().json();
        try {
            assertThrows(Stopped.class, () -> run(text, stopped, false, (run, stage, time, steps, all) -> {
                if (time >= 75) {
                    Stop.request();
                }
            }));
        } finally {
            Stop.clear();
        }
        assertEquals(summary, run(text, stopped, true, SILENT).getFirst().json());
        for (String name : List.of("trajectory.xyz", "series.csv")) {
            assertEquals(-1, Files.mismatch(whole.resolve(name), stopped.resolve(name)), name);
        }
        List<XyzFrame> frames = XyzReader.readAll(whole.resolve("trajectory.xyz"));
        assertEquals(List.of(60.0, 80.0, 100.0),
                frames.subList(frames.size() - 3, frames.size()).stream().map(XyzFrame::time).toList());
    }

    @Test
    void whatARunLeaves() throws Exception {
        JsonObject summary = JsonParser.parseString(run(SOFT.replace("time = 60", "time = 20"), folder, false, SILENT)
                .getFirst().json()).getAsJsonObject();
        JsonObject free = summary.getAsJsonArray("stages").get(1).getAsJsonObject();
        assertEquals(25, free.get("end").getAsDouble(), 1e-9);
        assertEquals(10_000, free.get("steps").getAsLong());
        JsonObject energy = free.getAsJsonObject("energy_per_particle");
        assertTrue(energy.get("error").getAsDouble() < 1e-4, "energy is conserved");
        List<XyzFrame> frames = XyzReader.readAll(folder.resolve("trajectory.xyz"));
        assertEquals(25, frames.getLast().time(), 1e-9);
        assertEquals(0, frames.getFirst().time());
        assertEquals(2, frames.getFirst().fluid().temperature(), 1e-9);
        List<String> rows = Files.readAllLines(folder.resolve("series.csv"));
        assertEquals("stage,time,kinetic,potential,virial,temperature,pressure", rows.getFirst());
        assertTrue(rows.get(1).startsWith("melt,0.0,"), rows.get(1));
        assertEquals(2 * 201 + 1, rows.size());
    }

    /** 0.1 + 0.2 + 0.3 is 0.6 or the next number, as one adds it up: the last stage's start must be found all the same. */
    @Test
    void theLastStageAloneIsLookedAt() throws Exception {
        StringBuilder text = new StringBuilder("particles = 20\ndensity = 1\npotential = none\nframes = 0.1\n");
        for (int tenths = 1; tenths <= 4; tenths++) {
            text.append("[stage ").append(tenths)
                    .append("]\nintegrator = langevin\ntemperature = 1\ndt = 0.01\ntime = 0.")
                    .append(tenths).append('\n');
        }
        JsonObject summary = JsonParser.parseString(run(text.toString(), folder, false, SILENT).getFirst().json())
                .getAsJsonObject();
        assertEquals(0.4, summary.getAsJsonObject("mean_square_displacement").get("time").getAsDouble(), 1e-9);
    }

    @Test
    void severalValuesAreSeveralRuns() throws Exception {
        String text = SOFT.replace("temperature = 2", "temperature = 1, 2").replace("time = 60", "time = 0.1")
                .replace("time = 5", "time = 0.1");
        assertEquals(2, run(text, folder, false, SILENT).size());
        for (String name : List.of("soft-temperature-1", "soft-temperature-2")) {
            assertTrue(Files.exists(folder.resolve(name).resolve("summary.json")), name);
        }
    }

    @Test
    void aCheckpointOfAnotherSystem() throws Exception {
        try {
            assertThrows(Stopped.class, () -> run(SOFT, folder, false, (run, stage, time, steps, all) -> {
                Stop.request();
            }));
        } finally {
            Stop.clear();
        }
        assertEquals(folder + " holds an unfinished run: go on with --resume, give another --out, or delete it",
                assertThrows(UserError.class, () -> run(SOFT, folder, false, SILENT)).getMessage());
        assertEquals(
                "the checkpoint in " + folder + " is of another system: it has \"[melt] dt = 0.005\" where this run"
                        + " has \"[melt] dt = 0.004\"; give another --out",
                assertThrows(UserError.class,
                        () -> run(SOFT.replace("0.005", "0.004"), folder, true, SILENT)).getMessage());
    }

    /** A finished run is not lost to one of other settings, nor an unfinished one continued without its frames. */
    @Test
    void whatIsThereIsKept() throws Exception {
        String brief = SOFT.replace("time = 60", "time = 0.1").replace("time = 5", "time = 0.1");
        String summary = run(brief, folder, false, SILENT).getFirst().json();
        assertEquals(
                "the finished run in " + folder + " is of another system: it has \"particles = 400\" where this run"
                        + " has \"particles = 256\"; give another --out",
                assertThrows(UserError.class, () -> run(brief.replace("400", "256"), folder, false, SILENT))
                        .getMessage());
        assertEquals(summary, run(brief, folder, false, SILENT).getFirst().json(), "the same again is no loss");
        Path stopped = Files.createDirectory(folder.resolve("stopped"));
        try {
            assertThrows(Stopped.class,
                    () -> run(SOFT, stopped, false, (run, stage, time, steps, all) -> Stop.request()));
        } finally {
            Stop.clear();
        }
        Path trajectory = stopped.resolve("trajectory.xyz");
        Files.writeString(trajectory, "");
        UserError refused = assertThrows(UserError.class, () -> run(SOFT, stopped, true, SILENT));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(trajectory + " has 0 bytes, but "),
                refused.toString());
    }

    /** The first stage may have taken hours: the second's explosion does not give it away. */
    @Test
    void anExplosionKeepsWhatWasDone() throws Exception {
        String brief = SOFT.replace("time = 60", "time = 0.1").replace("time = 5", "time = 0.1");
        String wild = brief.replace("0.002", "0.05");
        String message = String.valueOf(
                assertThrows(UserError.class, () -> run(wild, folder, false, SILENT)).getMessage());
        assertTrue(message.startsWith("soft, stage [free]: the run explodes at step "), message);
        assertTrue(message.endsWith("; " + folder + " keeps what it has done, so other settings need another --out"),
                message);
        assertEquals(folder + " holds an unfinished run: go on with --resume, give another --out, or delete it",
                assertThrows(UserError.class, () -> run(brief, folder, false, SILENT)).getMessage());
        assertEquals(message, assertThrows(UserError.class, () -> run(wild, folder, true, SILENT)).getMessage(),
                "it explodes again");
    }

    /** There is nothing to lose then. */
    @Test
    void anExplosionAtTheFirstStepIsNotInTheWay() throws Exception {
        String brief = SOFT.replace("time = 60", "time = 0.1").replace("time = 5", "time = 0.1");
        assertThrows(UserError.class, () -> run(brief.replace("0.005", "0.5"), folder, false, SILENT));
        assertEquals(1, run(brief, folder, false, SILENT).size());
    }

    @Test
    void aCheckpointThatIsNone() throws Exception {
        Path checkpoint = Files.writeString(folder.resolve("checkpoint"), "my notes on this run");
        String then = "; this run cannot go on: delete " + folder
                + ", or give another --out, and begin anew without --resume";
        assertEquals(checkpoint + ": not a checkpoint of this version" + then,
                assertThrows(UserError.class, () -> run(SOFT, folder, true, SILENT)).getMessage());
        Checkpoint.of(Fluid.squareLattice(4, 0.5), 0, Rng.seeded(1), "hands").withNote("one two 3\n").save(checkpoint);
        assertEquals("the checkpoint is not of a run of this command" + then,
                assertThrows(UserError.class, () -> run(SOFT, folder, true, SILENT)).getMessage());
    }

    @Test
    void particlesOfAFileThatOverlap() throws Exception {
        Path start = folder.resolve("near.xyz");
        Files.writeString(start, "3\nLattice=\"9 0 0 0 9 0 0 0 9\"\nAr 1 1 1\nAr 4 1 1\nAr 4.3 1 1\n");
        assertEquals(start + ": the particles in lines 4 and 5 overlap: they are 0.3 apart, and the energy of this pair"
                + " is 7500000",
                assertThrows(UserError.class, () -> run("start = " + start + "\npotential = lj\ncutoff = 3\n", folder,
                        false, SILENT)).getMessage());
    }

    /** All 18 digits of a seed count. */
    @Test
    void seedsThatAreNearEachOther() throws Exception {
        String brief = SOFT.replace("time = 60", "time = 0.1").replace("time = 5", "time = 0.1");
        String one = run(brief, "100000000000000001");
        String two = run(brief, "100000000000000002");
        assertFalse(one.equals(two), "the seeds differ in the last digit");
    }

    private String run(String text, String seed) throws IOException {
        Path out = folder.resolve(seed);
        run("seed = " + seed + "\n" + text, out, false, SILENT);
        return Files.readString(out.resolve("series.csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "cutoff = 2.5 | cutof = 2.5 | line 5: no key \"cutof\" of the whole run; there are: particles, dimensions, density, box, start, velocities, temperature, mass, potential, cutoff, seed, series, frames",
            "cutoff = 2.5 | cutoff = far | line 5: cutoff must be a finite number, not \"far\"",
            "cutoff = 2.5 | cutoff 2.5 | line 5: this must be \"key = value\" or \"[stage]\", not \"cutoff 2.5\"",
            "cutoff = 2.5 | potential = lj | line 5: potential stands in line 4 already",
            "potential = r12 | potential = lq | line 4: potential cannot be had: no potential \"lq\"; there are: lj, r12 (and other powers), each also with -shifted or -force-shifted; wca, none",
            "particles = 400 | particles = 4.5 | line 2: particles must be a whole number from 1 on, not 4.5",
            "particles = 400 | start = fcc | line 1: the run needs the key particles",
            "particles = 400 | particles = 10 | soft, stage [melt]: the box's shortest side 3.95285 is less than twice the cut-off 2.5; take a box of at least 5 or a cut-off of at most 1.97642",
            "density = 0.64 | box = 0, 4 | line 3: box cannot be: the box's width must be a finite number above 0, not 0.0",
            "# soft disks | start = bcc | line 1: start \"bcc\" is unknown; there are: square, hexagonal, fcc, random, or the name of an XYZ file",
            "particles = 400 | particles = 410 | line 1: start cannot be made: 410 particles make rows and columns whose nearest are 0.617 apart; take 408 or 414, or start = random",
            "# soft disks | start = fcc | line 1: start cannot be made: there are 4, 32, 108, 256, 500, 864, ... particles, not 400",
            "# soft disks | seed = x | line 1: seed must be a whole number of at most 18 digits, not \"x\"",
            "# soft disks | seed = 1.5 | line 1: seed must be a whole number of at most 18 digits, not \"1.5\"",
            "# soft disks | box = 25, 25 | line 3: density follows from particles and box; leave it out",
            "density = 0.64 | box = 9, 9, 9, 9 | line 3: box must have two sides, or three with dimensions = 3, not 9, 9, 9, 9",
            "# soft disks | dimensions = 2.5 | line 1: dimensions must be 2 or 3, not 2.5",
            "# soft disks | start = other.xyz | line 2: particles comes from other.xyz; leave it out",
            "# soft disks | velocities = file | line 1: velocities \"file\" needs a start from an XYZ file",
            "[free] | [melt] | line 13: there is a stage [melt] already; each needs a name of its own",
            "[free] | [a, b] | line 13: this must be \"key = value\" or \"[stage]\", not \"[a, b]\"",
            "frames = 10 | temperature = 1 | line 17: temperature means nothing to this stage, which has no bath; only in the first stage it sets the velocities",
            "frames = 10 | friction = 1 | line 17: friction means nothing to velocity-verlet, which has no bath",
            "frames = 10 | sweeps = 1 | line 17: sweeps is of metropolis; dynamics has dt and time",
            "integrator = langevin | integrator = metropolis | line 9: dt is of dynamics; metropolis has sweeps and step",
            "dt = 0.005 | dt = 0.005, 0.005 | line 9: dt has the value 0.005 twice",
            "dt = 0.005 | dt = -1 | line 9: dt must be above 0, not -1",
            "dt = 0.005 | dt = 0.5 | soft, stage [melt]: the run explodes at step 1 (a particle moves by 2.6 in one step): the time step 0.5 is too long; try 0.001",
            "integrator = langevin | integrator = verlet | line 8: integrator \"verlet\" is unknown; there are: langevin, langevin-baoab, brownian, velocity-verlet, position-verlet, semi-implicit-euler, explicit-euler, metropolis",
            "temperature = 2 | mass = 2 | line 11: no key \"mass\" of a stage; there are: integrator, dt, time, temperature, friction, sweeps, step, series, frames",
            "temperature = 2 | friction = 1 | line 7: the stage [melt] needs the key temperature",
            "density = 0.64 | density = 0.6, 0.7 | line 11: only one key can have several values, and line 3 has some already"})
    void badInputGetsOneLine(String line, String instead, String message) {
        String text = SOFT.replace("temperature = 2", message.contains("several")
                ? "temperature = 1, 2"
                : "temperature = 2").replace(line, instead);
        String start = message.startsWith("line") ? folder.resolve("soft.fluid") + ": " : "";
        assertEquals(start + message,
                assertThrows(UserError.class, () -> run(text, folder.resolve("out"), false, SILENT)).getMessage());
    }

    @Test
    void anUnknownSystem() {
        assertEquals("no system and no file \"a9\"; the systems are: a4, a5, a6, a7, a8, final",
                assertThrows(UserError.class, () -> FluidRuns.of("a9", Optional.empty())).getMessage());
        assertEquals("no system and no file \"fianl\"; did you mean final? The systems are: a4, a5, a6, a7, a8, final",
                assertThrows(UserError.class, () -> FluidRuns.of("fianl", Optional.empty())).getMessage());
        assertEquals("no such file: gone.xyz", assertThrows(UserError.class,
                () -> run("start = gone.xyz\npotential = none\n", folder, false, SILENT)).getMessage());
    }

    private List<FluidRuns.Finished> run(String text, Path out, boolean resume, FluidRun.Listener listener)
            throws IOException {
        Path file = Files.writeString(folder.resolve("soft.fluid"), text);
        List<FluidRuns.Finished> finished = new ArrayList<>();
        FluidRuns.of(file.toString(), Optional.empty()).run(out, resume, listener, finished::add);
        return finished;
    }
}
