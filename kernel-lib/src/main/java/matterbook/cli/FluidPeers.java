package matterbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.core.UserError;

/** Other programs for the same systems: LAMMPS with its {@code opt} styles, and plain C++ programs of ours. */
final class FluidPeers {
    private static final Pattern LOOP = Pattern.compile("Loop time of (\\S+) on 1 procs for (\\d+) steps");
    private static final Pattern USE = Pattern.compile("([\\d.]+)% CPU use");

    private static final List<String> PLAIN = List.of("soft-disks", "metropolis-disks");

    private final Path folder;
    private final boolean lammps;
    private final boolean compiled;

    /** Looks for the programs and compiles ours into this folder. */
    FluidPeers(Path folder) throws IOException {
        this.folder = folder;
        copy("melt.in");
        copy("soft-disks.in");
        lammps = output("lmp", "-help").isPresent();
        boolean all = true;
        for (String name : PLAIN) {
            copy(name + ".cpp");
            all &= output("g++", "-O3", "-march=native", "-o", name, name + ".cpp").isPresent();
        }
        compiled = all;
    }

    private void copy(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(FluidPeers.class.getResourceAsStream("fluid/" + file))) {
            Files.copy(in, folder.resolve(file));
        }
    }

    /** What is missing here, in a sentence; empty if nothing is. */
    String missing() {
        List<String> names = new ArrayList<>();
        if (!lammps) {
            names.add("LAMMPS (lmp)");
        }
        if (!compiled) {
            names.add("g++");
        }
        return names.isEmpty() ? "" : "Not installed here: " + String.join(", ", names) + ".";
    }

    /** Steps in a second of processor time by LAMMPS; none if it is not installed. */
    OptionalDouble lammps(String input, int side, long steps) throws IOException {
        if (!lammps) {
            return OptionalDouble.empty();
        }
        String said = output("lmp", "-in", input, "-var", "steps", Long.toString(steps), "-var", "side",
                Integer.toString(side), "-sf", "opt", "-log", "none").orElse("");
        Matcher loop = LOOP.matcher(said);
        Matcher use = USE.matcher(said);
        double rate = Double.NaN;
        // the last of its runs is the one to measure
        while (loop.find() && use.find(loop.end())) {
            double seconds = Double.parseDouble(loop.group(1)) * Double.parseDouble(use.group(1)) / 100;
            rate = Double.parseDouble(loop.group(2)) / seconds;
        }
        return OptionalDouble.of(rate);
    }

    /**
     * The numbers that a plain program says, steps or sweeps in a second of processor time first; none without a compiler.
     */
    Optional<double[]> plain(String name, String... arguments) throws IOException {
        if (!compiled) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(folder.resolve(name).toString()));
        command.addAll(List.of(arguments));
        String said = output(command.toArray(String[]::new))
                .orElseThrow(() -> new UserError("the plain program " + name + " of the benchmark failed"));
        return Optional.of(Arrays.stream(said.strip().split(" ")).mapToDouble(Double::parseDouble).toArray());
    }

    /** What a program says; nothing if it is missing or fails. */
    private Optional<String> output(String... command) throws IOException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("OMP_NUM_THREADS", "1");
            process = builder.start();
        } catch (IOException _) {
            return Optional.empty();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
