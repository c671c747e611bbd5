package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.nn.Activation;
import matterbook.nn.Adam;
import matterbook.nn.Dense;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.Predictor;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;
import matterbook.nn.Training;
import matterbook.nn.TrainingRun;
import matterbook.notebook.file.Folders;
import matterbook.regression.Fitted;
import matterbook.regression.Knn;
import matterbook.regression.Observations;

/**
 * A network of five layers of 50 on 432 inputs and nearest neighbours among 2,400 rows, beside torch and scikit-learn: rates
 * by processor time, one thread, in turn in each round; medians over the rounds.
 */
final class RegressionBench {
    static final List<String> TASKS = List.of("network: epochs of 2,400 rows, batches of 32",
            "network: rows, one by one", "network: rows, 4,096 at once", "5 nearest of 2,400: rows, 4,096 at once");

    private static final int ROWS = 2400;
    private static final int FEATURES = 432;
    private static final int MANY = 4096;
    private static final int SINGLE = 1000;
    private static final long LEAST_NANOS = 500_000_000;

    private final int rounds;
    private final PrintWriter progress;
    private final TrainingRun training;
    private final Predictor predictor;
    private final Tensor many;
    private final Tensor results = Tensor.zeros(MANY, 1);
    private final double[][] queries;
    private final Fitted neighbours;

    RegressionBench(int rounds, PrintWriter progress) {
        this.rounds = rounds;
        this.progress = progress;
        Rng rng = Rng.seeded(1);
        double[][] x = random(ROWS, rng);
        double[] y = Arrays.stream(x).mapToDouble(row -> Math.sin(row[0]) + 0.1 * rng.nextGaussian()).toArray();
        queries = random(MANY, rng);
        many = Tensor.of(queries);
        Network network = Network.of(FEATURES, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
                new Dense(50), Activation.RELU, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
                new Dense(1));
        training = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(1e-3)).withEpochs(Integer.MAX_VALUE)
                .start(network.model(rng), Examples.of(x, y), null, rng);
        predictor = network.model(rng).predictor();
        neighbours = new Knn(5).fit(Observations.of(x, y), rng);
    }

    private static double[][] random(int rows, Rng rng) {
        double[][] x = new double[rows][FEATURES];
        for (double[] row : x) {
            rng.fillGaussian(row);
        }
        return x;
    }

    RegressionBenchResult run() throws IOException {
        Path folder = Files.createTempDirectory("matterbook-bench");
        double[][][] found = new double[3][TASKS.size()][rounds];
        try (RegressionPeers peers = new RegressionPeers(folder)) {
            rates(); // once for Java to compile the loops
            for (int round = 0; round < rounds; round++) {
                progress.println("round " + (round + 1) + " of " + rounds);
                progress.flush();
                double[][] three = {rates(), peers.rates("torch"), peers.rates("sklearn")};
                for (int program = 0; program < three.length; program++) {
                    for (int task = 0; task < TASKS.size(); task++) {
                        found[program][task][round] = three[program][task];
                    }
                }
            }
        } finally {
            Folders.delete(folder);
        }
        return new RegressionBenchResult(rounds, medians(found[0]), medians(found[1]), medians(found[2]));
    }

    private static List<Double> medians(double[][] rates) {
        return Arrays.stream(rates).map(KernelBench::median).toList();
    }

    private double[] rates() {
        return new double[]{rate(() -> training.advance(1), 1), rate(this::oneByOne, SINGLE),
                rate(() -> predictor.predict(many, results), MANY), rate(() -> neighbours.predict(queries), MANY)};
    }

    private void oneByOne() {
        for (int i = 0; i < SINGLE; i++) {
            predictor.predict(many.rows(i, i + 1), results.rows(i, i + 1));
        }
    }

    /** So much of something, again and again, over the processor time it takes: in a second. */
    private static double rate(Runnable work, double amount) {
        long start = now();
        long times = 0;
        do {
            Stop.check();
            work.run();
            times++;
        } while (now() - start < LEAST_NANOS);
        return times * amount * 1e9 / (now() - start);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
