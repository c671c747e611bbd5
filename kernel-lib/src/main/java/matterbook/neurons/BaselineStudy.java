package matterbook.neurons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import matterbook.core.Require;
import matterbook.nn.DeltaBarDelta;
import matterbook.nn.Examples;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.Optimiser;
import matterbook.nn.QuickProp;
import matterbook.nn.Sgd;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.stats.Proportion;

/**
 * Two spirals by the means of 1988 that the paper names: Lang and Witbrock's network with shortcuts, backpropagation with
 * momentum, QuickProp, learning rates that adapt themselves; and second-order networks by the same.
 *
 * @param starts random starts of each network
 * @param budget the most iterations of a start
 */
public record BaselineStudy(int starts, int budget) implements Study {
    private static final List<Double> RATES = List.of(0.03, 0.1);
    private static final double MOMENTUM = 0.95;

    public BaselineStudy {
        Require.positive(starts, "the number of starts");
        Require.positive(budget, "the number of iterations");
    }

    /** With 20,000 iterations, about what Lang and Witbrock needed with backpropagation. */
    public BaselineStudy(int starts) {
        this(starts, 20_000);
    }

    /** A way down, and the trials of all networks by it. */
    private enum Way {
        MOMENTUM("momentum"), QUICK_PROP("QuickProp"), ADAPTION("delta-bar-delta");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        List<Optimiser> optimisers() {
            return RATES.stream().map(this::optimiser).toList();
        }

        private Optimiser optimiser(double rate) {
            return switch (this) {
                case MOMENTUM -> new Sgd(rate, BaselineStudy.MOMENTUM, false, 0);
                case QUICK_PROP -> new QuickProp(rate);
                case ADAPTION -> new DeltaBarDelta(rate);
            };
        }
    }

    /** One way down: with shortcuts, without them, second order with as few parameters, and the paper's network. */
    private record Trials(Way way, Trial shortcuts, Trial chain, Trial small, Trial paper) {
        List<Trial> all() {
            return List.of(shortcuts, chain, small, paper);
        }
    }

    @Override
    public String id() {
        return "baselines";
    }

    @Override
    public String title() {
        return "Two spirals by the means of 1988: shortcuts, QuickProp, learning-rate adaption (sections III.A and IV)";
    }

    @Override
    public Findings run(Memory memory) {
        RandomStarts from = new RandomStarts(starts, memory);
        List<Trials> all = new ArrayList<>();
        for (Way way : Way.values()) {
            all.add(new Trials(way,
                    trial(from, way, "first order 2-5-5-5-1 with shortcuts", Networks.withShortcuts(2, 5, 5, 5, 1)),
                    trial(from, way, "first order 2-7-7-7-1", Networks.firstOrder(2, 7, 7, 7, 1)),
                    trial(from, way, "second order 2-5-4-1", Networks.quadratic(2, 5, 4, 1)),
                    trial(from, way, "second order 2-20-20-1", Networks.quadratic(2, 20, 20, 1))));
        }
        List<Trial> rows = all.stream().flatMap(trials -> trials.all().stream()).toList();
        return new Findings(method(), List.of(Recipes.table("194 points", rows)),
                List.of(shortcuts(all), withoutShortcuts(all), secondOrder(all), equalParameters(all), refined(all)));
    }

    private Trial trial(RandomStarts from, Way way, String name, Network network) {
        List<Optimiser> optimisers = way.optimisers();
        Examples points = Spirals.centred();
        return from.best(new Recipe(name + ", " + way.words, network, Loss.BINARY_CROSS_ENTROPY, optimisers.getFirst(),
                budget), points, optimisers);
    }

