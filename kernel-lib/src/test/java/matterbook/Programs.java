package matterbook;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** Programs outside Java that some tests need. Where one is missing the test is skipped, but fails on CI. */
public final class Programs {
    private Programs() {}

    /** What a Python script (Debian's Python with Jupyter's libraries) prints, standard error included. */
    public static String python(String script, String... arguments) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        require(Files.isExecutable(python), "python3");
        List<String> command = new ArrayList<>(List.of(python.toString(), "-c", script));
        command.addAll(List.of(arguments));
        return output(command);
    }

    /** Where the PATH has this program; without it the test is skipped, or fails on CI. */
    public static Path find(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return file;
            }
        }
        require(false, program);
        throw new IllegalStateException(program);
    }

    /** What a command prints, standard error included. */
    public static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    /** Skips the test unless {@code present}; fails it where the environment says CI=true. */
    public static void require(boolean present, String program) {
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(program + " is missing, and CI must have it");
        }
        Assumptions.assumeTrue(present, program + " is not installed: test skipped");
    }
}
