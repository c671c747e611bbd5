package matterbook.plot;

import static matterbook.plot.Plot.bar;
import static matterbook.plot.Plot.errorBars;
import static matterbook.plot.Plot.figure;
import static matterbook.plot.Plot.heatMap;
import static matterbook.plot.Plot.histogram;
import static matterbook.plot.Plot.line;
import static matterbook.plot.Plot.network;
import static matterbook.plot.Plot.parity;
import static matterbook.plot.Plot.scatter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import org.knowm.xchart.internal.chartpart.IChart;

/** One figure of every kind, to look at: {@code main} writes them to target/gallery. */
final class Gallery {
    static final List<String> WEATHER = List.of("sun", "clouds", "rain");
    static final double[][] CHAIN = {{0.8, 0.15, 0.05}, {0.3, 0.4, 0.3}, {0, 0.45, 0.55}};

    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/gallery"));
        for (Map.Entry<String, IChart> entry : figures().entrySet()) {
            Files.write(folder.resolve(entry.getKey() + ".png"), Pictures.png(entry.getValue(), 2));
            Files.writeString(folder.resolve(entry.getKey() + ".svg"), Pictures.svg(entry.getValue()));
            Files.writeString(folder.resolve(entry.getKey() + ".txt"), Captions.of(entry.getValue()) + "\n");
        }
    }

    static Map<String, IChart> figures() {
        Map<String, IChart> figures = new LinkedHashMap<>();
        Rng rng = Rng.seeded(1);
        double[] t = grid(300, 0, 30);
        double[] e = map(t, v -> -3.2 + 2 * Math.exp(-v / 4) + 0.03 * rng.nextGaussian());
        figures.put("line", line("Energy per particle", t, e).axes("t / t₀", "E / ε"));
        figures.put("lines",
                figure("Relaxation to the stationary law").line("from sun", t, map(t, v -> Math.exp(-v / 5)))
                        .line("from clouds", t, map(t, v -> Math.exp(-v / 9)))
                        .line("from rain", t, map(t, v -> 0.5 * Math.exp(-v / 14)))
                        .curve("slowest mode, τ = 14", v -> 0.7 * Math.exp(-v / 14))
                        .axes("time t / days", "distance |p(t) − π|"));
        figures.put("log", figure("Correlation").line("C(t)", t, map(t, v -> Math.exp(-v / 3) - 0.0005))
                .points("measured", every(t, 15), map(every(t, 15), v -> Math.exp(-v / 3) * 1.1)).logY()
                .axes("t / t₀", "C(t) / C(0)"));
        figures.put("loglog", figure("Mean squared displacement")
                .line("⟨Δr²⟩", grid(200, 0.01, 100), map(grid(200, 0.01, 100), v -> v * v / (1 + v))).logX().logY()
                .axes("t / t₀", "⟨Δr²⟩ / σ²"));
        double[] gx = gauss(400, 2);
        double[] gy = IntStream.range(0, 400).mapToDouble(i -> 0.7 * gx[i] + 0.5 * rng.nextGaussian()).toArray();
        figures.put("scatter", scatter("Two correlated coordinates", gx, gy).axes("x / Å", "y / Å"));
        figures.put("histogram", histogram("Velocities, kT = 1", gauss(10_000, 3)).axes("v / √(kT/m)", "density")
                .curve("Maxwell-Boltzmann", v -> Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI)));
        double[] truth = map(gauss(250, 4), v -> -30 + 8 * v);
        Rng noise = Rng.seeded(9);
        figures.put("parity", parity("CO₂ in Mg-MOF-74", truth, map(truth, v -> v + 1.2 * noise.nextGaussian()))
                .axes("quantum chemistry / (kJ/mol)", "neural potential / (kJ/mol)"));
        figures.put("heatmap", heatMap("Transition probabilities", WEATHER, CHAIN).axes("to", "from"));
        double[][] large = new double[40][60];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 60; j++) {
                large[i][j] = Math.sin(i / 6.0) * Math.cos(j / 9.0);
            }
        }
        figures.put("heatmap-large", heatMap("Field", large).axes("column", "row"));
        List<Estimate> frequencies = List.of(new Estimate(0.51, 0.03), new Estimate(0.29, 0.02),
                new Estimate(0.20, 0.02));
        figures.put("bar", bar("Frequencies in 365 days", WEATHER, frequencies).axes("weather", "share of days"));
        figures.put("bars", bar("Stationary law three ways", WEATHER).bars("power", new double[]{0.5, 0.3, 0.2})
                .bars("eigenvector", new double[]{0.5, 0.3, 0.2}).bars("frequencies", frequencies)
                .axes("state", "probability π"));
        double[] temperature = {0.5, 1, 1.5, 2, 2.5, 3};
        List<Estimate> energy = IntStream.range(0, 6)
                .mapToObj(i -> new Estimate(-4 + temperature[i] * 1.4, 0.15 + 0.03 * i)).toList();
        figures.put("errorbars", errorBars("Energy against temperature", temperature, energy).named("simulation")
                .curve("1.4 T − 4", v -> 1.4 * v - 4).axes("kT / ε", "E / ε"));
        figures.put("network", network("Weather", WEATHER, CHAIN));
        figures.put("network-two",
                network("Sun and rain", List.of("sun", "rain"), new double[][]{{0.9, 0.1}, {0.5, 0.5}}));
        figures.put("network-cycle", network("A cycle that never is in detailed balance", List.of("A", "B", "C"),
                new double[][]{{0.1, 0.8, 0.1}, {0.1, 0.1, 0.8}, {0.8, 0.1, 0.1}}));
        figures.put("network-six", network("Hops on a ring", List.of("1", "2", "3", "4", "5", "6"), ring(6)));
        figures.put("network-dense", network("Five states", List.of("s₀", "s₁", "s₂", "s₃", "s₄"), dense(5)));
        figures.put("million", line("A million steps", running(1_000_000)).axes("step", "position"));
        return figures;
    }

    static double[] gauss(int n, long seed) {
        double[] values = new double[n];
        Rng.seeded(seed).fillGaussian(values);
        return values;
    }

    static double[] running(int n) {
        double[] values = gauss(n, 6);
        for (int i = 1; i < n; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    private static double[][] ring(int n) {
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            p[i][(i + 1) % n] = 0.5;
            p[i][(i + n - 1) % n] = 0.25;
            p[i][i] = 0.25;
        }
        return p;
    }

    private static double[][] dense(int n) {
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i][j] = (1 + (i * 3 + j * 2) % 5) / 15.0;
            }
        }
        return p;
    }

    private static double[] grid(int n, double from, double to) {
        return IntStream.range(0, n).mapToDouble(i -> from + (to - from) * i / (n - 1)).toArray();
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double[] every(double[] x, int step) {
        return IntStream.iterate(0, i -> i < x.length, i -> i + step).mapToDouble(i -> x[i]).toArray();
    }
}
