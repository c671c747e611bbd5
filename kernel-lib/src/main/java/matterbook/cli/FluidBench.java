package matterbook.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.notebook.file.Folders;
import matterbook.notebook.run.ChildProcess;
import matterbook.potential.PairMethod;
import matterbook.stats.Outliers;
import matterbook.stats.Regression;

/** Dynamics of fluids beside LAMMPS and a plain C++ program, one after another in each round; medians over the rounds. */
final class FluidBench {
    private static final int HEAP_MEGABYTES = 3000;
    /** Particles times steps of a measurement. */
    private static final long WORK = 6_400_000;
    private static final long PLAIN_STEPS = 800;
    private static final long SWEEPS = 4000;
    private static final long PLAIN_SWEEPS = 300;
    /** Of the energy a particle, between our sum and the plain program's. */
    private static final double SAME = 1e-6;

    /** Cubes along an edge, for the cost against the number of particles. */
    private static final List<Integer> SCALE = List.of(14, 20, 32, 50, 63);

    private final int rounds;
    private final PrintWriter progress;
    private final Map<String, List<Double>> found = new LinkedHashMap<>();

    /** A system beside which others are measured. */
    record FluidSystem(String name, String kind, int side, int particles, String input) {
        long steps() {
            return Math.max(60, WORK * (kind.equals("melt") ? 1 : 4) / particles);
        }
    }

    static final List<FluidSystem> SYSTEMS = List.of(
            new FluidSystem("Lennard-Jones melt, N = 32,000", "melt", 20, 32_000, "melt.in"),
            new FluidSystem("r⁻¹² disks, N = 1,024", "soft", 32, 1024, "soft-disks.in"),
            new FluidSystem("r⁻¹² disks, N = 16,384", "soft", 128, 16_384, "soft-disks.in"));

    static final String METROPOLIS = "Metropolis, Lennard-Jones disks, N = 1,024 (sweeps)";

    static final List<PairMethod> METHODS = List.of(PairMethod.CLUSTERED, PairMethod.CLUSTERED_SINGLE,
            PairMethod.PACKED);

    FluidBench(int rounds, PrintWriter progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    FluidBenchResult run() throws IOException {
        Path folder = Files.createTempDirectory("matterbook-bench");
        List<String> command = new ArrayList<>(List.of(ChildProcess.java().toString()));
        command.addAll(ChildProcess.flags(HEAP_MEGABYTES));
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FluidBenchChild.class.getName(),
                folder.toString()));
        try (ChildProcess child = ChildProcess.of(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
                BufferedWriter to = child.process().outputWriter();
                BufferedReader from = child.process().inputReader()) {
            Ours ours = new Ours(to, from);
            FluidPeers peers = new FluidPeers(folder);
            double energy = ours.ask("droplets");
            for (int round = 1; round <= rounds; round++) {
                progress.println("round " + round + " of " + rounds);
                progress.flush();
                dynamics(ours, peers);
                metropolis(ours, peers, energy);
                threads(ours);
            }
            return new FluidBenchResult(rounds, medians(), slope(ours), drift(ours, PairMethod.CLUSTERED),
                    drift(ours, PairMethod.CLUSTERED_SINGLE), peers.missing());
        } finally {
            Folders.delete(folder);
        }
    }

    private void dynamics(Ours ours, FluidPeers peers) throws IOException {
        for (FluidSystem system : SYSTEMS) {
            for (PairMethod method : METHODS) {
                note(system.name + method, ours.rate(system, method, 1, "processor"));
            }
            peers.lammps(system.input, system.side, system.steps())
                    .ifPresent(rate -> note(system.name + "lammps", rate));
            if (system.particles == 1024) {
                peers.plain("soft-disks", Long.toString(PLAIN_STEPS))
                        .ifPresent(said -> note(system.name + "plain", said[0]));
            }
        }
    }

    /** @param energy a particle at the start */
    private void metropolis(Ours ours, FluidPeers peers, double energy) throws IOException {
        note(METROPOLIS, ours.ask("sweeps " + SWEEPS));
        peers.plain("metropolis-disks", Long.toString(PLAIN_SWEEPS), FluidBenchChild.DROPLETS).ifPresent(said -> {
            if (!(Math.abs(said[1] - energy) < SAME * Math.abs(energy))) {
                throw new UserError("not the same system: for the plain program the energy a particle is " + said[1]
                        + ", for ours " + energy);
            }
            note(METROPOLIS + "plain", said[0]);
        });
    }

    /** By the clock, one after the other; and which share of the processors they got. */
    private void threads(Ours ours) throws IOException {
        FluidSystem melt = SYSTEMS.getFirst();
        note("two threads", ours.rate(melt, PairMethod.CLUSTERED, 2, "wall"));
        note("share of two", ours.ask("share") / 2);
        note("one thread", ours.rate(melt, PairMethod.CLUSTERED, 1, "wall"));
        note("share of one", ours.ask("share"));
        note("side by side", ours.rate(melt, PairMethod.CLUSTERED, 1, "both"));
    }

    private void note(String what, double rate) {
        Stop.check();
        found.computeIfAbsent(what, _ -> new ArrayList<>()).add(rate);
    }

    private Map<String, OptionalDouble> medians() {
        Map<String, OptionalDouble> medians = new LinkedHashMap<>();
        found.forEach((what, rates) -> medians.put(what, OptionalDouble
                .of(Outliers.median(rates.stream().mapToDouble(Double::doubleValue).toArray()))));
        return medians;
    }

    /** How the logarithm of the time of a step grows with that of the number of particles. */
    private double slope(Ours ours) throws IOException {
        double[] sizes = new double[SCALE.size()];
        double[] times = new double[SCALE.size()];
        for (int k = 0; k < sizes.length; k++) {
            progress.println("cost against size, " + (k + 1) + " of " + sizes.length);
            progress.flush();
            int cells = SCALE.get(k);
            int particles = 4 * cells * cells * cells;
            sizes[k] = Math.log10(particles);
            times[k] = -Math.log10(ours.rate(new FluidSystem("", "melt", cells, particles, ""), PairMethod.CLUSTERED,
                    1, "processor"));
        }
        return Regression.of(sizes, times).slope().value();
    }

    private static double drift(Ours ours, PairMethod method) throws IOException {
        return ours.ask("drift " + method);
    }

    /** The child that runs our engine. */
    private record Ours(BufferedWriter to, BufferedReader from) {
        double rate(FluidSystem system, PairMethod method, int threads, String clock) throws IOException {
            return ask("rate " + system.kind + " " + system.side + " " + method + " " + threads + " "
                    + system.steps() + " " + clock);
        }

        double ask(String request) throws IOException {
            to.write(request + "\n");
            to.flush();
            String answer = from.readLine();
            if (answer == null) {
                throw new UserError("the Java process of the benchmark ended at: " + request);
            }
            return Double.parseDouble(answer);
        }
    }
}
