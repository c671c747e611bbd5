package matterbook.md;

import java.util.concurrent.TimeUnit;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairForces;
import matterbook.potential.PairKernel;
import matterbook.potential.PairMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps of velocity Verlet a second, with the neighbour lists that fall due:
 * {@code mvn -B -Pbench test-compile toolchains:select-jdk-toolchain exec:exec -pl kernel-lib -Djmh.args=Dynamics}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DynamicsBenchmark {
    /** Which way forces are added up. */
    @Param({"PACKED", "CLUSTERED", "CLUSTERED_SINGLE"})
    public PairMethod method;

    private final Rng rng = Rng.seeded(1);
    private matterbook.particles.State melt;
    private matterbook.particles.State disks;
    private PairKernel meltKernel;
    private PairKernel diskKernel;

    @Setup(Level.Trial)
    public void start() {
        PairForces lennardJones = new LennardJones().cutAt(2.5).by(method);
        PairForces soft = new InversePower(12).cutAt(3).by(method);
        melt = warm(Fluid.fccLattice(20, 0.8442).thermalised(1.44, rng), lennardJones);
        disks = warm(Fluid.squareLattice(32, 0.64).thermalised(1.5, rng), soft);
        meltKernel = lennardJones.kernel(melt);
        diskKernel = soft.kernel(disks);
        meltKernel.compute(melt);
        diskKernel.compute(disks);
    }

    private static matterbook.particles.State warm(Fluid lattice, PairForces forces) {
        Fluid fluid = new VelocityVerlet(0.002).run(lattice, forces, 400, Every.steps(400)).last();
        return matterbook.particles.State.of(fluid);
    }

    @TearDown
    public void end() {
        meltKernel.close();
        diskKernel.close();
    }

    /** 32,000 Lennard-Jones particles. */
    @Benchmark
    public void melt() {
        melt.measuring = false;
        new VelocityVerlet(0.005).step(melt, meltKernel, rng);
    }

    /** 1,024 soft disks. */
    @Benchmark
    public void disks() {
        disks.measuring = false;
        new VelocityVerlet(0.001).step(disks, diskKernel, rng);
    }
}
