package matterbook.cli;

import java.util.List;
import java.util.Locale;

import com.google.gson.JsonObject;
import matterbook.kernel.Json;

/** What {@link RegressionBench} found: median rates a second of processor time, in the order of its tasks; NaN for none. */
record RegressionBenchResult(int rounds, List<Double> ours, List<Double> torch,
        List<Double> sklearn) implements BenchResult {
    @Override
    public String json() {
        JsonObject result = Json.object("rounds", rounds, "machine", BenchReport.machine());
        for (int task = 0; task < ours.size(); task++) {
            String name = RegressionBench.TASKS.get(task);
            result.addProperty(name, ours.get(task));
            add(result, name + " (torch)", torch.get(task));
            add(result, name + " (scikit-learn)", sklearn.get(task));
        }
        return result.toString();
    }

    private static void add(JsonObject result, String name, double rate) {
        if (!Double.isNaN(rate)) {
            result.addProperty(name, rate);
        }
    }

    @Override
    public String title() {
        return "Regression";
    }

    @Override
    public String method() {
        return """
                `./matterbook bench regression --write docs/benchmarks.md`: a network of five layers of 50 ReLU units on \
                432 inputs with Adam, and nearest neighbours with their scaling; %d rounds of all programs in turn; medians \
                of what is done in a second of processor time, one thread. torch and scikit-learn are Debian's. Targets: an \
                epoch 3 times, rows one by one 10 times and 4,096 at once 1 time as fast as torch; neighbours 1 time as fast \
                as scikit-learn."""
                .formatted(rounds);
    }

    @Override
    public String findings() {
        StringBuilder table = new StringBuilder("""
                | in a second | Matterbook | torch | scikit-learn | / torch | / scikit-learn |
                |--|--|--|--|--|--|
                """);
        for (int task = 0; task < ours.size(); task++) {
            table.append("| ").append(RegressionBench.TASKS.get(task));
            for (double rate : new double[]{ours.get(task), torch.get(task), sklearn.get(task)}) {
                table.append(" | ").append(rate < 1000 ? cell("%.1f", rate) : cell("%,.0f", rate));
            }
            table.append(" | ").append(cell("%.2f", ours.get(task) / torch.get(task))).append(" | ")
                    .append(cell("%.2f", ours.get(task) / sklearn.get(task))).append(" |\n");
        }
        return table.toString();
    }

    private static String cell(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }
}
