package matterbook.neurons;

import java.util.List;

import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Sgd;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.stats.Proportion;

/**
 * Everything exactly as printed: sigmoid after each layer, half the sum of squares, plain descent with one step length.
 *
 * @param starts random starts of each network
 * @param budget the most iterations of a start
 */
public record PrintedStudy(int starts, int budget) implements Study {
    private static final double CENTRED_STEP = 0.01;
    private static final int STAGE = 16;
    private static final int PAPER_ITERATIONS = 1000;

    public PrintedStudy {
        Require.positive(starts, "the number of starts");
        Require.positive(budget, "the number of iterations");
    }

    /** With 12,000 iterations, twelve times what the paper needs for its rings. */
    public PrintedStudy(int starts) {
        this(starts, 12_000);
    }

    @Override
    public String id() {
        return "printed";
    }

    @Override
    public String title() {
        return "Exactly as printed: sigmoid and plain descent (eqs 2 to 12)";
    }

    @Override
    public Findings run(Memory memory) {
        RandomStarts from = new RandomStarts(starts, memory);
        Examples rings = Rings.samples();
        List<Sgd> ringSteps = Recipes.plain(rings.size());
        Trial ring2 = from.best(recipe("second order 2-3-2-1", Networks.quadraticAsPrinted(2, 3, 2, 1)), rings,
                ringSteps);
        Trial ring1 = from.best(recipe("first order 2-20-10-1", Networks.firstOrderAsPrinted(2, 20, 10, 1)), rings,
                ringSteps);
        Examples spirals = Spirals.asPrinted();
        Recipe network = recipe("second order 2-20-20-1", Networks.quadraticAsPrinted(2, 20, 20, 1));
        Trial whole = from.best(network, spirals, Recipes.plain(spirals.size()));
        Trial stages = from.inStages(network.with(whole.recipe().optimiser()).named(network.name() + " in stages"),
                spirals, STAGE, STAGE);
        Trial centred = from.of(recipe(network.name() + ", points centred, start as linear neurons",
                Networks.quadraticAsPrinted(QuadraticStart.RELINEAR, 2, 20, 20, 1))
                .with(Recipes.plain(CENTRED_STEP, spirals.size())), Spirals.centred());
        return new Findings(method(), List.of(Recipes.table("Rings", List.of(ring2, ring1)),
                Recipes.table("Spirals", List.of(whole, stages, centred))),
                List.of(rings(ring2), ringsFirstOrder(ring1), spirals(whole, stages, centred)));
    }

    private Recipe recipe(String name, Network network) {
        return new Recipe(name, network, Loss.MEAN_SQUARED_ERROR, Recipes.plain(1, 2), budget);
    }

    private String method() {
        return "Sigmoid after each layer (eq. 3), E half the sum of squares over all points (eq. 2), plain descent (eq. 12), "
                + "all weights drawn alike. The paper gives no step length: the best of 0.01, 0.03 and 0.1 for each network, "
                + "chosen with 5 starts that do not count; " + budget + " iterations at most, seeds 1 to " + starts
                + ". Spirals have the printed coordinates; in stages: " + STAGE / 2
                + " points of each spiral from the outside, then as many more whenever all are right (divide and conquer). "
                + "Last row: what it changes to centre the points, stretch them by 5 and start as linear neurons "
                + "(ReLinear), with the step length 0.01.";
    }

    private static Claim rings(Trial second) {
        Proportion soon = second.solvedWithin(PAPER_ITERATIONS);
        return new Claim("printed-rings",
                "Backpropagation from a random start separates the rings in no more than 1,000 iterations (Fig. 4).",
                "one run: all points right, at most 1,000 iterations",
                "within 1,000: " + soon + "; within " + second.recipe().budget() + ": " + second.solved(),
                soon.successes() > 0 ? Claim.Verdict.HOLDS : Claim.Verdict.NOT_TESTABLE,
                "Shown there for one run: it holds if any start does it. The paper gives no step length.");
    }

    private static Claim ringsFirstOrder(Trial first) {
        return new Claim("printed-rings-first-order",
                "A first-order 2-20-10-1 network, trained the same way, cannot classify the rings well (Fig. 5).",
                "one run: a gap in one ring",
                "all points right within 1,000: " + first.solvedWithin(PAPER_ITERATIONS) + "; within "
                        + first.recipe().budget() + ": " + first.solved(),
                Claim.mostlyNot(first.solved()),
                "The paper does not say for how many iterations it was trained.");
    }

    private static Claim spirals(Trial whole, Trial stages, Trial centred) {
        boolean any = whole.solved().successes() + stages.solved().successes() > 0;
        return new Claim("printed-spirals",
                "Trained from the outer turns inward, the second-order 2-20-20-1 network tells the spirals apart (Fig. 3).",
                "one run: all points right", "in stages " + stages.solved() + ", all points at once " + whole.solved()
                        + "; points centred and start as linear neurons " + centred.solved(),
                any ? Claim.Verdict.HOLDS : Claim.Verdict.NOT_TESTABLE,
                "The verdict is that of the printed coordinates and random weights. The paper gives neither step length nor "
                        + "iterations nor the size of its stages"
                        + (any ? "." : ": starts that do not get there prove nothing."));
    }
}
