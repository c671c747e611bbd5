package matterbook.neurons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Activation;
import matterbook.nn.Adam;
import matterbook.nn.Conv2d;
import matterbook.nn.Dense;
import matterbook.nn.Loss;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Pool;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticConv2d;
import matterbook.nn.Examples;
import matterbook.nn.Shape;
import matterbook.nn.Tensor;
import matterbook.nn.Training;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.reproduce.FindingsTable;
import matterbook.stats.MeanInterval;

/**
 * CT against MR with small convolutional networks, on synthetic images.
 *
 * @param starts random starts of each network
 */
public record ImageStudy(int starts) implements Study {
    private static final int PHANTOMS = 30;
    private static final int EACH = 5;
    private static final int EPOCHS = 10;
    private static final int WINDOW = 5;
    private static final double CONFIDENCE = 0.95;
    private static final Training TRAINING = Training.of(Loss.BINARY_CROSS_ENTROPY, new Adam(1e-3)).withEpochs(EPOCHS)
            .withBatch(25);

    public ImageStudy {
        Require.that(starts >= 2, "an interval needs at least 2 starts, not " + starts);
    }

    /** A network with what it got right after each start, in percent of all test patches. */
    private record Row(String name, Network network, List<Double> right) {
        double mean() {
            return right.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        String text() {
            MeanInterval interval = MeanInterval.of(right.stream().mapToDouble(Double::doubleValue).toArray(),
                    CONFIDENCE);
            return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", mean(), interval.low(), interval.high());
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
        Examples train = Patches.of(PHANTOMS, EACH, Rng.seeded(101));
        Examples test = Patches.of(PHANTOMS, EACH, Rng.seeded(102));
        List<Row> ten = List.of(row("second order 10-60", secondOrder(10, 60), train, test, memory),
                row("first order 10-60", firstOrder(10, 60), train, test, memory),
                row("first order 18-104", firstOrder(18, 104), train, test, memory));
        List<Row> five = List.of(row("second order 5-70", secondOrder(5, 70), train, test, memory),
                row("first order 5-70", firstOrder(5, 70), train, test, memory),
                row("first order 9-124", firstOrder(9, 124), train, test, memory));
        List<List<String>> rows = new ArrayList<>();
        for (List<Row> three : List.of(ten, five)) {
            three.forEach(
                    row -> rows.add(List.of(row.name(), String.valueOf(row.network().parameterCount()), row.text())));
        }
        return new Findings(method(), List.of(new FindingsTable("Test patches right after " + EPOCHS
                + " iterations: mean of the starts with the 95 % interval of the mean (synthetic)",
                List.of("network", "parameters", "right"), rows)),
                List.of(claim("10-60", "72.17 % against 60.00 %", ten),
                        claim("5-70", "76.50 % against 63.83 %", five)));
    }

    /** Two convolutions of 5 x 5 with so many channels, each followed by ReLU and pooling; one neuron decides. */
    static Network firstOrder(int first, int second) {
        Pool half = new Pool(Pool.Kind.MAX, 2);
        return Network.of(Shape.image(1, Patches.SIDE, Patches.SIDE), new Conv2d(first, WINDOW), Activation.RELU, half,
                new Conv2d(second, WINDOW), Activation.RELU, half, new Dense(1));
    }

    /** The same of second-order neurons, which start as linear ones. */
    static Network secondOrder(int first, int second) {
        Pool half = new Pool(Pool.Kind.MAX, 2);
        return Network.of(Shape.image(1, Patches.SIDE, Patches.SIDE), new QuadraticConv2d(first, WINDOW),
                Activation.RELU,
                half, new QuadraticConv2d(second, WINDOW), Activation.RELU, half, new Quadratic(1));
    }

    private Row row(String name, Network network, Examples train, Examples test, Memory memory) {
        List<Double> right = new ArrayList<>();
        String data = RandomStarts.checksum(train) + " " + RandomStarts.checksum(test);
        try (Progress progress = Progress.start(name, starts)) {
            for (int seed = 1; seed <= starts; seed++) {
                String key = "images " + network.layers() + " " + TRAINING + " on " + data + " seed " + seed;
                long start = seed;
                double percent = memory.recall(key).map(Double::valueOf)
                        .orElseGet(() -> percent(network, train, test, start));
                memory.keep(key, String.valueOf(percent));
                right.add(percent);
                progress.step();
            }
        }
        return new Row(name, network, right);
    }

    private static double percent(Network network, Examples train, Examples test, long seed) {
        Rng rng = Rng.seeded(seed);
        Model model = TRAINING.fit(network.model(rng), train, rng).model();
        Tensor y = model.predict(test.x());
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            if (y.get(i, 0) > 0 == test.y().get(i, 0) > 0.5) {
                right++;
            }
        }
        return 100.0 * right / test.size();
    }

    private String method() {
        return "Synthetic, not comparable with the paper's figures: its images from the Internet are not to be had. "
                + PHANTOMS
                + " drawn phantoms for learning and " + PHANTOMS
                + " others for the test, half of each seen by CT (bright bone, "
                + "even soft tissue, correlated noise), half by MR (dark bone, contrast, drift of brightness, Rician noise), "
                + EACH
                + " patches of 28 x 28 from each, mean 0 and variance 1. Two convolutions of 5 x 5 with ReLU and pooling, "
                + "one neuron at the end; cross-entropy, Adam (0.001), batches of 25, " + EPOCHS
                + " passes, seeds 1 to " + starts
                + ". The last row of three has as many parameters as the first. Products by "
                + "OpenBLAS where it loads: other processors round otherwise.";
    }

    private static Claim claim(String widths, String theirs, List<Row> rows) {
        return new Claim("images-" + widths, "After 10 iterations, the second-order " + widths
                + " network labels more CT and MR images correctly than the first-order one.", theirs,
                "synthetic: " + rows.get(0).text() + " against " + rows.get(1).text()
                        + "; first order with as many parameters "
                        + rows.get(2).text(),
                Claim.Verdict.NOT_TESTABLE,
                "Other images than the paper's, split by phantom: neither its percentages nor its "
                        + "order of the two can be confirmed or refuted by them.");
    }
}
