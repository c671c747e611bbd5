package matterbook.mc;

import java.util.concurrent.TimeUnit;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.LennardJones;
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

/** Sweeps a second, on one core, of the course's Lennard-Jones disks at T = 0.2 and of a liquid in three dimensions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FluidsBenchmark {
    private static final CutPotential LENNARD_JONES = new LennardJones().cutAt(2.5);
    private static final int SWEEPS = 50;
    private static final Sweeps UNMEASURED = Sweeps.of(SWEEPS).every(SWEEPS);

    private final Rng rng = Rng.seeded(1);
    private Fluid disks = Fluid.squareLattice(32, 0.64);
    private Fluid liquid = Fluid.fccLattice(5, 0.75);

    @Setup
    public void equilibrate() {
        Fluid hot = new Nvt(5).run(disks, LENNARD_JONES, Sweeps.of(1000).every(1000), rng).last();
        disks = new Nvt(0.2).run(hot, LENNARD_JONES, Sweeps.of(5000).every(5000), rng).last();
        liquid = new Nvt(1).run(liquid, LENNARD_JONES, Sweeps.of(1000).every(1000), rng).last();
    }

    @Benchmark
    @OperationsPerInvocation(SWEEPS)
    public McRun disksOverNeighbours() {
        return new Nvt(0.2).run(disks, LENNARD_JONES, UNMEASURED, rng);
    }

    /** What the plain way costs. */
    @Benchmark
    @OperationsPerInvocation(SWEEPS)
    public McRun disksOverAllPairs() {
        return new Nvt(0.2).overAllPairs().run(disks, LENNARD_JONES, UNMEASURED, rng);
    }

    @Benchmark
    @OperationsPerInvocation(SWEEPS)
    public McRun liquidOverNeighbours() {
        return new Nvt(1).run(liquid, LENNARD_JONES, UNMEASURED, rng);
    }
}
