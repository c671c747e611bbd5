package matterbook.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import matterbook.kernel.install.Doctor.Finding;
import matterbook.kernel.install.Doctor.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path prefix;

    @Test
    void anOldJavaIsBroken() {
        assertEquals(new Finding("Java", State.BROKEN, "17.0.9", "install a JDK 25 and set JAVA_HOME to it"),
                Doctor.java(Runtime.Version.parse("17.0.9")));
    }

    @Test
    void aMissingJupyterIsBroken() {
        assertEquals(
                new Finding("Jupyter", State.BROKEN, "no no-such-jupyter on the PATH",
                        "install Jupyter: apt install jupyter-notebook, or pip install jupyterlab"),
                Doctor.jupyter("no-such-jupyter", Duration.ofSeconds(1)));
    }

    @Test
    void aJupyterThatHangsIsBroken() throws IOException {
        Path hanging = prefix.resolve("jupyter");
        Files.writeString(hanging, "#!/bin/sh\nexec sleep 60\n");
        Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwx------"));
        assertEquals(
                new Finding("Jupyter", State.BROKEN, hanging + " --version says nothing for 1 s",
                        "install Jupyter: apt install jupyter-notebook, or pip install jupyterlab"),
                Doctor.jupyter(hanging.toString(), Duration.ofSeconds(1)));
    }

    @Test
    void aKernelThatPointsNowhereIsBroken() throws IOException {
        write("{\"argv\": [\"/no/java\", \"-cp\", \"/no/jar\"]}");
        assertEquals(folder() + " points to /no/java, which is not there", kernel().found());
        assertEquals(State.BROKEN, kernel().state());
    }

    @Test
    void aDamagedKernelspecIsBroken() throws IOException {
        write("{\"argv\": []}");
        assertEquals(folder().resolve("kernel.json") + " has no argv", kernel().found());
        write("{\"argv\": [\"/no/java\"]}");
        assertEquals(folder().resolve("kernel.json") + " names no class path; run install again", kernel().found());
    }

    private Finding kernel() {
        return new Doctor(Places.under(prefix), "./matterbook install").examine().get(1);
    }

    private Path folder() {
        return Places.under(prefix).kernelspec();
    }

    private void write(String json) throws IOException {
        Files.writeString(Files.createDirectories(folder()).resolve("kernel.json"), json);
    }
}
