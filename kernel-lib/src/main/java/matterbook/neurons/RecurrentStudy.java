package matterbook.neurons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Dense;
import matterbook.nn.Examples;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Lstm;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Recurrent;
import matterbook.nn.Shape;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.stats.Outliers;
import matterbook.stats.Proportion;

/**
 * The paper's outlook: recurrent networks of second-order neurons, beside those of first-order ones and the LSTM, where the
 * answer is known and is a product.
 *
 * @param starts random starts of each network
 * @param iterations of each fit of products
 */
public record RecurrentStudy(int starts, int iterations) implements Study {
    private static final int LONGEST = 6;
    private static final int LONG = 50;
    private static final int LONG_SEQUENCES = 200;
    private static final int STEPS = 6;
    private static final int SEQUENCES = 500;
    private static final double NEAR = 0.04;
    private static final List<Double> RATES = List.of(0.003, 0.01, 0.03, 0.1);
    private static final int TRIALS = 3;
    private static final long FIRST_OTHER_SEED = 1_000_001;
    private static final String EXPECTED = "expected, no figure";
    private static final String FLEXIBLE = "Recurrent networks of second-order neurons are more flexible (section IV): with as "
            + "many parameters, ";

    public RecurrentStudy {
        Require.positive(starts, "the number of starts");
        Require.positive(iterations, "the number of iterations");
    }

    /** A kind of layer that remembers, with its number of units. */
    private record Cell(String name, int units, IntFunction<Layer> layer) {
        static Cell secondOrder(int units) {
            return new Cell("second order", units, n -> new Recurrent(
                    new Quadratic(n, Initialiser.XAVIER, QuadraticStart.RELINEAR, 1), true));
        }

        static Cell firstOrder(int units) {
            return new Cell("first order", units, n -> new Recurrent(new Dense(n, Initialiser.XAVIER), true));
        }

        static Cell lstm(int units) {
            return new Cell("LSTM", units, n -> new Lstm(n, true));
        }

        String title() {
            return name + ", " + units + (units == 1 ? " unit" : " units");
        }

        /** One ordinary neuron reads the last state. */
        Network network(int steps, int features) {
            return Network.of(new Shape(List.of(steps, features)), layer.apply(units),
                    new Dense(1, Initialiser.XAVIER));
        }
    }

    /** How fits of the marked products did: the error of each start on sequences that it did not see. */
    private record Errors(Cell cell, double rate, List<Double> errors) {
        Proportion learned() {
            return new Proportion((int) errors.stream().filter(error -> error < NEAR).count(), errors.size());
        }

        /** In how many starts, each of the same sequences. */
        Proportion smallerThan(Errors other) {
            int smaller = 0;
            for (int i = 0; i < errors.size(); i++) {
                smaller += errors.get(i) < other.errors.get(i) ? 1 : 0;
            }
            return new Proportion(smaller, errors.size());
        }

        double median() {
            return Outliers.median(errors.stream().mapToDouble(Double::doubleValue).toArray());
        }

        List<String> row() {
            return List.of(cell.title(), String.valueOf(cell.network(STEPS, 2).parameterCount()), Digits.of(rate, 3),
                    learned().toString(), Digits.of(median(), 2));
        }
    }

    @Override
    public String id() {
        return "recurrent";
    }

    @Override
    public String title() {
        return "Recurrent networks of second-order neurons (the outlook of section IV)";
    }

    @Override
    public Findings run(Memory memory) {
        List<Trial> signs = new ArrayList<>();
        List<List<String>> longer = new ArrayList<>();
        Examples samples = Sequences.parity(LONGEST);
        for (Cell cell : List.of(Cell.secondOrder(2), Cell.firstOrder(2), Cell.firstOrder(4), Cell.lstm(2))) {
            Trial trial = new RandomStarts(starts, memory).best(
                    Recipes.modern(cell.title(), cell.network(LONGEST, 1)), samples, Recipes.RATES);
            signs.add(trial);
            longer.add(List.of(cell.title(), longer(trial, cell, samples, memory)));
        }
        List<Errors> products = new ArrayList<>();
        for (Cell cell : List.of(Cell.secondOrder(3), Cell.firstOrder(3), Cell.firstOrder(6), Cell.lstm(3))) {
            products.add(best(cell, memory));
        }
        return new Findings(method(), List.of(Recipes.table("Parity of up to " + LONGEST + " signs", signs),
                new FindingsTable("Of the starts that solve it, those that also have all of " + LONG_SEQUENCES
                        + " sequences of " + LONG + " signs right", List.of("network", "starts"), longer),
                new FindingsTable("Product of two marked numbers among " + STEPS + ", on sequences not seen",
                        List.of("network", "parameters", "rate", "starts with an error below " + NEAR,
                                "error (median)"),
                        products.stream().map(Errors::row).toList())),
                List.of(parity(signs.get(0), signs.get(2), signs.get(3)),
                        product(products.get(0), products.get(2), products.get(3))));
    }

