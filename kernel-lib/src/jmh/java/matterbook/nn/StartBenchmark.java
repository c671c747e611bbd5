package matterbook.nn;

import java.util.concurrent.TimeUnit;

import matterbook.nn.blas.Blas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The start of the engine, once in each of five fresh Java machines:
 * {@code mvn -B -Pbench test-compile toolchains:select-jdk-toolchain exec:exec -pl kernel-lib -Djmh.args=Start}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {
    private final float[] one = {1, 1, 1, 1};
    private final float[] result = {0, 0, 0, 0};

    /** Loading OpenBLAS, which was unpacked before, and a product of 2 x 2 matrices. */
    @Benchmark
    public float[] firstProduct() {
        Blas.best().multiply(false, false, 2, 2, 2, one, 0, 2, one, 0, 2, 0, result, 0, 2);
        return result;
    }
}
