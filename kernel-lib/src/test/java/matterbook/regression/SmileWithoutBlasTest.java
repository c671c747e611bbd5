package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

/** In a process of its own: a library that was looked for once is not looked for again. */
class SmileWithoutBlasTest {
    /** Prints what a fit of Smile's network says. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try {
                System.out.println(SmileMlp.of(3).withEpochs(1).fit(Noisy.observations(20, 1), Rng.seeded(1)));
            } catch (UserError error) {
                System.out.println(error.getMessage());
            }
        }
    }

    @Test
    void saysInOneLineWhatIsMissingAndWhatWouldWork() throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dmatterbook.blas=java",
                "-Dsmile.lib.blas=none", "-cp", System.getProperty("java.class.path"), Child.class.getName()))
                .redirectErrorStream(true).start();
        assertEquals(
                "Smile's network needs OpenBLAS's native file and finds none (our own products: plain Java (asked for by "
                        + "-Dmatterbook.blas=java)); use NeuralNetwork, or build Matterbook on this machine if it is Linux, macOS or "
                        + "Windows on x86-64, or Linux or macOS on ARM\n",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
    }
}
