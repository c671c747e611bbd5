package matterbook.neurons;

import java.util.List;

import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;

/**
 * Two spirals, with means of today (Adam, cross-entropy, tanh) for both orders.
 *
 * @param starts random starts of each network
 */
public record SpiralStudy(int starts) implements Study {
    public SpiralStudy {
        Require.positive(starts, "the number of starts");
    }

    @Override
    public String id() {
        return "spirals";
    }

    @Override
    public String title() {
        return "Two spirals (section III.A, Fig. 3)";
    }

    /** The network of Fig. 3, as it is trained here. */
    public static Recipe secondOrder() {
        return Recipes.secondOrder(2, 20, 20, 1).with(Recipes.RATES.get(1));
    }

    @Override
    public Findings run(Memory memory) {
        Examples points = Spirals.centred();
        RandomStarts from = new RandomStarts(starts, memory);
        Trial second = from.best(Recipes.secondOrder(2, 20, 20, 1), points, Recipes.RATES);
        Trial small = from.best(Recipes.secondOrder(2, 11, 10, 1), points, Recipes.RATES);
        Trial wide = from.best(Recipes.firstOrder(2, 20, 20, 1), points, Recipes.RATES);
        Trial large = from.best(Recipes.firstOrder(2, 37, 36, 1), points, Recipes.RATES);
        return new Findings(method(), List.of(Recipes.table("194 points", List.of(second, wide, large, small))),
                List.of(tellsApart(second), firstOrderCannot(wide, large),
                        fewerIterations(second, small, wide, large)));
    }

    private String method() {
        return "The 194 points of eqs 13 to 20, shifted to 0 and stretched by 5. Cross-entropy, all points in each step, Adam "
                + "with the best of the rates 0.01, 0.03 and 0.1 for each network, chosen with 5 starts that do not count; "
                + Recipes.BUDGET + " iterations at most, seeds 1 to " + starts
                + ". Second-order neurons start as linear "
                + "ones (ReLinear). First-order networks have the same widths (row 2) or the same number of parameters "
                + "(row 3 beside row 1, row 4 beside row 2).";
    }

    private static Claim tellsApart(Trial second) {
        return new Claim("spirals-second-order",
                "A second-order 2-20-20-1 network without shortcuts tells the two spirals apart (Fig. 3).",
                "one picture, all points right", second.solved() + " of the starts; iterations " + second.spread(),
                Claim.mostly(second.solved()),
                "Within 200 iterations: " + second.solvedWithin(200)
                        + ". The paper trained from the outer turns inward.");
    }

    /** One start that does what "cannot" denies refutes it. */
    private static Claim firstOrderCannot(Trial wide, Trial large) {
        boolean any = wide.solved().successes() + large.solved().successes() > 0;
        return new Claim("spirals-first-order",
                "Networks of first-order neurons with connections forward only cannot (section III.A, after Lang and "
                        + "Witbrock, who needed shortcuts).",
                "cannot", "2-20-20-1: " + wide.solved() + "; 2-37-36-1: " + large.solved(),
                any ? Claim.Verdict.FAILS : Claim.mostlyNot(wide.solved()),
                any ? "Adam finds weights that do it; for descents of 1988 see the part \"baselines\"." : "");
    }

    private static Claim fewerIterations(Trial second, Trial small, Trial wide, Trial large) {
        return new Claim("spirals-iterations",
                "At equal parameter count, second-order networks learn in fewer iterations (section IV expects better "
                        + "speed for a given complexity).",
                "no figure",
                "about 1500 parameters: " + fewer(second, large) + "; about 500: " + fewer(small, wide),
                Claim.all(Claim.mostly(second.soonerThan(large)), Claim.mostly(small.soonerThan(wide))),
                "Judged by pairs of starts. An iteration of the second-order network takes three products of matrices "
                        + "where the other takes one.");
    }

    private static String fewer(Trial second, Trial first) {
        return second.spread() + " against " + first.spread() + ", fewer in " + second.soonerThan(first) + " pairs";
    }
}