    private String method() {
        return "The points of the part \"spirals\", cross-entropy, all points in each step, tanh between layers. Shortcuts "
                + "connect each layer with all before it; they and the other networks of rows 1 to 3 of each descent have "
                + "about as many parameters. Momentum 0.95; QuickProp with Fahlman's growth of at most 1.75 and decay of "
                + "0.0001; for learning-rate adaption the delta-bar-delta rule of Jacobs, with which a rate gains a tenth "
                + "of the first one or loses a tenth of itself (the rule that the paper cites, by Li and others, is not to "
                + "be had in full). Each network has the better of the rates 0.03 and 0.1, of the mean over the points, "
                + "chosen with 5 starts that do not count; " + budget + " iterations at most, seeds 1 to " + starts
                + ". Lang and Witbrock needed about 20,000 iterations with backpropagation and 8,000 with QuickProp (as "
                + "told by Fahlman and Lebiere, CMU-CS-90-100).";
    }

    /** {@code momentum 7/10 (40 to 89 %); QuickProp ...}. */
    private static String each(List<Trials> all, Function<Trials, Proportion> solved) {
        return all.stream().map(trials -> trials.way().words + " " + solved.apply(trials))
                .collect(Collectors.joining("; "));
    }

    private static Claim.Verdict all(List<Trials> all, Function<Trials, Claim.Verdict> verdict) {
        return Claim.all(all.stream().map(verdict).toArray(Claim.Verdict[]::new));
    }

    /** Shown for single runs: one start is enough. */
    private static Claim shortcuts(List<Trials> all) {
        return new Claim("baselines-shortcuts",
                "A first-order 2-5-5-5-1 network with shortcuts learns the spirals, by backpropagation and by QuickProp "
                        + "(section III.A, after Lang and Witbrock).",
                "single runs: all points right", each(all, trials -> trials.shortcuts().solved()),
                all(all.subList(0, 2), trials -> trials.shortcuts().solved().successes() > 0
                        ? Claim.Verdict.HOLDS
                        : Claim.Verdict.NOT_TESTABLE),
                "It holds if any start does it by each of the two.");
    }

    /** One start that does what "cannot" denies refutes it. */
    private static Claim withoutShortcuts(List<Trials> all) {
        Proportion plain = all.getFirst().chain().solved();
        return new Claim("baselines-chain",
                "Backpropagation with connections forward only cannot (section III.A, after Lang and Witbrock).",
                "cannot", "2-7-7-7-1: " + each(all, trials -> trials.chain().solved()),
                plain.successes() > 0 ? Claim.Verdict.FAILS : Claim.mostlyNot(plain),
                "Judged by backpropagation with momentum, for this network and this many iterations.");
    }

    private static Claim secondOrder(List<Trials> all) {
        return new Claim("baselines-second-order",
                "A second-order 2-20-20-1 network learns the spirals by the same descents without shortcuts (section III.A).",
                "one picture, all points right", each(all, trials -> trials.paper().solved()),
                all(all, trials -> Claim.mostly(trials.paper().solved())), "It has eleven times as many parameters.");
    }

    private static Claim equalParameters(List<Trials> all) {
        return new Claim("baselines-parameters",
                "With as many parameters, second-order networks without shortcuts learn the spirals more often than "
                        + "first-order ones without them (sections I and IV expect simpler networks).",
                "no figure",
                "2-5-4-1: " + each(all, trials -> trials.small().solved()) + "; first order 2-7-7-7-1: "
                        + each(all, trials -> trials.chain().solved()),
                all(all, trials -> Claim.moreOften(trials.small().solved(), trials.chain().solved())),
                "Holds if the 95 % intervals are apart by each descent.");
    }

    private static Claim refined(List<Trials> all) {
        Trial plain = all.getFirst().paper();
        List<Trials> others = all.subList(1, all.size());
        return new Claim("baselines-refined",
                "QuickProp and learning-rate adaption make the descent of a second-order network more efficient "
                        + "(section IV).",
                "no figure",
                "2-20-20-1, iterations by momentum " + plain.spread() + "; fewer in so many pairs of starts by "
                        + each(others, trials -> trials.paper().soonerThan(plain)),
                all(others, trials -> Claim.mostly(trials.paper().soonerThan(plain))),
                "Against momentum with the better of two rates.");
    }
}
