package matterbook.regression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.UserError;
import matterbook.nn.LearningFile;
import matterbook.nn.Model;
import matterbook.nn.Network;

/**
 * The content of a fitted regressor's file ({@link LearningFile}): a text that says how it was made; the number of inputs
 * and their names; the target's name; means and scales of the inputs, mean and scale of the target; the kind of rule (text)
 * and its numbers:
 *
 * <pre>
 * nearest  neighbours, whether weighted by distance (0 or 1), rows (arrays of the inputs' numbers), targets
 * trees    roots, inputs, values, others (see {@link Trees})
 * kernels  width, vectors, weights, shift (see {@link KernelSum})
 * network  the network and its weights
 * </pre>
 *
 * <p>An array of rows is their number (8 bytes)
 * and each row; an array of whole numbers is their number (8 bytes) and 8 bytes each.
 */
final class RegressorFile {
    private RegressorFile() {}

    static void save(FittedModel model, Path file) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.REGRESSOR);
        write(model, out);
        out.save(file);
    }

    static void write(FittedModel model, LearningFile.Writer out) throws IOException {
        out.text(model.made());
        out.number((long) model.inputs().size());
        for (String name : model.inputs()) {
            out.text(name);
        }
        out.text(model.target());
        for (Scaler scaler : List.of(model.inputScaler(), model.targetScaler())) {
            out.doubles(scaler.mean());
            out.doubles(scaler.scale());
        }
        write(model.rule(), out);
    }

    private static void write(Rule rule, LearningFile.Writer out) throws IOException {
        switch (rule) {
            case NearestRule nearest -> {
                out.text("nearest");
                out.number((long) nearest.neighbours());
                out.number(nearest.byDistance() ? 1L : 0L);
                rows(nearest.x(), out);
                out.doubles(nearest.y());
            }
            case Trees trees -> {
                out.text("trees");
                whole(trees.roots, out);
                whole(trees.input, out);
                out.doubles(trees.value);
                whole(trees.other, out);
            }
            case KernelSum sum -> {
                out.text("kernels");
                out.number(sum.width);
                rows(sum.vectors, out);
                out.doubles(sum.weights);
                out.number(sum.shift);
            }
            case NetworkRule(Model model) -> {
                out.text("network");
                out.network(model.network());
                out.floats(model.weights());
            }
        }
    }

    private static void rows(double[][] rows, LearningFile.Writer out) throws IOException {
        out.number((long) rows.length);
        for (double[] row : rows) {
            out.doubles(row);
        }
    }

    private static void whole(int[] numbers, LearningFile.Writer out) throws IOException {
        out.number((long) numbers.length);
        for (int number : numbers) {
            out.number((long) number);
        }
    }

    static FittedModel load(Path file) throws IOException {
        return read(file, LearningFile.Reader.open(file, LearningFile.Kind.REGRESSOR));
    }

    static FittedModel read(Path file, LearningFile.Reader in) throws IOException {
        try {
            String made = in.text();
            List<String> names = new ArrayList<>();
            int count = in.countOf(Integer.BYTES);
            in.refuse(count == 0, "no inputs");
            for (int i = 0; i < count; i++) {
                names.add(in.text());
            }
            String target = in.text();
            Scaler inputs = scaler(in, count, "scales of inputs");
            Scaler output = scaler(in, 1, "scales of the target");
            return new FittedModel(made, names, target, inputs, output, rule(file, in, count));
        } catch (IllegalArgumentException impossible) {
            throw new UserError(file + ": no regressor that can be (" + impossible.getMessage()
                    + "); copy or make it anew", impossible);
        }
    }

    private static Scaler scaler(LearningFile.Reader in, int columns, String what) throws IOException {
        return new Scaler(in.finiteDoubles(columns, what), in.finiteDoubles(columns, what));
    }

    private static Rule rule(Path file, LearningFile.Reader in, int columns) throws IOException {
        String kind = in.text();
        return switch (kind) {
            case "nearest" -> nearest(in, columns);
            case "trees" -> {
                Trees trees = new Trees(whole(in), whole(in), in.doubles(), whole(in));
                in.refuse(trees.leastColumns() > columns,
                        "trees ask for input " + trees.leastColumns() + " of " + columns);
                yield trees;
            }
            case "kernels" -> kernels(in, columns);
            case "network" -> network(in, columns);
            default -> throw new UserError(file + ": no rule of this version: \"" + kind + "\"");
        };
    }

    private static Rule nearest(LearningFile.Reader in, int columns) throws IOException {
        int neighbours = in.count(1, Integer.MAX_VALUE);
        boolean byDistance = in.count(0, 1) == 1;
        double[][] rows = rows(in, columns);
        return new NearestRule(neighbours, byDistance, rows, in.finiteDoubles(rows.length, "targets"));
    }

    private static Rule kernels(LearningFile.Reader in, int columns) throws IOException {
        double width = in.real();
        double[][] vectors = rows(in, columns);
        double[] weights = in.finiteDoubles(vectors.length, "weights");
        double shift = in.real();
        in.refuse(!Double.isFinite(shift), "a shift of " + shift);
        return new KernelSum(width, vectors, weights, shift);
    }

    private static Rule network(LearningFile.Reader in, int columns) throws IOException {
        Network network = in.network();
        in.refuse(network.input().size() != columns || network.output().size() != 1,
                "a network from " + network.input() + " to " + network.output() + " for " + columns + " inputs");
        return new NetworkRule(network.model(in.finite(network.parameterCount(), "weights")));
    }

    private static double[][] rows(LearningFile.Reader in, int columns) throws IOException {
        double[][] rows = new double[in.countOf(Integer.BYTES)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = in.finiteDoubles(columns, "row " + i);
        }
        return rows;
    }

    private static int[] whole(LearningFile.Reader in) throws IOException {
        int[] numbers = new int[in.countOf(Long.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.count(-1, Integer.MAX_VALUE);
        }
        return numbers;
    }
}