    /** How many of the starts that solved the short sequences have also learned the rule. */
    private static String longer(Trial trial, Cell cell, Examples samples, Memory memory) {
        List<Attempt> solved = trial.attempts().stream().filter(Attempt::solved).toList();
        int right = 0;
        try (Progress progress = Progress.start(cell.title() + ", " + LONG + " signs", solved.size())) {
            for (Attempt attempt : solved) {
                String key = RandomStarts.key(trial.recipe(), samples,
                        "then " + LONG_SEQUENCES + " of " + LONG + " signs seed " + attempt.seed());
                double known = remembered(memory, key,
                        () -> rightOnLong(trial.recipe(), cell, samples, attempt.seed()));
                right += known == LONG_SEQUENCES ? 1 : 0;
                progress.step();
            }
        }
        return solved.isEmpty() ? "none solves it" : new Proportion(right, solved.size()).toString();
    }

    private static double remembered(Memory memory, String key, Supplier<Double> make) {
        return memory.remember(key, make, number -> new double[]{number}, numbers -> numbers[0]);
    }

    private static double rightOnLong(Recipe recipe, Cell cell, Examples samples, long seed) {
        Model model = recipe.learn(samples, seed).model();
        Examples sequences = Sequences.longParity(LONG_SEQUENCES, LONG, Rng.seeded(seed));
        Tensor y = Networks.predict(cell.network(LONG, 1).model(model.weights()), sequences.x());
        return recipe.right(y, sequences.y());
    }

    /** At the rate that did best from starts that do not count. */
    private Errors best(Cell cell, Memory memory) {
        try (Progress progress = Progress.start(cell.title() + ", products", (long) RATES.size() * TRIALS + starts)) {
            List<Errors> others = new ArrayList<>();
            for (double rate : RATES) {
                others.add(errors(cell, rate, FIRST_OTHER_SEED, TRIALS, memory, progress));
            }
            Errors chosen = others.stream().min(Comparator.comparingDouble(Errors::median)).orElseThrow();
            return errors(cell, chosen.rate(), 1, starts, memory, progress);
        }
    }

    private Errors errors(Cell cell, double rate, long firstSeed, int number, Memory memory, Progress progress) {
        List<Double> errors = new ArrayList<>();
        Network network = cell.network(STEPS, 2);
        for (int i = 0; i < number; i++) {
            errors.add(error(network, rate, firstSeed + i, memory));
            progress.step();
        }
        return new Errors(cell, rate, errors);
    }

    /** The root of the mean squared error on sequences that were not seen; each start draws its own. */
    private double error(Network network, double rate, long seed, Memory memory) {
        Rng rng = Rng.seeded(seed);
        Examples train = Sequences.markedProducts(SEQUENCES, STEPS, rng);
        Examples test = Sequences.markedProducts(SEQUENCES, STEPS, rng);
        String key = Fit.key(network, train, rate, iterations) + " tested on " + RandomStarts.checksum(test) + " seed "
                + seed;
        return remembered(memory, key,
                () -> distance(Fit.of(network, train, rate, iterations, seed).model(), test));
    }

    private static double distance(Model model, Examples test) {
        Tensor y = Networks.predict(model, test.x());
        double sum = 0;
        for (int i = 0; i < test.size(); i++) {
            double d = y.get(i, 0) - test.y().get(i, 0);
            sum += d * d;
        }
        return Math.sqrt(sum / test.size());
    }

    private String method() {
        return "h := tanh(neurons(x and h)), of second-order neurons (which start as linear ones) or first-order ones, beside "
                + "the LSTM; an ordinary neuron reads the last h. Parity: all sequences of 1 to " + LONGEST
                + " signs, is the number of minus signs odd; learning, choice of rates and seeds 1 to " + starts
                + " as for the spirals, " + Recipes.BUDGET + " iterations at most. Products: " + SEQUENCES
                + " sequences of " + STEPS
                + " numbers from -1 to 1, two of them marked, drawn anew for each start; least "
                + "squares, " + iterations
                + " iterations of Adam with the best of the rates 0.003, 0.01, 0.03 and 0.1 for "
                + "each network (chosen with " + TRIALS
                + " starts that do not count), falling along a cosine. Errors are roots of "
                + "mean squares; one third is that of saying 0. The second row of each table has as many units as the first, "
                + "the third as many parameters or a few more; so has the LSTM, whose units cannot be divided.";
    }

    private static Claim parity(Trial second, Trial first, Trial lstm) {
        return new Claim("recurrent-parity",
                FLEXIBLE + "one tells the parity of a sequence of signs from more starts than a "
                        + "recurrent network of first-order neurons.",
                EXPECTED,
                second.solved() + "; first order " + first.solved() + "; LSTM " + lstm.solved(),
                Claim.moreOften(second.solved(), first.solved()),
                "Holds or fails if the 95 % intervals are apart. One second-order neuron can be the answer, "
                        + "h := tanh(k x h); learning need not find it.");
    }

    private static Claim product(Errors second, Errors first, Errors lstm) {
        Proportion smaller = second.smallerThan(first);
        return new Claim("recurrent-product",
                FLEXIBLE + "one comes nearer to the product of two marked numbers of a sequence "
                        + "than a recurrent network of first-order neurons.",
                EXPECTED,
                "smaller error in " + smaller + " starts; medians " + Digits.of(second.median(), 2) + " against "
                        + Digits.of(first.median(), 2) + "; LSTM " + Digits.of(lstm.median(), 2),
                Claim.mostly(smaller),
                "Start by start, on the same sequences; holds or fails if the 95 % interval lies above or below one half.");
    }
}
