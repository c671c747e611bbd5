package matterbook.mc;

import java.util.concurrent.TimeUnit;

import matterbook.core.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Moves per microsecond (that is, million moves per second) on one core:
 * {@code mvn -B -Pbench test-compile toolchains:select-jdk-toolchain exec:exec -pl kernel-lib -Dspotless.check.skip}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SamplersBenchmark {
    private static final int SIDE = 512;
    private static final int DISKS = 72;
    private static final int DISK_SWEEPS = 100;
    private static final int EQUILIBRATION = 200;

    private final Rng rng = Rng.seeded(1);
    private final FastIsing fast = FastIsing.hot(SIDE, rng);
    private final Ising readable = Ising.hot(SIDE, rng);
    private final HardDisks disks = HardDisks.of(DISKS, 0.65);

    /** Sweeps until the spins look as they do at the critical temperature. */
    @Setup
    public void equilibrate() {
        for (int t = 0; t < EQUILIBRATION; t++) {
            fast.sweep(Onsager.CRITICAL_TEMPERATURE, rng);
            readable.sweep(Onsager.CRITICAL_TEMPERATURE, rng);
        }
        disks.run(1000, 4, rng);
    }

    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public void fastIsing() {
        fast.sweep(Onsager.CRITICAL_TEMPERATURE, rng);
    }

    @Benchmark
    @OperationsPerInvocation(SIDE * SIDE)
    public void readableIsing() {
        readable.sweep(Onsager.CRITICAL_TEMPERATURE, rng);
    }

    /** The measurement of the pressure after each sweep is part of it. */
    @Benchmark
    @OperationsPerInvocation(DISKS * DISK_SWEEPS)
    public HardDisksRun hardDisks() {
        return disks.run(0, DISK_SWEEPS, rng);
    }
}
