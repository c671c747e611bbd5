package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    @TempDir
    Path folder;

    @Test
    void aSectionIsReplacedAndTheOthersStay() throws IOException {
        Path file = folder.resolve("benchmarks.md");
        BenchReport.replace(file, "kernel", "old\n");
        BenchReport.replace(file, "other", "another\n");
        BenchReport.replace(file, "kernel", "new\n");
        assertEquals("""
                # Benchmarks

                Every section is written by the command that it names; nothing here is written by hand.

                <!-- begin kernel -->
                new
                <!-- end kernel -->

                <!-- begin other -->
                another
                <!-- end other -->
                """, Files.readString(file));
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileThatIsNoPageOrHasLostAMarkIsRefused() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.md"), "mine\n");
        assertEquals(notes + " does not begin with \"# Benchmarks\": another file would be written to",
                assertThrows(UserError.class, () -> BenchReport.replace(notes, "kernel", "new\n")).getMessage());
        String half = "# Benchmarks\n<!-- begin kernel -->\nold\n";
        Path torn = Files.writeString(folder.resolve("torn.md"), half);
        assertEquals(torn + ": the marks begin and end of the section \"kernel\" are no pair; delete the section, or take it "
                + "from version control",
                assertThrows(UserError.class, () -> BenchReport.replace(torn, "kernel", "new\n")).getMessage());
        assertEquals(half, Files.readString(torn));
    }

    @Test
    void theTableHasRatiosWhereThereIsSomethingToCompareWith() {
        KernelBench.Run ours = new KernelBench.Run(0.5, 0.01, 250);
        String both = new KernelBench.Result(3, ours, Optional.of(new KernelBench.Run(1, 0.005, 70))).section();
        assertTrue(both.contains("| start to first result (ms) | 500 | 1000 | 0.50 |"), both);
        String alone = new KernelBench.Result(3, ours, Optional.empty()).section();
        assertTrue(alone.contains("| resident memory (MB) | 250 | - | - |"), alone);
        assertTrue(alone.endsWith("ipykernel is not installed here: nothing to compare with.\n"), alone);
    }

    /** Two threads that had to share a processor with others tell nothing. */
    @Test
    void whatThreadsGainIsSaidOfAQuietMachineAlone() {
        String quiet = fluids(0.97, 0.99).section();
        assertTrue(quiet.startsWith("## Fluids\n\n`./matterbook bench fluid --write docs/benchmarks.md`: "), quiet);
        assertTrue(
                quiet.contains("| Metropolis, Lennard-Jones disks, N = 1,024 (sweeps) | 7000 | - | - | - | 200 | - | - "
                        + "| 35 |\n"),
                quiet);
        assertTrue(
                quiet.contains("Two threads make 1.75 times the steps of one by the clock, for the melt (target 1.7); "
                        + "two runs side by side, which share nothing but the machine, make 1.90 times as many."),
                quiet);
        assertTrue(quiet.contains("ours make 1.40 and 1.13 times as many."), quiet);
        String busy = fluids(0.8, 0.99).section();
        assertTrue(
                busy.contains("The machine was not quiet: two threads had two processors for 80 % of the time and one "
                        + "thread had one for 99 %, so what two threads gain was not measured."),
                busy);
        assertFalse(busy.contains("Two threads make"), busy);
    }

    private static FluidBenchResult fluids(double shareOfTwo, double shareOfOne) {
        Map<String, Double> rates = Map.of("two threads", 525.0, "one thread", 300.0, "side by side", 570.0,
                "share of two", shareOfTwo, "share of one", shareOfOne, FluidBench.METROPOLIS, 7000.0,
                FluidBench.METROPOLIS + "plain", 200.0, FluidBench.SYSTEMS.get(1).name() + "plain", 690.2);
        Map<String, OptionalDouble> medians = new TreeMap<>();
        rates.forEach((what, rate) -> medians.put(what, OptionalDouble.of(rate)));
        return new FluidBenchResult(3, medians, 1.08, 2e-7, -3e-7, "");
    }

    @Test
    void networksAreJudgedByTheirTargets() {
        Map<String, Double> medians = Map.of("Matterbook epoch", 17.0, "torch epoch", 50.0, "scikit-learn epoch", 45.0,
                "Matterbook one", 254.0, "torch one", 24.0, "Matterbook start", 123.4, "Matterbook nearest", 20.0,
                "scikit-learn nearest", 25.0);
        String all = new LearningBenchResult(3, medians, Map.of("torch", "openblas 0.3.21 Haswell"), List.of())
                .section();
        assertTrue(all.contains("batch 32: an epoch (ms) | 17.0 | 50.0 | 45.0 | 0.34 | <= 0.33 x torch | missed |\n"),
                all);
        assertTrue(all.contains("row by row (rows a ms) | 254 | 24.0 | - | 10.6 | >= 10.0 x torch | met |\n"), all);
        assertTrue(all.contains("rows at once (rows a ms) | - | - | - | - | >= 1.00 x torch | - |\n"), all);
        assertTrue(all.contains("at once (rows a ms) | 20.0 | - | 25.0 | 0.80 | >= 1.00 x scikit-learn | missed |\n"),
                all);
        assertTrue(all.contains("first product (ms) | 123 | - | - | - | <= 150 ms | met |\n"), all);
        assertTrue(all.endsWith("What multiplies:\n- torch: openblas 0.3.21 Haswell\n"), all);
        String alone = new LearningBenchResult(3, medians, Map.of(), List.of("torch", "scikit-learn")).findings();
        assertTrue(alone.endsWith("Not installed here for /usr/bin/python3: torch, scikit-learn.\n"), alone);
    }

    @Test
    void everyProgramGetsTheSameEnvironment() {
        Map<String, String> environment = new TreeMap<>(Map.of("OPENBLAS_CORETYPE", "Haswell", "OMP_NUM_THREADS", "8",
                "PYTHONPATH", "/somewhere", "JAVA_TOOL_OPTIONS", "-Xint", "HOME", "/home/a"));
        LearningProcess.clean(environment);
        assertEquals(Map.of("HOME", "/home/a", "MKL_NUM_THREADS", "1", "OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS",
                "1"), environment);
    }

    @Test
    void gradingAndTheKernelKeepEachOthersSections() throws IOException {
        Path file = folder.resolve("benchmarks.md");
        String kernel = new KernelBench.Result(3, new KernelBench.Run(0.5, 0.01, 250), Optional.empty()).section();
        String grade = new GradeBench.Result("02-markov-chains", 20, 2, 61.2, 4.123, 80.4, 5.04, 250.4, 240, 1.55)
                .section();
        BenchReport.replace(file, "kernel", kernel);
        BenchReport.replace(file, "grade", grade);
        BenchReport.replace(file, "kernel", kernel);
        assertEquals("""
                # Benchmarks

                Every section is written by the command that it names; nothing here is written by hand.

                <!-- begin kernel -->
                %s<!-- end kernel -->

                <!-- begin grade -->
                %s<!-- end grade -->
                """.formatted(kernel, grade), Files.readString(file));
        assertTrue(grade.startsWith("## Grading\n\n`./matterbook bench grade --submissions 20 --write "
                + "docs/benchmarks.md`: 20 made-up submissions of 02-markov-chains's exercises"), grade);
        assertTrue(grade.contains("| the whole class (s) | 61 |\n| one submission, median (s) | 4.12 |\n"), grade);
    }
}
