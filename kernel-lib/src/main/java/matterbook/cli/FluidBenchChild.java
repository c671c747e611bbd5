package matterbook.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import matterbook.core.Rng;
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
 * {@code rate SYSTEM SIZE METHOD THREADS STEPS CLOCK} with steps a second of {@code processor} or {@code wall} time; {@code drift METHOD} with the slope of the energy a particle over time.
 */
final class FluidBenchChild {
    private static final long MELTING = 200;
    private static final double DRIFT_STEP = 0.002;

    private final Map<String, Fluid> warm = new HashMap<>();

    private FluidBenchChild() {}

    /** Answers until the input ends. */
    public static void main(String[] args) throws IOException {
        FluidBenchChild child = new FluidBenchChild();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(child.answer(line.split(" ")));
        }
    }

    private double answer(String[] words) {
        return words[0].equals("drift")
                ? drift(PairMethod.valueOf(words[1]))
                : rate(words[1], Integer.parseInt(words[2]), PairMethod.valueOf(words[3]), Integer.parseInt(words[4]),
                        Long.parseLong(words[5]), words[6].equals("wall"));
    }

    private double rate(String system, int size, PairMethod method, int threads, long steps, boolean wall) {
        boolean melt = system.equals("melt");
        Fluid start = warm.computeIfAbsent(system + size, _ -> melt ? melt(size) : softDisks(size));
        PairForces forces = potential(melt).by(method).threads(threads);
        VelocityVerlet verlet = new VelocityVerlet(melt ? 0.005 : 0.001);
        // once more for Java to compile the loops
        verlet.run(start, forces, Math.max(1, steps / 2), Every.steps(steps));
        long begin = now(wall);
        verlet.run(start, forces, steps, Every.steps(steps));
        return steps * 1e9 / (now(wall) - begin);
    }

    private static long now(boolean wall) {
        return wall ? System.nanoTime() : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static CutPotential potential(boolean melt) {
        return melt ? new LennardJones().cutAt(2.5) : new InversePower(12).cutAt(3);
    }

    private static Fluid melt(int cells) {
        Fluid lattice = Fluid.fccLattice(cells, 0.8442).thermalised(1.44, Rng.seeded(1));
        return new VelocityVerlet(0.005).run(lattice, potential(true), MELTING, Every.steps(MELTING)).last();
    }

    private static Fluid softDisks(int side) {
        Fluid lattice = Fluid.squareLattice(side, 0.64).thermalised(1.5, Rng.seeded(1));
        return new VelocityVerlet(0.001).run(lattice, potential(false), 1000, Every.steps(1000)).last();
    }

    /** The same melt, smaller, with an energy that does not jump at the cut-off, over 100 units of time. */
    private double drift(PairMethod method) {
        Fluid start = warm.computeIfAbsent("melt8", _ -> melt(8));
        MdRun run = new VelocityVerlet(DRIFT_STEP).run(start, new LennardJones().cutAndShiftedAt(2.5).by(method),
                Math.round(100 / DRIFT_STEP), Every.steps(50));
        return Regression.of(run.time(), run.energyPerParticle()).slope().value();
    }
}
