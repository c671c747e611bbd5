package matterbook.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;

import matterbook.core.Rng;
import matterbook.kernel.Json;
import matterbook.mc.FastIsing;
import matterbook.mc.Ising;
import matterbook.mc.IsingLattice;
import matterbook.mc.Onsager;
import matterbook.stats.Outliers;

/** Spins tried in a second of processor time at the critical temperature, readable and fast in turn. */
final class IsingBench {
    private static final int SIDE = 512;
    private static final int EQUILIBRATION = 300;
    private static final int READABLE_SWEEPS = 40;
    private static final int FAST_SWEEPS = 1200;

    private final int rounds;
    private final PrintWriter progress;

    IsingBench(int rounds, PrintWriter progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    Result run() {
        Rng rng = Rng.seeded(1);
        Ising readable = Ising.hot(SIDE, rng);
        FastIsing fast = FastIsing.hot(SIDE, rng);
        rate(readable, EQUILIBRATION, rng);
        rate(fast, EQUILIBRATION, rng);
        double[] slow = new double[rounds];
        double[] quick = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            progress.println("round " + (round + 1) + " of " + rounds);
            progress.flush();
            slow[round] = rate(readable, READABLE_SWEEPS, rng);
            quick[round] = rate(fast, FAST_SWEEPS, rng);
        }
        return new Result(rounds, Outliers.median(slow), Outliers.median(quick));
    }

    /** Millions of trials in a second. */
    private static double rate(IsingLattice lattice, int sweeps, Rng rng) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int t = 0; t < sweeps; t++) {
            lattice.sweep(Onsager.CRITICAL_TEMPERATURE, rng);
        }
        double microseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-3;
        return (double) sweeps * SIDE * SIDE / microseconds;
    }

    /** Medians, in millions of spins a second. */
    record Result(int rounds, double readable, double fast) implements BenchResult {
        @Override
        public String json() {
            return Json.object("rounds", rounds, "machine", BenchReport.machine(), "readable_million_per_s", readable,
                    "fast_million_per_s", fast).toString();
        }

        @Override
        public String title() {
            return "Ising";
        }

        @Override
        public String method() {
            return """
                    `./matterbook bench ising --write docs/benchmarks.md`: Metropolis on %d x %d spins at the critical \
                    temperature, one thread, %d rounds in turn; medians, by processor time. Target: 100 million spins \
                    tried in a second.""".formatted(SIDE, SIDE, rounds);
        }

        @Override
        public String findings() {
            return String.format(Locale.ROOT, """
                    | | million spins a second |
                    |--|--|
                    | `Ising`, to be read | %.0f |
                    | `FastIsing`, 64 spins in a word | %.0f |
                    | ratio | %.0f |
                    """, readable, fast, fast / readable);
        }
    }
}
