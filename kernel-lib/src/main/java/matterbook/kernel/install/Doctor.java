package matterbook.kernel.install;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.UserError;

/** Looks whether everything that the kernel needs is there, and says how to mend what is not. */
public final class Doctor {
    private static final int LEAST_JAVA = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Places places;
    private final String install;

    /** How it stands with one thing. */
    public enum State {
        OK, NOTE, BROKEN
    }

    /**
     * One thing looked at.
     *
     * @param name what was looked at
     * @param state how it stands
     * @param found what is there
     * @param mend what to do; empty where nothing is to be done
     */
    public record Finding(String name, State state, String found, String mend) {}

    /** Looks at an installation in these places, where the command {@code install} would put one. */
    public Doctor(Places places, String install) {
        this.places = places;
        this.install = install;
    }

    /** Everything, in the order in which one would mend it. */
    public List<Finding> examine() {
        return List.of(java(Runtime.version()), kernelspec(), cache(), jupyter("jupyter", PATIENCE), drawing(),
                copies());
    }

    static Finding java(Runtime.Version version) {
        return version.feature() >= LEAST_JAVA
                ? new Finding("Java", State.OK, version.toString(), "")
                : new Finding("Java", State.BROKEN, version.toString(),
                        "install a JDK " + LEAST_JAVA + " and set JAVA_HOME to it");
    }

    private Finding kernelspec() {
        Path folder = places.kernelspec();
        if (!Files.isRegularFile(folder.resolve("kernel.json"))) {
            return broken("Kernel", "none in " + folder);
        }
        try {
            for (Path file : KernelSpec.read(folder).files()) {
                if (!Files.exists(file)) {
                    return broken("Kernel", folder + " points to " + file + ", which is not there");
                }
            }
            return new Finding("Kernel", State.OK, folder.toString(), "");
        } catch (IOException | UserError e) {
            return broken("Kernel", String.valueOf(e.getMessage()));
        }
    }

    private Finding broken(String name, String found) {
        return new Finding(name, State.BROKEN, found, "run " + install);
    }

    private Finding cache() {
        try {
            if (KernelSpec.read(places.kernelspec()).hasCache()) {
                return new Finding("Start-up cache", State.OK, "in use", "");
            }
        } catch (IOException | UserError _) {
            return new Finding("Start-up cache", State.NOTE, "no kernel, no cache", "");
        }
        return new Finding("Start-up cache", State.NOTE, "none: kernels start about twice as slowly",
                "remove " + places.bundles() + " and run " + install + " again");
    }

    /** What {@code program --version} says; it is short and waits in the pipe until the program has ended. */
    static Finding jupyter(String program, Duration patience) {
        String mend = "install Jupyter: apt install jupyter-notebook, or pip install jupyterlab";
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
            if (!process.waitFor(patience)) {
                process.destroyForcibly();
                return new Finding("Jupyter", State.BROKEN, program + " --version says nothing for "
                        + patience.toSeconds() + " s", mend);
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() == 0) {
                return new Finding("Jupyter", State.OK, shown(said), "");
            }
            return new Finding("Jupyter", State.BROKEN, program + " --version fails: " + shown(said), mend);
        } catch (IOException e) {
            return new Finding("Jupyter", State.BROKEN, "no " + program + " on the PATH", mend);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding("Jupyter", State.NOTE, "interrupted while asking " + program, "");
        }
    }

    /** The programs that matter for a kernel, on one line. */
    private static String shown(String versions) {
        List<String> lines = versions.lines()
                .filter(line -> line.matches("(notebook|jupyterlab|jupyter_core)\\s*:\\s*\\d.*"))
                .map(line -> line.replaceAll("\\s+", " ").replace(" :", ":")).toList();
        return lines.isEmpty() ? versions.lines().findFirst().orElse("") : String.join(", ", lines);
    }

    private static Finding drawing() {
        try {
            BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.drawString("\u03b1", 5, 15);
            graphics.dispose();
            return new Finding("Drawing", State.OK, "text can be drawn", "");
        } catch (RuntimeException | Error e) {
            return new Finding("Drawing", State.BROKEN, "Java cannot draw text: " + e,
                    "install the JDK with its graphics libraries (a package without 'headless' in its name) and "
                            + "libfreetype6");
        }
    }

    private Finding copies() {
        List<String> others = new ArrayList<>();
        try {
            Path current = KernelSpec.read(places.kernelspec()).jar().getParent();
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(places.bundles())) {
                for (Path folder : folders) {
                    if (!folder.equals(current)) {
                        others.add(String.valueOf(folder.getFileName()));
                    }
                }
            }
        } catch (IOException | UserError _) {
            return new Finding("Earlier copies", State.OK, "none", "");
        }
        others.sort(null);
        return others.isEmpty()
                ? new Finding("Earlier copies", State.OK, "none", "")
                : new Finding("Earlier copies", State.NOTE, String.join(", ", others) + " in " + places.bundles(),
                        "kernels that run may still use them; remove them when none does");
    }
}
