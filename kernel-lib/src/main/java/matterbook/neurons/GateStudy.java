package matterbook.neurons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.Network;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.stats.Proportion;

/**
 * Gates of fuzzy logic with one neuron of each order.
 *
 * @param starts random starts of each neuron
 */
public record GateStudy(int starts) implements Study {
    private static final int SIDE = 11;
    private static final int ITERATIONS = 1000;
    private static final double RATE = 0.05;
    private static final double LEARNED = 0.01;

    public GateStudy {
        Require.positive(starts, "the number of starts");
    }

    /** What one neuron made of one gate: roots of the mean squared errors, start by start. */
    private record Errors(Gate gate, List<Double> second, List<Double> first) {
        Proportion learnedBySecond() {
            return learned(second);
        }

        Proportion learnedByFirst() {
            return learned(first);
        }

        private static Proportion learned(List<Double> errors) {
            return new Proportion((int) errors.stream().filter(e -> e < LEARNED).count(), errors.size());
        }
    }

    @Override
    public String id() {
        return "gates";
    }

    @Override
    public String title() {
        return "Fuzzy logic with one neuron (section I)";
    }

    @Override
    public Findings run(Memory memory) {
        List<Errors> all = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            Examples samples = gate.samples(SIDE);
            all.add(new Errors(gate, errors(gate + ", second order", Networks.quadratic(2, 1), samples, memory),
                    errors(gate + ", first order", Networks.firstOrder(2, 1), samples, memory)));
        }
        FindingsTable table = new FindingsTable("Truth on a grid of 11 x 11",
                List.of("gate", "second order (9 parameters): learned",
                        "error", "first order (3 parameters): learned", "error"),
                all.stream().map(GateStudy::row).toList());
        Examples corners = Gate.XOR.samples(2);
        RandomStarts from = new RandomStarts(starts, memory);
        Trial second = from.best(Recipes.secondOrder(2, 1), corners, Recipes.RATES);
        Trial first = from.best(Recipes.firstOrder(2, 1), corners, Recipes.RATES);
        return new Findings(method(), List.of(table, Recipes.table("Exclusive or at the four corners",
                List.of(second, first))), List.of(gates(all), xor(second, first)));
    }

    private List<Double> errors(String name, Network network, Examples samples, Memory memory) {
        List<Double> errors = new ArrayList<>();
        String key = Fit.key(network, samples, RATE, ITERATIONS);
        try (Progress progress = Progress.start(name, starts)) {
            for (int i = 1; i <= starts; i++) {
                int seed = i;
                errors.add(memory.remember(key + " error, seed " + seed,
                        () -> Fit.of(network, samples, RATE, ITERATIONS, seed).error(), error -> new double[]{error},
                        numbers -> numbers[0]));
                progress.step();
            }
        }
        return errors;
    }

    private static List<String> row(Errors errors) {
        return List.of(name(errors), errors.learnedBySecond().toString(),
                range(errors.second()), errors.learnedByFirst().toString(), range(errors.first()));
    }

    private static String name(Errors errors) {
        return errors.gate().name().toLowerCase(Locale.ROOT);
    }

    private static String range(List<Double> errors) {
        String low = Digits.of(Collections.min(errors), 2);
        String high = Digits.of(Collections.max(errors), 2);
        return low.equals(high) ? low : low + " to " + high;
    }

    private String method() {
        return "\"And\" is the product, \"not\" is 1 - a. Above: truth fitted by one neuron without activation, least squares, "
                + ITERATIONS
                + " iterations of Adam (0.05, falling along a cosine), all points in each; learned: root of the "
                + "mean squared error below 0.01. Below: points told apart, as for the spirals. Seeds 1 to " + starts
                + ".";
    }

    /** The paper shows that it can be done: one start is enough for a gate. */
    private static Claim gates(List<Errors> all) {
        Comparator<Errors> bySecond = Comparator.comparingInt(errors -> errors.learnedBySecond().successes());
        Errors hardest = Collections.min(all, bySecond);
        int first = all.stream().mapToInt(errors -> errors.learnedByFirst().successes()).max().orElseThrow();
        long learned = all.stream().filter(errors -> errors.learnedBySecond().successes() > 0).count();
        return new Claim("gates", "A single second-order neuron implements basic fuzzy logic operations (section I).",
                "no figure", learned + " of " + all.size() + " gates by at least one start, the hardest ("
                        + name(hardest) + ") by " + hardest.learnedBySecond() + "; first order: a gate by "
                        + first + " starts at most",
                learned == all.size() ? Claim.Verdict.HOLDS : Claim.Verdict.NOT_TESTABLE,
                "Each gate is a polynomial of second degree, its only term of that degree a b: the product r g alone can be "
                        + "it.");
    }

    private static Claim xor(Trial second, Trial first) {
        return new Claim("xor", "A single second-order neuron classifies what lines cannot separate (section I).",
                "no figure", "exclusive or: " + second.solved() + "; first order: " + first.solved(),
                first.solved().successes() > 0 ? Claim.Verdict.FAILS : Claim.mostly(second.solved()), "");
    }
}
