package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    void theTableHasRatiosWhereThereIsSomethingToCompareWith() {
        KernelBench.Run ours = new KernelBench.Run(0.5, 0.01, 250);
        String both = new KernelBench.Result(3, ours, Optional.of(new KernelBench.Run(1, 0.005, 70))).section();
        assertTrue(both.contains("| start to first result (ms) | 500 | 1000 | 0.50 |"), both);
        String alone = new KernelBench.Result(3, ours, Optional.empty()).section();
        assertTrue(alone.contains("| resident memory (MB) | 250 | - | - |"), alone);
        assertTrue(alone.endsWith("ipykernel is not installed here: nothing to compare with.\n"), alone);
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
