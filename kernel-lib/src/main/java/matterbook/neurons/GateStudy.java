package matterbook.neurons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Network;
import matterbook.nn.Examples;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.reproduce.FindingsTable;
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
            all.add(new Errors(gate, errors(gate + ", second order", Networks.quadratic(2, 1), samples),
                    errors(gate + ", first order", Networks.firstOrder(2, 1), samples)));
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

    private List<Double> errors(String name, Network network, Examples samples) {
        List<Double> errors = new ArrayList<>();
        try (Progress progress = Progress.start(name, starts)) {
            for (int i = 0; i < starts; i++) {
                errors.add(Fit.of(network, samples, RATE, ITERATIONS, i + 1).error());
                progress.step();
            }
        }
        return errors;
    }

    private static List<String> row(Errors errors) {
        return List.of(errors.gate().name().toLowerCase(Locale.ROOT), errors.learnedBySecond().toString(),
                range(errors.second()), errors.learnedByFirst().toString(), range(errors.first()));
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

    private static Claim gates(List<Errors> all) {
        int second = all.stream().mapToInt(e -> e.learnedBySecond().successes()).sum();
        int first = all.stream().mapToInt(e -> e.learnedByFirst().successes()).sum();
        int trials = all.stream().mapToInt(e -> e.second().size()).sum();
        Proportion learned = new Proportion(second, trials);
        return new Claim("gates", "A single second-order neuron implements basic fuzzy logic operations (section I).",
                "no figure", "all six gates: " + learned + "; first order: " + new Proportion(first, trials),
                Claim.mostly(learned), "Each gate is a polynomial of second degree, its only term of that "
                        + "degree a b: the product r g alone can be it.");
    }

    private static Claim xor(Trial second, Trial first) {
        return new Claim("xor", "A single second-order neuron classifies what lines cannot separate (section I).",
                "no figure", "exclusive or: " + second.solved() + "; first order: " + first.solved(),
                first.solved().successes() > 0 ? Claim.Verdict.FAILS : Claim.mostly(second.solved()), "");
    }
}
