package matterbook.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonObject;
import matterbook.kernel.Json;

/**
 * What {@link LearningBench} found.
 *
 * @param medians by program and request
 * @param products what multiplies matrices for each program
 * @param missing which programs were not there
 */
record LearningBenchResult(int rounds, Map<String, Double> medians, Map<String, String> products,
        List<String> missing) implements BenchResult {
    @Override
    public String json() {
        JsonObject result = Json.object("rounds", rounds, "machine", BenchReport.machine());
        medians.forEach(result::addProperty);
        products.forEach((program, name) -> result.addProperty(program + " products", name));
        return result.toString();
    }

    @Override
    public String title() {
        return "Learning";
    }

    @Override
    public String method() {
        return """
                `./matterbook bench learning --write docs/benchmarks.md`: %d rounds of all programs in turn, each a process \
                of its own with one thread; medians, by processor time of that thread, the start by the clock in a new \
                process. Torch and scikit-learn are Debian's (`python3-torch`, `python3-sklearn`). Variables that choose \
                loops or threads (`OPENBLAS_CORETYPE` and such) are taken from the environment of all. An epoch trains \
                with Adam; the LSTM has an embedding of 300 before it and a dense layer after it, and a step is forward, \
                backward and Adam. Neighbours are found with the scaling of their inputs. The ratio is ours over theirs whom \
                the target names; for times less is better, for rates more."""
                .formatted(rounds);
    }

    @Override
    public String findings() {
        StringBuilder table = new StringBuilder("""
                | | Matterbook | torch | scikit-learn | ratio | target | |
                |--|--|--|--|--|--|--|
                """);
        for (LearningBench.Task task : LearningBench.Task.ALL) {
            row(table, task);
        }
        StringBuilder text = table.append("\nWhat multiplies:");
        products.forEach((program, name) -> text.append("\n- ").append(program).append(": ").append(name));
        text.append('\n');
        return missing.isEmpty()
                ? text.toString()
                : text + "\nNot installed here for /usr/bin/python3: " + String.join(", ", missing) + ".\n";
    }

    private void row(StringBuilder table, LearningBench.Task task) {
        double ours = value(LearningBench.OURS, task);
        double ratio = task.compared() ? ours / value(task.peer(), task) : Double.NaN;
        double judged = task.compared() ? ratio : ours;
        table.append("| ").append(task.name());
        for (double value : new double[]{ours, value(LearningBench.TORCH, task), value(LearningBench.SKLEARN, task),
                ratio}) {
            table.append(" | ").append(number(value));
        }
        table.append(" | ").append(task.perSecond() ? ">= " : "<= ").append(number(task.target()))
                .append(task.compared() ? " x " + task.peer() : " ms").append(" | ").append(verdict(task, judged))
                .append(" |\n");
    }

    private static String verdict(LearningBench.Task task, double judged) {
        if (Double.isNaN(judged)) {
            return "-";
        }
        boolean met = task.perSecond() ? judged >= task.target() : judged <= task.target();
        return met ? "met" : "missed";
    }

    private double value(String program, LearningBench.Task task) {
        return medians.getOrDefault(program + " " + task.request(), Double.NaN);
    }

    /** Three digits, without a power of ten; a dash for none. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
