package matterbook.cli;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import com.google.gson.JsonObject;
import matterbook.kernel.Json;
import matterbook.potential.PairMethod;

/**
 * What {@link FluidBench} found: median rates in steps a second.
 *
 * @param slope of the logarithm of a step's time against that of the number of particles
 * @param doubleDrift change of the energy a particle in a unit of time
 * @param missing which other programs were not there
 */
record FluidBenchResult(int rounds, Map<String, OptionalDouble> rates, double slope, double doubleDrift,
        double singleDrift, String missing) implements BenchResult {
    /** What the course's own programs made in a second, measured once on a machine of this kind. */
    private static final double COURSE_STEPS = 493;
    private static final double COURSE_SWEEPS = 177;
    /** Share of the time for which a thread of a quiet machine has a processor; one that waits for long sleeps. */
    private static final double QUIET = 0.9;

    @Override
    public String json() {
        JsonObject result = Json.object("rounds", rounds, "machine", BenchReport.machine(), "slope", slope,
                "energy_drift", doubleDrift, "energy_drift_single", singleDrift);
        rates.forEach((what, rate) -> result.addProperty(what, rate.orElseThrow()));
        return result.toString();
    }

    @Override
    public String title() {
        return "Fluids";
    }

    @Override
    public String method() {
        return """
                `./matterbook bench fluid --write docs/benchmarks.md`: velocity Verlet and Metropolis, %d rounds of all \
                programs in turn; medians of steps or sweeps in a second of processor time, one thread. LAMMPS is \
                Debian's with its `opt` styles; plain is soft-disks.cpp or metropolis-disks.cpp of this repository, `g++ \
                -O3 -march=native`, all pairs without a list. The disks of Metropolis are at T = 0.2 after 1,000 sweeps \
                at T = 5 and 5,000 at 0.2, the same places for both. Targets: 2.5 times LAMMPS for the melt, 2 times it \
                and 80 times the plain program for 1,024 disks, 3 times LAMMPS for 16,384, and 30 times the plain \
                program for Metropolis."""
                .formatted(rounds);
    }

    @Override
    public String findings() {
        return table() + "\n" + remarks();
    }

    private String table() {
        StringBuilder table = new StringBuilder("| | double | single | packed | LAMMPS | plain | double / LAMMPS | "
                + "single / LAMMPS | double / plain |\n|--|--|--|--|--|--|--|--|--|\n");
        for (FluidBench.FluidSystem system : FluidBench.SYSTEMS) {
            row(table, system.name(), rate(system.name() + PairMethod.CLUSTERED));
        }
        row(table, FluidBench.METROPOLIS, rate(FluidBench.METROPOLIS));
        return table.toString();
    }

    private void row(StringBuilder table, String name, double ours) {
        double single = rate(name + PairMethod.CLUSTERED_SINGLE);
        double lammps = rate(name + "lammps");
        double plain = rate(name + "plain");
        table.append("| ").append(name);
        cells(table, "%.0f", ours, single, rate(name + PairMethod.PACKED), lammps, plain);
        cells(table, "%.2f", ours / lammps, single / lammps);
        cells(table, "%.0f", ours / plain);
        table.append(" |\n");
    }

    private double rate(String what) {
        return rates.getOrDefault(what, OptionalDouble.empty()).orElse(Double.NaN);
    }

    private static void cells(StringBuilder table, String format, double... values) {
        for (double value : values) {
            table.append(" | ").append(Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value));
        }
    }

    private String remarks() {
        String text = String.format(Locale.ROOT,
                """
                        %s From 11,000 to 1,000,000 particles the time of a step grows as N to the power %.2f (target 1.1). \
                        The energy a particle changes by %.1e in a unit of time with forces in double precision and by %.1e \
                        in single (2,048 particles, time step 0.002, 100 units). The plain programs stand for a simulation \
                        course's own, which made %.0f steps and %.0f sweeps when they were measured on a machine like this one: \
                        %s.
                        """,
                threads(), slope, doubleDrift, singleDrift, COURSE_STEPS, COURSE_SWEEPS, plainPrograms());
        return missing.isEmpty() ? text : text + missing + "\n";
    }

    /** What two threads gain; nothing can be said where other programs kept the processors busy. */
    private String threads() {
        double two = rate("share of two");
        double one = rate("share of one");
        if (!(Math.min(one, two) >= QUIET)) {
            return String.format(Locale.ROOT,
                    "The machine was not quiet: two threads had two processors for %.0f %% of the "
                            + "time and one thread had one for %.0f %%, so what two threads gain was not measured.",
                    100 * two,
                    100 * one);
        }
        return String.format(Locale.ROOT, "Two threads make %.2f times the steps of one by the clock, for the melt "
                + "(target 1.7); two runs side by side, which share nothing but the machine, make %.2f times as many.",
                rate("two threads") / rate("one thread"), rate("side by side") / rate("one thread"));
    }

    private String plainPrograms() {
        double steps = rate(FluidBench.SYSTEMS.get(1).name() + "plain") / COURSE_STEPS;
        double sweeps = rate(FluidBench.METROPOLIS + "plain") / COURSE_SWEEPS;
        return Double.isNaN(steps)
                ? "no compiler was there to compare"
                : String.format(Locale.ROOT, "ours make %.2f and %.2f times as many", steps, sweeps);
    }
}
