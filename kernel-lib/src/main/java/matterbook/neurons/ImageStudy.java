package matterbook.neurons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;

/**
 * CT against MR with small convolutional networks, on synthetic images.
 *
 * @param starts random starts of each network, each with phantoms of its own
 * @param phantoms for learning, and twice as many for testing
 */
public record ImageStudy(int starts, int phantoms) implements Study {
    private static final int EACH = 5;
    private static final List<Trio> TRIOS = List.of(
            new Trio("10-60", "72.17 % against 60.00 %", ImageNetwork.secondOrder(10, 60, 1),
                    ImageNetwork.firstOrder(10, 60, 1), ImageNetwork.firstOrder(18, 104, 1)),
            new Trio("5-70", "76.50 % against 63.83 %", ImageNetwork.secondOrder(5, 70, 1),
                    ImageNetwork.firstOrder(5, 70, 1), ImageNetwork.firstOrder(9, 124, 1)));

    public ImageStudy {
        Require.that(starts >= 2, "an interval needs at least 2 starts, not " + starts);
        Require.that(phantoms >= 2, "CT and MR need at least 2 phantoms, not " + phantoms);
    }

    /** A network of the paper, beside first-order ones with as many channels and with as many parameters. */
    private record Trio(String widths, String theirs, ImageNetwork second, ImageNetwork sameWidth,
            ImageNetwork sameParameters) {}

    /** How all three did. */
    private record Outcome(Trio trio, ImageStarts.Result second, ImageStarts.Result sameWidth,
            ImageStarts.Result sameParameters) {
        static Outcome of(Trio trio, ImageStarts starts) {
            return new Outcome(trio, starts.of(trio.second()), starts.of(trio.sameWidth()),
                    starts.of(trio.sameParameters()));
        }

        Lead over(ImageStarts.Result other) {
            return Lead.of(second.numbers(0), other.numbers(0));
        }
    }

    /** Sorting patches; the one number of a start is the share of test patches that are right, in percent. */
    private static final class Sorting implements ImageStarts.Task {
        private final int phantoms;
        private final Map<Long, Examples.Split> draws = new HashMap<>();

        Sorting(int phantoms) {
            this.phantoms = phantoms;
        }

        private Examples.Split draw(long seed) {
            return draws.computeIfAbsent(seed, s -> Patches.split(phantoms, 2 * phantoms, EACH, Rng.seeded(s)));
        }

        @Override
        public String name() {
            return "images";
        }

        @Override
        public String data(long seed) {
            return RandomStarts.checksum(draw(seed).train()) + " " + RandomStarts.checksum(draw(seed).test());
        }

        @Override
        public int numbers() {
            return 1;
        }

        @Override
        public double[] attempt(ImageWay way, long seed) {
            Examples test = draw(seed).test();
            Tensor y = way.learn(draw(seed).train(), Rng.seeded(seed).split()).predict(test.x());
            int right = 0;
            for (int i = 0; i < test.size(); i++) {
                if (y.get(i, 0) > 0 == (test.y().get(i, 0) == Patches.CT)) {
                    right++;
                }
            }
            return new double[]{100.0 * right / test.size()};
        }
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String title() {
        return "CT against MR (section III.C): on synthetic images";
    }

    @Override
    public Findings run(Memory memory) {
        ImageStarts tries = new ImageStarts(new Sorting(phantoms), starts, memory);
        List<List<String>> rows = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Trio trio : TRIOS) {
            Outcome outcome = Outcome.of(trio, tries);
            rows.add(row(outcome.second(), "-"));
            rows.add(row(outcome.sameWidth(), outcome.over(outcome.sameWidth()).toString()));
            rows.add(row(outcome.sameParameters(), outcome.over(outcome.sameParameters()).toString()));
            claims.addAll(claims(outcome));
        }
        return new Findings(method(), List.of(new FindingsTable("Test patches right after " + ImageWay.EPOCHS
                + " iterations (synthetic): mean of the starts, and lead of the second-order network in percentage points, "
                + "start by start, both with 95 % intervals",
                List.of("network", "parameters", "rate", "right", "second order leads by"), rows)), claims);
    }

    private static List<String> row(ImageStarts.Result result, String lead) {
        return List.of(result.name(), result.parameters(), result.way().rates(), Lead.percent(result.numbers(0)), lead);
    }

    private String method() {
        return "Synthetic, not comparable with the paper's figures: its images from the Internet are not to be had. "
                + "Each start draws " + phantoms + " phantoms for learning and " + 2 * phantoms
                + " others for the test, half of each seen by CT (bright bone, even soft tissue, correlated noise), half by MR "
                + "(dark bone, contrast, drift of brightness, Rician noise), " + EACH
                + " patches of 28 x 28 from each, mean 0 and variance 1; all networks of a start see the same patches. Two "
                + "convolutions of 5 x 5 with ReLU and pooling, one neuron at the end; cross-entropy, Adam with the best of "
                + "the rates 0.001, 0.003, 0.01 and 0.03 (and of 0.1 and 1 times that for the quadratic part) for each network, "
                + "chosen with " + ImageStarts.TRIALS + " starts that do not count, batches of 25, " + ImageWay.EPOCHS
                + " passes, seeds 1 to " + starts + ". The last row of three has as many parameters as the first. "
                + "Products by OpenBLAS where it loads: other processors round otherwise.";
    }

    private static List<Claim> claims(Outcome outcome) {
        Trio trio = outcome.trio();
        String ours = Lead.percent(outcome.second().numbers(0));
        String width = Lead.percent(outcome.sameWidth().numbers(0));
        String parameters = Lead.percent(outcome.sameParameters().numbers(0));
        String only = " (on synthetic images; a claim of ours, which these starts can judge)";
        return List.of(
                new Claim("images-" + trio.widths(), "After 10 iterations, the second-order " + trio.widths()
                        + " network labels more CT and MR images correctly than the first-order one.", trio.theirs(),
                        "synthetic: " + ours + " against " + width, Claim.Verdict.NOT_TESTABLE,
                        "Other images than the paper's can neither confirm nor refute its percentages."),
                new Claim("images-" + trio.widths() + "-width", "The second-order " + trio.widths()
                        + " network gets more right than the first-order one of equal width" + only + ".", "no figure",
                        outcome.over(outcome.sameWidth()) + " points", outcome.over(outcome.sameWidth()).verdict(),
                        "The second-order network has three times as many parameters."),
                new Claim("images-" + trio.widths() + "-parameters", "The second-order " + trio.widths()
                        + " network gets more right than the first-order " + trio.sameParameters().widths()
                        + " network of equal parameter count" + only + ".", "no figure",
                        outcome.over(outcome.sameParameters()) + " points: " + ours + " against " + parameters,
                        outcome.over(outcome.sameParameters()).verdict(),
                        "Not testable where the interval of the lead holds 0: too few starts."));
    }
}
