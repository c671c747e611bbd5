package matterbook.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.google.gson.GsonBuilder;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.run.NotebookRun;

/** What {@code run} did, as a table or as JSON. */
final class RunReport {
    private final Path index;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, NotebookRun run) {}

    RunReport(Path index) {
        this.index = index;
    }

    void add(String name, NotebookRun run) {
        rows.add(new Row(name, run));
    }

    boolean allPassed() {
        return rows.stream().allMatch(row -> row.run().failure().isEmpty());
    }

    String table() {
        int width = Math.max(6, rows.stream().mapToInt(row -> row.name().length()).max().orElse(0));
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n%-" + width + "s  cells  seconds  figures%n", "lesson"));
        for (Row row : rows) {
            table.append(String.format(Locale.ROOT, "%-" + width + "s  %5d  %7.1f  %7d%s%n", row.name(),
                    row.run().cells().size(), row.run().seconds(), row.run().figures(),
                    failed(row.run())));
        }
        return table + "\nOpen " + index;
    }

    private static String failed(NotebookRun run) {
        List<String> ids = run.failures().stream().map(cell -> cell.cell().id()).toList();
        return ids.isEmpty() ? "" : "  failed: " + String.join(", ", ids);
    }

    String json() {
        List<Map<String, Object>> lessons = rows.stream().map(RunReport::json).toList();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("lessons", lessons);
        report.put("index", index.toString());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(report);
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> lesson = new LinkedHashMap<>();
        lesson.put("name", row.name());
        lesson.put("cells", row.run().cells().size());
        lesson.put("seconds", Math.round(row.run().seconds() * 1000) / 1000.0);
        lesson.put("figures", row.run().figures());
        row.run().failure().ifPresent(cell -> {
            CellResult.Failed failure = Objects.requireNonNull(cell.failure());
            lesson.put("failed", Map.of("cell", cell.cell().id(), "line", failure.line(), "name", failure.name(),
                    "message", failure.message()));
        });
        return lesson;
    }
}
