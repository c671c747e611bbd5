package matterbook.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import matterbook.core.Rng;
import matterbook.core.Stopped;
import matterbook.mc.Nvt;
import matterbook.mc.Sweeps;
import matterbook.md.Every;
import matterbook.md.MdRun;
import matterbook.md.VelocityVerlet;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairForces;
import matterbook.potential.PairMethod;
import matterbook.stats.Regression;

/**
 * The Java that {@link FluidBench} measures. It reads requests, a line each, and answers each with a number:
 *
 * <ul>
 * <li>{@code rate SYSTEM SIZE METHOD THREADS STEPS CLOCK} with steps in a second of {@code processor} time, in a second by
 * the {@code wall} clock, or of {@code both} of two runs side by side in a second by the clock;
 * <li>{@code share} with how many processors the last run measured by the wall clock had all the time;
 * <li>{@code droplets} with the energy a particle of the Lennard-Jones disks whose places it writes into {@link #DROPLETS};
 * <li>{@code sweeps N} with Metropolis sweeps of these in a second of processor time;
 * <li>{@code drift METHOD} with the slope of the energy a particle over time.
 * </ul>
 */
final class FluidBenchChild {
    private static final long MELTING = 200;
    private static final Sweeps HOT = Sweeps.of(1000).every(1000);
    private static final Sweeps COOLING = Sweeps.of(5000).every(5000);
    private static final double DRIFT_STEP = 0.002;
    /** The file with places, x and y in a line. */
    static final String DROPLETS = "droplets.txt";
    private static final Nvt COLD = new Nvt(0.2).step(0.15);
    private static final CutPotential LENNARD_JONES = new LennardJones().cutAt(2.5);

    private final Path folder;
    private final Map<String, Fluid> warm = new HashMap<>();
    private double share = Double.NaN;

    private FluidBenchChild(Path folder) {
        this.folder = folder;
    }

    /** Answers until the input ends; the argument is the folder for files. */
    public static void main(String[] args) throws IOException {
        FluidBenchChild child = new FluidBenchChild(Path.of(args[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(child.answer(line.split(" ")));
        }
    }

    private double answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "rate" -> rate(words[1], Integer.parseInt(words[2]), PairMethod.valueOf(words[3]),
                    Integer.parseInt(words[4]), Long.parseLong(words[5]), words[6]);
            case "share" -> share;
            case "droplets" -> droplets();
            case "sweeps" -> sweeps(Long.parseLong(words[1]));
            case "drift" -> drift(PairMethod.valueOf(words[1]));
            default -> throw new IllegalArgumentException("no request " + words[0]);
        };
    }

    private double rate(String system, int size, PairMethod method, int threads, long steps, String clock) {
        boolean melt = system.equals("melt");
        Fluid start = warm.computeIfAbsent(system + size, _ -> melt ? melt(size) : softDisks(size));
        PairForces forces = potential(melt).by(method).threads(threads);
        VelocityVerlet verlet = new VelocityVerlet(melt ? 0.005 : 0.001);
        // once more for Java to compile the loops
        verlet.run(start, forces, Math.max(1, steps / 2), Every.steps(steps));
        Runnable run = () -> verlet.run(start, forces, steps, Every.steps(steps));
        return steps * 1e9 / switch (clock) {
            case "processor" -> processorTime(run);
            case "wall" -> wallTime(run);
            default -> sideBySide(run) / 2;
        };
    }

    private static double processorTime(Runnable run) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        run.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }

    private double wallTime(Runnable run) {
        long used = usedByAll();
        long begin = System.nanoTime();
        run.run();
        double time = System.nanoTime() - begin;
        share = (usedByAll() - used) / time;
        return time;
    }

    /** Processor time of this process in nanoseconds. */
    private static long usedByAll() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static double sideBySide(Runnable run) {
        long begin = System.nanoTime();
        Thread other = Thread.ofPlatform().start(run);
        run.run();
        try {
            other.join();
        } catch (InterruptedException _) {
            throw new Stopped();
        }
        return System.nanoTime() - begin;
    }

    private static CutPotential potential(boolean melt) {
        return melt ? LENNARD_JONES : new InversePower(12).cutAt(3);
    }

    private static Fluid melt(int cells) {
        Fluid lattice = Fluid.fccLattice(cells, 0.8442).thermalised(1.44, Rng.seeded(1));
        return new VelocityVerlet(0.005).run(lattice, potential(true), MELTING, Every.steps(MELTING)).last();
    }

    private static Fluid softDisks(int side) {
        Fluid lattice = Fluid.squareLattice(side, 0.64).thermalised(1.5, Rng.seeded(1));
        return new VelocityVerlet(0.001).run(lattice, potential(false), 1000, Every.steps(1000)).last();
    }

    private double droplets() throws IOException {
        Fluid cold = quenched();
        double[][] r = cold.positions();
        Files.write(folder.resolve(DROPLETS),
                IntStream.range(0, cold.size()).mapToObj(i -> r[0][i] + " " + r[1][i]).toList());
        return COLD.run(cold, LENNARD_JONES, Sweeps.of(0), Rng.seeded(1)).potentialEnergy()[0] / cold.size();
    }

    /** The course's disks after their quench from T = 5. */
    private Fluid quenched() {
        return warm.computeIfAbsent(DROPLETS, _ -> {
            Rng rng = Rng.seeded(1);
            Fluid hot = new Nvt(5).step(0.15).run(Fluid.squareLattice(32, 0.64), LENNARD_JONES, HOT, rng).last();
            return COLD.run(hot, LENNARD_JONES, COOLING, rng).last();
        });
    }

    private double sweeps(long n) {
        Fluid start = quenched();
        COLD.run(start, LENNARD_JONES, Sweeps.of(n / 2).every(n), Rng.seeded(2));
        return n * 1e9 / processorTime(() -> COLD.run(start, LENNARD_JONES, Sweeps.of(n).every(n), Rng.seeded(3)));
    }

    /** The same melt, smaller, with an energy that does not jump at the cut-off, over 100 units of time. */
    private double drift(PairMethod method) {
        Fluid start = warm.computeIfAbsent("melt8", _ -> melt(8));
        MdRun run = new VelocityVerlet(DRIFT_STEP).run(start, new LennardJones().cutAndShiftedAt(2.5).by(method),
                Math.round(100 / DRIFT_STEP), Every.steps(50));
        return Regression.of(run.time(), run.energyPerParticle()).slope().value();
    }
}
