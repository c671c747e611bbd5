package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import matterbook.core.Launcher;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.fluid.FluidRuns;
import matterbook.fluid.Presets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook fluid run}: one of the course's systems, or one's own, from a file of settings. */
@Command(name = "run", modelTransformer = FluidRunCommand.Systems.class, mixinStandardHelpOptions = true, description = {
        "Runs one of the course's systems or a file of settings.", "",
        "A file has lines key = value, remarks after #, and [name] where a stage begins:",
        "  of the run    particles, box = 40, 40 (or density and dimensions), start (square, hexagonal, fcc, random,"
                + " FILE.xyz), velocities (thermal, maxwell, rest, file), temperature, mass, potential, cutoff, seed,"
                + " series, frames",
        "  of a stage    integrator (langevin, langevin-baoab, brownian, velocity-verlet, position-verlet,"
                + " semi-implicit-euler, explicit-euler), dt, time, temperature, friction, series, frames;",
        "                or integrator = metropolis, sweeps, step, temperature, series, frames",
        "Times are in units of t0. One key may have several values with commas: each makes a run. --print shows a"
                + " system's file to begin with; docs/fluids.md explains all keys.",
        ""})
final class FluidRunCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SYSTEM|FILE", description = "One of the systems below, or a file.")
    private String target = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go, several runs into folders of their own (runs/SYSTEM).")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Goes on with a run that was stopped.")
    private boolean resume;

    @Option(names = "--seed", paramLabel = "N", description = "Takes the place of the file's seed.")
    private @Nullable Long seed;

    @Option(names = "--print", description = "Prints the settings and runs nothing.")
    private boolean print;

    @Option(names = "--json", description = "Prints the summaries as JSON.")
    private boolean json;

    /** Lists the systems at the end of the help. */
    static final class Systems implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            List<String> lines = new ArrayList<>(List.of("%nThe course's systems:"));
            for (String name : Presets.NAMES) {
                try {
                    lines.add(String.format(Locale.ROOT, "  %-7s%s", name, Presets.description(name)));
                } catch (IOException failure) { // of this jar itself
                    throw new UncheckedIOException(failure);
                }
            }
            command.usageMessage().footer(lines.toArray(String[]::new));
            return command;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (print) {
            writer().print(FluidRuns.text(target));
            writer().flush();
            return 0;
        }
        FluidRuns runs = FluidRuns.of(target, Optional.ofNullable(seed));
        Path folder = out == null ? Path.of("runs", runs.name()) : out;
        if (resume && !Files.isDirectory(folder)) {
            throw new UserError(
                    "there is no run to go on with in " + folder + ": leave --resume out to begin one, or name "
                            + "its folder with --out");
        }
        try (StopOnSignal _ = new StopOnSignal()) {
            return run(runs, folder);
        }
    }

    private int run(FluidRuns runs, Path folder) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        ProgressLine line = ProgressLine.to(err);
        try (OutFolder held = OutFolder.lock(folder)) {
            List<String> summaries = new ArrayList<>();
            FluidRunProgress progress = new FluidRunProgress(line, System::nanoTime);
            runs.run(held.path(), resume, progress, summary -> {
                line.clear();
                summaries.add(summary.json().strip());
                if (!json) {
                    writer().println(summary.text());
                    writer().flush();
                }
            });
            if (json) {
                writer().println("[" + String.join(",\n", summaries) + "]");
            }
            return 0;
        } catch (Stopped _) {
            line.clear();
            err.println("matterbook: stopped; go on with: " + again(folder));
            return STOPPED;
        }
    }

    private String again(Path folder) {
        List<String> words = new ArrayList<>(
                List.of("fluid", "run", target, "--resume", "--out", folder.toString()));
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        if (json) {
            words.add("--json");
        }
        return Launcher.command(words.toArray(String[]::new));
    }

    private PrintWriter writer() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
