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
}
