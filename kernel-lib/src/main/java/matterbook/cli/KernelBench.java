package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import matterbook.core.Launcher;
import matterbook.core.UserError;
import matterbook.kernel.Json;
import matterbook.kernel.KernelClient;
import matterbook.kernel.KernelProcess;
import matterbook.kernel.install.KernelSpec;
import matterbook.kernel.install.Places;
import matterbook.stats.Outliers;

/**
 * Start to first result, time of a trivial cell and memory, of our kernel and of Debian's ipykernel, each started as
 * its kernel.json says, in turn, through the same client.
 */
final class KernelBench {
    private static final int CELLS = 50;
    private static final String CELL = "1 + 1";

    private final Places places;
    private final int starts;
    private final PrintWriter progress;

    /** One start: seconds to the first result, median seconds of a cell, megabytes after {@link #CELLS} cells. */
    record Run(double first, double cell, double megabytes) {}

    KernelBench(Places places, int starts, PrintWriter progress) {
        this.places = places;
        this.starts = starts;
        this.progress = progress;
    }

    Result run() throws IOException {
        Path folder = places.kernelspec();
        if (!Files.exists(folder.resolve("kernel.json"))) {
            throw new UserError("no kernel in " + folder + "; run " + Launcher.command("install") + " first");
        }
        KernelSpec ours = KernelSpec.read(folder);
        Optional<KernelSpec> python = python();
        List<Run> ourRuns = new ArrayList<>();
        List<Run> pythonRuns = new ArrayList<>();
        // a first start of each fills the system's file cache and is not counted
        for (int i = -1; i < starts; i++) {
            progress.printf(Locale.ROOT, "start %d of %d%n", Math.max(i + 1, 0), starts);
            progress.flush();
            Run one = measure(ours);
            Run other = python.isPresent() ? measure(python.get()) : null;
            if (i >= 0) {
                ourRuns.add(one);
                if (other != null) {
                    pythonRuns.add(other);
                }
            }
        }
        return new Result(starts, median(ourRuns), pythonRuns.isEmpty()
                ? Optional.empty()
                : Optional.of(median(pythonRuns)));
    }

    private static Run measure(KernelSpec spec) throws IOException {
        long start = System.nanoTime();
        try (KernelProcess kernel = KernelProcess.start(spec.command())) {
            String id = kernel.client().send("execute_request", KernelClient.executeRequest(CELL));
            kernel.client().awaitReply(id);
            double first = seconds(start);
            List<Double> cells = new ArrayList<>();
            kernel.client().awaitReady();
            for (int i = 0; i < CELLS; i++) {
                long begin = System.nanoTime();
                kernel.client().execute(CELL);
                cells.add(seconds(begin));
            }
            return new Run(first, Outliers.median(cells.stream().mapToDouble(Double::doubleValue).toArray()),
                    ProcessMeter.megabytes(kernel.pid(), "VmRSS:"));
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    /** The kernelspec that Jupyter calls python3, if there is a Jupyter with one. */
    private static Optional<KernelSpec> python() {
        try {
            Process process = new ProcessBuilder("jupyter", "kernelspec", "list", "--json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            JsonObject specs = Json.child(JsonParser.parseString(answer).getAsJsonObject(), "kernelspecs");
            String folder = Json.string(Json.child(specs, "python3"), "resource_dir", "");
            return folder.isEmpty() ? Optional.empty() : Optional.of(KernelSpec.read(Path.of(folder)));
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Run median(List<Run> runs) {
        return new Run(Outliers.median(runs.stream().mapToDouble(Run::first).toArray()),
                Outliers.median(runs.stream().mapToDouble(Run::cell).toArray()),
                Outliers.median(runs.stream().mapToDouble(Run::megabytes).toArray()));
    }

    /** Medians over all starts; ipykernel's are missing where it is not installed. */
    record Result(int starts, Run ours, Optional<Run> python) implements BenchResult {
        @Override
        public String json() {
            JsonObject result = Json.object("starts", starts, "cells", CELLS, "machine", BenchReport.machine(),
                    "matterbook",
                    json(ours));
            python.ifPresent(run -> result.add("ipykernel", json(run)));
            return result.toString();
        }

        private static JsonObject json(Run run) {
            return Json.object("first_result_s", run.first, "cell_s", run.cell, "resident_mb", run.megabytes);
        }

        @Override
        public String title() {
            return "Kernel";
        }

        @Override
        public String method() {
            return """
                    `./matterbook bench kernel --write docs/benchmarks.md`: %d starts of each kernel in turn, with the \
                    flags of its kernel.json, through the same client; medians. A cell is `%s`; memory is resident \
                    memory after %d cells. Targets: first result no later than ipykernel's, a cell in 20 ms, 300 MB."""
                    .formatted(starts, CELL, CELLS);
        }

        @Override
        public String findings() {
            StringBuilder table = new StringBuilder("| | Matterbook | ipykernel | ratio |\n|--|--|--|--|\n");
            row(table, "start to first result (ms)", "%.0f", ours.first * 1e3, python.map(run -> run.first * 1e3));
            row(table, "a trivial cell (ms)", "%.1f", ours.cell * 1e3, python.map(run -> run.cell * 1e3));
            row(table, "resident memory (MB)", "%.0f", ours.megabytes, python.map(Run::megabytes));
            return python.isPresent()
                    ? table.toString()
                    : table + "\nipykernel is not installed here: nothing to compare with.\n";
        }

        private static void row(StringBuilder table, String name, String format, double our, Optional<Double> other) {
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s |\n", name, number(format, our),
                    other.map(value -> number(format, value)).orElse("-"),
                    other.map(value -> number("%.2f", our / value)).orElse("-")));
        }

        private static String number(String format, double value) {
            return String.format(Locale.ROOT, format, value);
        }
    }
}
