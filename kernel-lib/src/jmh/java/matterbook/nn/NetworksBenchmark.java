package matterbook.nn;

import java.util.concurrent.TimeUnit;

import matterbook.core.Rng;
import matterbook.nn.blas.Blas;
import matterbook.nn.blas.JavaBlas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Five layers of 50 on 432 features: an epoch of 2400 rows in batches of 32, predictions, and the products beneath:
 * {@code mvn -B -Pbench test-compile toolchains:select-jdk-toolchain exec:exec -pl kernel-lib -Djmh.args=Networks}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NetworksBenchmark {
    private static final int FEATURES = 432;
    private static final int ROWS = 2400;
    private static final int LARGE = 4096;

    private final float[] a = new float[LARGE * FEATURES];
    private final float[] b = new float[FEATURES * 50];
    private final float[] c = new float[LARGE * 50];
    private TrainingRun run;
    private Predictor predictor;
    private Tensor many;
    private Tensor results;

    @Setup(Level.Trial)
    public void start() {
        Network network = Network.of(FEATURES, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
                new Dense(50), Activation.RELU, new Dense(50), Activation.RELU, new Dense(50), Activation.RELU,
                new Dense(1));
        Rng rng = Rng.seeded(1);
        Examples samples = new Examples(random(ROWS, FEATURES, rng), random(ROWS, 1, rng));
        run = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(1e-3)).withEpochs(Integer.MAX_VALUE)
                .start(network.model(rng), samples, null, rng);
        predictor = network.model(rng).predictor();
        many = random(LARGE, FEATURES, rng);
        results = Tensor.zeros(LARGE, 1);
    }

    private static Tensor random(int rows, int columns, Rng rng) {
        Tensor tensor = Tensor.zeros(rows, columns);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.value[i] = (float) rng.nextGaussian();
        }
        return tensor;
    }

    @Benchmark
    public void epoch() {
        run.advance(1);
    }

    @Benchmark
    public void predictOne() {
        predictor.predict(many.rows(0, 1), results.rows(0, 1));
    }

    @Benchmark
    public void predictMany() {
        predictor.predict(many, results);
    }

    /** 32 x 50 x 432. */
    @Benchmark
    public void productByTheBest() {
        Blas.best().multiply(false, false, 32, 50, FEATURES, a, 0, FEATURES, b, 0, 50, 0, c, 0, 50);
    }

    /** 32 x 50 x 432. */
    @Benchmark
    public void productInPlainJava() {
        new JavaBlas().multiply(false, false, 32, 50, FEATURES, a, 0, FEATURES, b, 0, 50, 0, c, 0, 50);
    }
}
