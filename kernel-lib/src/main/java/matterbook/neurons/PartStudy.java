package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.Model;
import matterbook.nn.Parameter;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.stats.Outliers;

/**
 * Beyond the paper: what the parts of a quadratic neuron learn. After learning, the product r g is made linear (wg = 0), or
 * the squares are taken away (wb = 0), and the points are classified again.
 *
 * @param starts random starts of each network
 */
public record PartStudy(int starts) implements Study {
    public PartStudy {
        Require.positive(starts, "the number of starts");
    }

    /** One network after learning: points right as it is and without a part, and the conics of its first layer. */
    private record Seen(int whole, int withoutProduct, int withoutSquares, int ellipses, int neurons) {
        double[] numbers() {
            return new double[]{whole, withoutProduct, withoutSquares, ellipses, neurons};
        }

        static Seen of(double[] numbers) {
            return new Seen((int) numbers[0], (int) numbers[1], (int) numbers[2], (int) numbers[3], (int) numbers[4]);
        }
    }

    @Override
    public String id() {
        return "parts";
    }

    @Override
    public String title() {
        return "Beyond the paper: what r, g and b learn";
    }

    @Override
    public Findings run(Memory memory) {
        Recipe xor = Recipes.secondOrder(2, 1).with(Recipes.RATES.get(2));
        return new Findings(
                "The networks of the parts above, seeds 1 to " + starts
                        + ". After learning, wg = 0 makes the product r g "
                        + "linear, and wb = 0 takes the squares away; points are classified again without learning. The set "
                        + "net = const of a neuron of the first layer is an ellipse if the determinant of its terms of "
                        + "second degree is positive, otherwise a hyperbola.",
                List.of(new FindingsTable("Points right (medians)",
                        List.of("task", "network", "as learned", "with wg = 0",
                                "with wb = 0", "ellipses in the first layer"),
                        List.of(row("exclusive or", xor, Gate.XOR.samples(2), memory),
                                row("rings", RingStudy.secondOrder(), Rings.samples(), memory),
                                row("spirals", SpiralStudy.secondOrder(), Spirals.centred(), memory)))),
                List.of());
    }

    private List<String> row(String task, Recipe recipe, Examples samples, Memory memory) {
        List<Seen> all = new ArrayList<>();
        String key = RandomStarts.key(recipe, samples, "parts");
        try (Progress progress = Progress.start("parts, " + task, starts)) {
            for (int i = 1; i <= starts; i++) {
                int seed = i;
                all.add(memory.remember(key + " seed " + seed,
                        () -> seen(recipe.learn(samples, seed).model(), recipe, samples), Seen::numbers, Seen::of));
                progress.step();
            }
        }
        int ellipses = all.stream().mapToInt(Seen::ellipses).sum();
        int neurons = all.stream().mapToInt(Seen::neurons).sum();
        return List.of(task, recipe.name(), median(all, Seen::whole, samples),
                median(all, Seen::withoutProduct, samples), median(all, Seen::withoutSquares, samples),
                ellipses + " of " + neurons);
    }

    private static Seen seen(Model model, Recipe recipe, Examples samples) {
        int neurons = model.network().shapes().get(1).size();
        int ellipses = 0;
        for (int unit = 0; unit < neurons; unit++) {
            double[][] a = QuadraticNeuron.of(model, 0, unit).form();
            if (a[0][0] * a[1][1] - a[0][1] * a[1][0] > 0) {
                ellipses++;
            }
        }
        return new Seen(right(model, recipe, samples), right(without(model, Set.of("wg")), recipe, samples),
                right(without(model, Set.of("wb")), recipe, samples), ellipses, neurons);
    }

    /** The model with 0 for all parameters of these names. */
    static Model without(Model model, Set<String> names) {
        float[] weights = model.weights();
        int at = 0;
        for (List<Parameter> layer : model.network().parameters()) {
            for (Parameter parameter : layer) {
                if (names.contains(parameter.name())) {
                    Arrays.fill(weights, at, at + parameter.size(), 0);
                }
                at += parameter.size();
            }
        }
        return model.withWeights(weights);
    }

    private static int right(Model model, Recipe recipe, Examples samples) {
        return recipe.right(Networks.predict(model, samples.x()), samples.y());
    }

    private static String median(List<Seen> all, ToDoubleFunction<Seen> right, Examples samples) {
        return Digits.shortest(Outliers.median(all.stream().mapToDouble(right).toArray()), 4) + " of "
                + samples.size();
    }
}
