package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import matterbook.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jupyter's own conformance suite on the installed kernel; src/test/python/conformance.py names what is left out. */
@Tag("full")
class ConformanceIT {
    @Test
    void tenOfTwelveTestsPass() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Programs.require(Files.isExecutable(python), "Debian's python3");
        Programs.require(Programs.python("import jupyter_kernel_test").isBlank(), "python3-jupyter-kernel-test");
        Path suite = Path.of(System.getProperty("matterbook.root"), "kernel-lib/src/test/python/conformance.py");
        ProcessBuilder builder = new ProcessBuilder(python.toString(), suite.toString()).redirectErrorStream(true);
        builder.environment().put("JUPYTER_PATH",
                InstalledKernel.prefix().resolve("share").resolve("jupyter").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("Ran 12 tests"), said);
        assertTrue(said.contains("OK (skipped=2)"), said);
    }
}
