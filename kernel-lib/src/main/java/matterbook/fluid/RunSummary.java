package matterbook.fluid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import matterbook.core.Estimate;
import matterbook.notebook.file.WholeFile;
import matterbook.plot.Pictures;
import matterbook.plot.Plot;
import matterbook.plot.XYFigure;
import matterbook.stats.Blocking;

/** What a finished run shows, from its files: for each stage averages over its second half with block errors. */
final class RunSummary {
    static final String FILE = "summary.json";

    private static final Map<String, String> SHORT = Map.of("temperature", "T", "potential_per_particle", "U/N",
            "energy_per_particle", "E/N", "pressure", "P");

    private RunSummary() {}

    /** An average as it stands in the file. */
    private record Mean(double mean, double error) {}

    private record Row(String stage, double time, double kinetic, double potential, double temperature,
            double pressure) {
        static Row parse(String line) {
            String[] words = line.split(",", -1);
            return new Row(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]), Double.parseDouble(words[5]), Double.parseDouble(words[6]));
        }
    }

    static FluidRuns.Finished write(RunPlan plan, Path folder) throws IOException {
        List<Row> rows = Files.readAllLines(folder.resolve(RunFiles.SERIES)).stream().skip(1).map(Row::parse).toList();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", plan.name());
        summary.put("particles", plan.start().size());
        summary.put("density", plan.start().numberDensity());
        summary.put("settings", plan.text().lines().toList());
        List<Map<String, Object>> stages = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            List<Row> own = rows.stream().filter(row -> row.stage().equals(stage.name())).toList();
            stages.add(stage(stage, own, plan.start().size()));
        }
        summary.put("stages", stages);
        summary.putAll(RunStructure.write(folder, lastStart(plan.stages()), plan.stages()));
        writeSeries(plan, rows, folder);
        String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(summary) + "\n";
        WholeFile.write(folder.resolve(FILE), json);
        return new FluidRuns.Finished(json, text(plan, folder, stages));
    }

    /** When the last stage begins, and half a step: times are sums, and the frame of its start may be late by a rounding. */
    private static double lastStart(List<Stage> stages) {
        double start = 0;
        for (int s = 0; s < stages.size(); s++) {
            double step = stages.get(s).timeStep();
            start += s < stages.size() - 1 ? stages.get(s).steps() * step : step / 2;
        }
        return start;
    }

    private static String text(RunPlan plan, Path folder, List<Map<String, Object>> stages) {
        StringBuilder text = new StringBuilder(plan.name()).append(": ").append(plan.start().configuration())
                .append("; ").append(plan.potential()).append("\n");
        for (Map<String, Object> stage : stages) {
            text.append("  ").append(stage.get("stage"));
            stage.forEach((name, value) -> text.append(value instanceof Mean mean
                    ? "  " + SHORT.getOrDefault(name, name) + " = " + new Estimate(mean.mean(), mean.error())
                    : ""));
            text.append('\n');
        }
        return text + "  in " + folder;
    }

    /** Energies over time as a picture. */
    private static void writeSeries(RunPlan plan, List<Row> rows, Path folder) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        double n = plan.start().size();
        double[] time = rows.stream().mapToDouble(Row::time).toArray();
        XYFigure figure = Plot.figure(plan.name() + ", N = " + plan.start().size())
                .line("U / N", time, rows.stream().mapToDouble(row -> row.potential() / n).toArray())
                .line("K / N", time, rows.stream().mapToDouble(row -> row.kinetic() / n).toArray())
                .axes("t / t₀", "energy / ε");
        WholeFile.write(folder.resolve("energy.png"), Pictures.png(figure, 2));
    }

    /** Refuses a finished run with other settings. */
    static void requireSame(RunPlan plan, Path folder) throws IOException {
        String before = JsonParser.parseString(Files.readString(folder.resolve(FILE))).getAsJsonObject()
                .getAsJsonArray("settings").asList().stream().map(line -> line.getAsString() + "\n")
                .collect(Collectors.joining());
        new RunNote(0, 0, 0, before).requireSame(plan.text(), "the finished run in " + folder);
    }

    private static Map<String, Object> stage(Stage stage, List<Row> rows, int particles) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stage", stage.name());
        values.put("steps", stage.steps());
        values.put("end", rows.getLast().time());
        List<Row> half = rows.subList(rows.size() / 2, rows.size());
        boolean moving = stage instanceof Stage.Dynamics;
        if (moving) {
            put(values, "temperature", half, Row::temperature);
        }
        put(values, "potential_per_particle", half, row -> row.potential() / particles);
        if (moving) {
            put(values, "energy_per_particle", half, row -> (row.kinetic() + row.potential()) / particles);
        }
        put(values, "pressure", half, Row::pressure);
        return values;
    }

    private static void put(Map<String, Object> values, String name, List<Row> rows, ToDoubleFunction<Row> value) {
        double[] series = rows.stream().mapToDouble(value).toArray();
        if (series.length < Blocking.LEAST) {
            return;
        }
        Estimate estimate = Blocking.of(series).estimate();
        values.put(name, new Mean(estimate.value(), estimate.error()));
    }
}
