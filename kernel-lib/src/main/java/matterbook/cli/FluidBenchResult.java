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

    @Override
    public String json() {
        JsonObject result = Json.object("rounds", rounds, "machine", BenchReport.machine(), "slope", slope,
                "energy_drift", doubleDrift, "energy_drift_single", singleDrift);
        rates.forEach((what, rate) -> result.addProperty(what, rate.orElseThrow()));
        return result.toString();
    }

    @Override
    public String text() {
        return BenchReport.machine() + "\n" + table() + "\n" + remarks();
    }

    @Override
    public String section() {
        return """
                ## Fluids

                `./matterbook bench fluid --write docs/benchmarks.md`: velocity Verlet, %d rounds of all programs in \
                turn; medians of steps in a second of processor time, one thread. LAMMPS is Debian's with its `opt` \
                styles; plain is soft-disks.cpp of this repository, `g++ -O3 -march=native`, all pairs without a list. \
                Targets: 2.5 times LAMMPS for the melt, 2 times it and 80 times the plain program for 1,024 disks, \
                3 times LAMMPS for 16,384.

                %s

                %s
                %s""".formatted(rounds, BenchReport.machine(), table(), remarks());
    }

    private String table() {
        StringBuilder table = new StringBuilder("| | double | single | packed | LAMMPS | plain | double / LAMMPS | "
                + "single / LAMMPS | double / plain |\n|--|--|--|--|--|--|--|--|--|\n");
        for (FluidBench.FluidSystem system : FluidBench.SYSTEMS) {
            double ours = rate(system.name() + PairMethod.CLUSTERED);
            double single = rate(system.name() + PairMethod.CLUSTERED_SINGLE);
            double lammps = rate(system.name() + "lammps");
            double plain = rate(system.name() + "plain");
            table.append("| ").append(system.name());
            cells(table, "%.0f", ours, single, rate(system.name() + PairMethod.PACKED), lammps, plain);
            cells(table, "%.2f", ours / lammps, single / lammps);
            cells(table, "%.0f", ours / plain);
            table.append(" |\n");
        }
        return table.toString();
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
                        Two threads make %.2f times the steps of one by the clock, for the melt (target 1.7). From 11,000 to \
                        1,000,000 particles the time of a step grows as N to the power %.2f (target 1.1). The energy a particle \
                        changes by %.1e in a unit of time with forces in double precision and by %.1e in single (2,048 \
                        particles, time step 0.002, 100 units).
                        """,
                rate("two threads") / rate("one thread"), slope, doubleDrift, singleDrift);
        return missing.isEmpty() ? text : text + missing + "\n";
    }
}
