package matterbook.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import matterbook.kernel.install.KernelSpec;
import matterbook.kernel.install.Places;

/** The packaged jar, installed as a user does. */
final class InstalledKernel {
    /** What a command printed, standard error included, and how it ended. */
    record Ended(int status, String output) {}

    private static boolean installed;

    private InstalledKernel() {}

    /** The jar that the build made. */
    static Path jar() {
        return Path.of(System.getProperty("matterbook.jar"));
    }

    /** A prefix with the kernel installed; the install runs once for all tests. */
    static synchronized Path prefix() throws IOException, InterruptedException {
        Path prefix = jar().resolveSibling("it-prefix");
        if (!installed) {
            delete(prefix);
            Ended ended = run(jar(), "install", "--prefix", prefix.toString());
            if (ended.status() != 0) {
                throw new AssertionError("install failed: " + ended.output());
            }
            installed = true;
        }
        return prefix;
    }

    /** The kernelspec of {@link #prefix()}. */
    static KernelSpec spec() throws IOException, InterruptedException {
        return KernelSpec.read(Places.under(prefix()).kernelspec());
    }

    /** Runs the command line of a jar. */
    static Ended run(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
