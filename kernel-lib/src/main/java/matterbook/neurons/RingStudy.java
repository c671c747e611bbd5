package matterbook.neurons;

import java.util.List;

import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.QuadraticStart;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;

/**
 * Four concentric rings, with means of today for both orders.
 *
 * @param starts random starts of each network
 */
public record RingStudy(int starts) implements Study {
    private static final int PAPER_ITERATIONS = 1000;
    private static final double SLOWER = 0.1;

    public RingStudy {
        Require.positive(starts, "the number of starts");
    }

    @Override
    public String id() {
        return "rings";
    }

    @Override
    public String title() {
        return "Concentric rings (section III.B, Figs 4 and 5)";
    }

    /** The network of Fig. 4, as it is trained here. */
    public static Recipe secondOrder() {
        return Recipes.secondOrder(2, 3, 2, 1).with(Recipes.RATES.get(2));
    }

    @Override
    public Findings run(Memory memory) {
        Examples points = Rings.samples();
        RandomStarts from = new RandomStarts(starts, memory);
        Trial second = from.best(Recipes.secondOrder(2, 3, 2, 1), points, Recipes.RATES);
        Trial narrow = from.best(Recipes.firstOrder(2, 3, 2, 1), points, Recipes.RATES);
        Trial equal = from.best(Recipes.firstOrder(2, 7, 4, 1), points, Recipes.RATES);
        Trial large = from.best(Recipes.firstOrder(2, 20, 10, 1), points, Recipes.RATES);
        Trial slow = from.best(Recipes.modern("second order 2-3-2-1, quadratic part at a tenth of the rate",
                Networks.quadratic(QuadraticStart.RELINEAR, SLOWER, 2, 3, 2, 1)), points, Recipes.RATES);
        Trial random = from.best(Recipes.modern("second order 2-3-2-1, all weights at random",
                Networks.quadratic(QuadraticStart.RANDOM, 1, 2, 3, 2, 1)), points, Recipes.RATES);
        return new Findings(method(),
                List.of(Recipes.table("240 points", List.of(second, narrow, equal, large, slow, random))),
                List.of(separates(second), firstOrderCannot(large), parameters(second, equal)));
    }

    private String method() {
        return "Rings of radius 0.5, 1, 1.5 and 2 with 60 evenly spaced points each, labels from the inside 1, 0, 1, 0 (the "
                + "paper gives neither). Learning, choice of rates and seeds 1 to " + starts + " as for the spirals, "
                + Recipes.BUDGET + " iterations at most. First-order networks have the same widths (row 2), as many "
                + "parameters (row 3) or the widths of Fig. 5 (row 4).";
    }

    private static Claim separates(Trial second) {
        return new Claim("rings-second-order",
                "A second-order 2-3-2-1 network separates the rings perfectly in no more than 1,000 iterations (Fig. 4).",
                "all points right, at most 1,000 iterations",
                second.solvedWithin(PAPER_ITERATIONS) + " of the starts; iterations " + second.spread(),
                Claim.mostly(second.solvedWithin(PAPER_ITERATIONS)), "");
    }

    private static Claim firstOrderCannot(Trial large) {
        return new Claim("rings-first-order",
                "A first-order 2-20-10-1 network cannot classify the rings well (Fig. 5).", "a gap in one ring",
                large.solved() + " of the starts have all points right; iterations " + large.spread(),
                Claim.mostlyNot(large.solved()),
                "For plain descent see the part \"printed\".");
    }

    private static Claim parameters(Trial second, Trial equal) {
        return new Claim("rings-parameters",
                "The second-order network is considerably simpler: with as many parameters, the first-order one is "
                        + "inherently handicapped (section IV).",
                "no figure",
                second.recipe().network().parameterCount() + " parameters: " + second.solved() + "; first order with "
                        + equal.recipe().network().parameterCount() + ": " + equal.solved(),
                Claim.moreOften(second.solved(), equal.solved()),
                "Holds if the 95 % intervals are apart.");
    }
}
