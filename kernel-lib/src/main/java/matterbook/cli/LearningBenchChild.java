package matterbook.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Rng;
import matterbook.nn.Activation;
import matterbook.nn.Adam;
import matterbook.nn.Dense;
import matterbook.nn.Descent;
import matterbook.nn.EachStep;
import matterbook.nn.Embedding;
import matterbook.nn.Learner;
import matterbook.nn.Loss;
import matterbook.nn.Lstm;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Predictor;
import matterbook.nn.Examples;
import matterbook.nn.Tape;
import matterbook.nn.Tensor;
import matterbook.nn.Training;
import matterbook.nn.TrainingRun;
import matterbook.nn.blas.Blas;
import matterbook.regression.Fitted;
import matterbook.regression.Knn;
import matterbook.regression.Observations;

/**
 * The Java that {@link LearningBench} measures, a process of its own, so that its environment is the bench's choice. It answers
 * each line that it reads with a number; {@code peers.py} beside it answers the same:
 *
 * <ul>
 * <li>{@code start} with the milliseconds that the engine takes to load and to make its first product, by the clock: right
 * only as the first request;
 * <li>{@code epoch} with the milliseconds of an epoch: 2,400 rows of 432 numbers, five layers of 50 ReLU, batches of 32, Adam;
 * <li>{@code one} with rows predicted in a millisecond, one by one, {@code many} with the same of 4,096 at once;
 * <li>{@code sequence} with the milliseconds of a step of Adam, LSTM(300), 100 sequences of 60 words out of 40;
 * <li>{@code nearest} with rows predicted in a millisecond by the 5 nearest of 2,400, scaled, 4,096 rows at once;
 * <li>{@code name} with the name of what multiplies: no number.
 * </ul>
 *
 * <p>All but the first in processor time of one thread.
 */
final class LearningBenchChild {
    private static final int ROWS = 2400;
    private static final int FEATURES = 432;
    private static final int MANY = 4096;
    private static final int WORDS = 40;
    private static final int LENGTH = 60;
    private static final int SEQUENCES = 100;
    private static final int UNITS = 300;
    private static final int NEIGHBOURS = 5;
    /** For so long, at least, a task is done over and over. */
    private static final double LEAST_MILLISECONDS = 1000;

    private final Rng rng = Rng.seeded(1);
    private final Network network = Network.of(FEATURES, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
            new Dense(50), Activation.RELU, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
            new Dense(1));
    private final TrainingRun training = training();
    private final Predictor predictor = network.model(rng).predictor();
    private final Tensor many = random(MANY, FEATURES);
    private final List<Tensor> rows = IntStream.range(0, MANY).mapToObj(i -> many.rows(i, i + 1)).toList();
    private final Tensor one = Tensor.zeros(1, 1);
    private final Tensor all = Tensor.zeros(MANY, 1);
    private final Runnable sequence = sequence();
    private final double[][] queries = gaussian(MANY, FEATURES);
    private final Fitted neighbours = new Knn(NEIGHBOURS)
            .fit(Observations.of(gaussian(ROWS, FEATURES), gaussian(1, ROWS)[0]), rng);

    private LearningBenchChild() {}

    /** Answers until the input ends. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LearningBenchChild tasks = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("start")) {
                System.out.println(start());
            } else if (line.equals("name")) {
                System.out.println(Blas.best().name());
            } else {
                tasks = tasks == null ? new LearningBenchChild() : tasks;
                System.out.println(tasks.measure(line));
            }
        }
    }

    private static double start() {
        long begin = System.nanoTime();
        Tape tape = new Tape();
        tape.infer();
        tape.linear(Tensor.zeros(32, 50), Tensor.zeros(50, 50), Tensor.zeros(1, 50));
        return (System.nanoTime() - begin) * 1e-6;
    }

    private double measure(String task) {
        return switch (task) {
            case "epoch" -> milliseconds(() -> training.advance(1));
            case "one" -> MANY / milliseconds(() -> {
                for (Tensor row : rows) {
                    predictor.predict(row, one);
                }
            });
            case "many" -> MANY / milliseconds(() -> predictor.predict(many, all));
            case "sequence" -> milliseconds(sequence);
            case "nearest" -> MANY / milliseconds(() -> neighbours.predict(queries));
            default -> throw new IllegalArgumentException("no request " + task);
        };
    }

    /** Of one repetition; the first, in which Java compiles and arrays are made, are not counted. */
    private static double milliseconds(Runnable task) {
        repeat(task);
        return repeat(task);
    }

    private static double repeat(Runnable task) {
        double begin = processorMilliseconds();
        double spent = 0;
        int times = 0;
        while (spent < LEAST_MILLISECONDS) {
            task.run();
            times++;
            spent = processorMilliseconds() - begin;
        }
        return spent / times;
    }

    private static double processorMilliseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-6;
    }

    private TrainingRun training() {
        Tensor x = random(ROWS, FEATURES);
        Examples samples = new Examples(x, random(ROWS, 1));
        return Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(1e-3)).withEpochs(Integer.MAX_VALUE)
                .start(network.model(rng), samples, null, rng);
    }

    private Tensor random(int count, int columns) {
        return Tensor.of(gaussian(count, columns));
    }

    private double[][] gaussian(int count, int columns) {
        double[][] values = new double[count][columns];
        for (double[] row : values) {
            rng.fillGaussian(row);
        }
        return values;
    }

    /** One step: forward, backward, Adam; each word is to be foretold from those before it. */
    private Runnable sequence() {
        float[][] words = new float[SEQUENCES][LENGTH];
        float[][] next = new float[SEQUENCES][LENGTH];
        for (int i = 0; i < SEQUENCES; i++) {
            for (int t = 0; t < LENGTH; t++) {
                words[i][t] = t == 0 ? 0 : next[i][t - 1];
                next[i][t] = (int) (WORDS * rng.nextDouble());
            }
        }
        Tensor x = Tensor.of(words);
        Tensor y = Tensor.of(next);
        Model model = Network.of(LENGTH, new Embedding(WORDS, UNITS), new Lstm(UNITS), new EachStep(WORDS))
                .model(rng);
        Learner learner = model.learner();
        Descent descent = new Descent(new Adam(1e-3), learner);
        Tape tape = new Tape();
        return () -> {
            tape.learn(rng);
            learner.clearGradients();
            tape.backward(Loss.SOFTMAX_CROSS_ENTROPY.of(tape, learner.forward(tape, x), y));
            descent.step(1);
        };
    }
}
