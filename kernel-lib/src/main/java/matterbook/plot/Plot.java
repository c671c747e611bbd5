package matterbook.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import matterbook.adsorption.DensityMap;
import matterbook.adsorption.Framework;
import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.mc.McRun;
import matterbook.md.MdRun;
import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import matterbook.stats.Histogram;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * The figures of a notebook, one call each. Every method returns an XChart chart: {@code line("Energy per particle",
 * t, e).axes("t / t₀", "E / ε")} draws, {@code .getStyler()} and XChart's other methods change what the defaults
 * leave open.
 */
public final class Plot {
    static {
        Headless.prepare();
    }

    private Plot() {}

    /** An empty figure, to which lines, points and curves are added. */
    public static XYFigure figure(String title) {
        return new XYFigure(title);
    }

    /** A line through the points (x[i], y[i]). */
    public static XYFigure line(String title, double[] x, double[] y) {
        return figure(title).line(title, x, y);
    }

    /** A line through y[0], y[1], ... over the index. */
    public static XYFigure line(String title, double[] y) {
        return line(title, Points.indices(y.length), y).axes("index", "y");
    }

    /** A marker at each point (x[i], y[i]). */
    public static XYFigure scatter(String title, double[] x, double[] y) {
        return figure(title).points(title, x, y);
    }

    /** Points with their standard errors as bars. */
    public static XYFigure errorBars(String title, double[] x, List<Estimate> y) {
        return figure(title).errorBars(title, x, y);
    }

    /**
     * A histogram as density (the bars' area is 1) in bins of the Freedman-Diaconis width; the law it should follow
     * is added by {@link XYFigure#curve}. Values that are not finite are left out.
     */
    public static XYFigure histogram(String title, double[] values) {
        return HistogramFigure.of(title, Histogram.of(finite(title, values)));
    }

    /** A histogram as density with this many equal bins. */
    public static XYFigure histogram(String title, double[] values, int bins) {
        Require.positive(bins, "the number of bins");
        return HistogramFigure.of(title, Histogram.of(finite(title, values), bins));
    }

    /** A histogram in bins of the Freedman-Diaconis width whose bars say how many values lie in each. */
    public static XYFigure counts(String title, double[] values) {
        return HistogramFigure.ofCounts(title, Histogram.of(finite(title, values)));
    }

    /**
     * Predicted against true values, with the line y = x, the root mean square and the mean absolute error in the
     * unit of the values.
     */
    public static XYFigure parity(String title, double[] reference, double[] predicted) {
        return new ParityFigure(title, reference, predicted).figure();
    }

    /** A matrix in colours with named rows (the first on top) and columns. */
    public static HeatMap heatMap(String title, List<String> rows, List<String> columns, double[][] matrix) {
        return new HeatMap(title, rows, columns, matrix);
    }

    /** A square matrix in colours whose rows and columns have the same names: a transition matrix, for example. */
    public static HeatMap heatMap(String title, List<String> names, double[][] matrix) {
        return heatMap(title, names, names, matrix);
    }

    /** A matrix in colours; rows and columns are numbered from 0. */
    public static HeatMap heatMap(String title, double[][] matrix) {
        return heatMap(title, numbers(matrix.length), numbers(matrix.length == 0 ? 0 : matrix[0].length), matrix);
    }

    /** An empty bar chart over these categories, to which groups of bars are added by {@link BarFigure#bars}. */
    public static BarFigure bar(String title, List<String> names) {
        return new BarFigure(title, names);
    }

    /** A bar for each category. */
    public static BarFigure bar(String title, List<String> names, double[] values) {
        return bar(title, names).bars(title, values);
    }

    /** A bar with its standard error for each category. */
    public static BarFigure bar(String title, List<String> names, List<Estimate> values) {
        return bar(title, names).bars(title, values);
    }

    /**
     * The states of a Markov chain as circles and its transitions as arrows, thicker the more probable.
     *
     * @param probabilities row i holds the probabilities (or rates) from state i to each state; 0 draws no arrow
     */
    public static NetworkDiagram network(String title, List<String> states, double[][] probabilities) {
        return new NetworkDiagram(title, states, probabilities);
    }

    /**
     * Where guests are in a framework, seen along edge c of its cell on a square one and a half cells wide.
     *
     * @param density by {@code GuestRun.density()}
     */
    public static DensityDiagram density(String title, Framework framework, DensityMap density) {
        return new DensityDiagram(title, framework, density, 2, 1.5 * framework.cell().length(0));
    }

    /**
     * Matrices of many cells side by side, coloured from their least to their largest value and without numbers: the
     * spins of lattices, for example.
     *
     * @param names a heading for each matrix
     */
    public static TileDiagram tiles(String title, List<String> names, double[][]... matrices) {
        return new TileDiagram(title, names, matrices);
    }

    /** Disks of this diameter in their periodic box; what sticks out on one side comes in on the other. */
    public static DiskDiagram disks(String title, Configuration configuration, double diameter) {
        return new DiskDiagram(title, configuration, diameter);
    }

    /** The particles of a fluid, coloured by what {@link DiskColour} says; of a brick its front. */
    public static DiskDiagram disks(String title, Fluid fluid, DiskColour colour) {
        return colour.paint(DiskDiagram.of(title, fluid), fluid);
    }

    /** The frames of a run one after the other, with their times in the titles. */
    public static Animation animation(String title, MdRun run, DiskColour colour) {
        Require.that(!run.frames().isEmpty(),
                "the run kept no frames; ask for some, for example with Every.steps(100).frames(1000)");
        double[] times = run.frameTimes();
        return animation(title, times.length, k -> disks(title + ", t = " + Digits.shortest(times[k], 4),
                run.frames().get(k), colour));
    }

    /** The frames of a Monte Carlo run one after the other, with their sweeps in the titles: it has no times. */
    public static Animation animation(String title, McRun run, DiskColour colour) {
        Require.that(!run.frames().isEmpty(),
                "the run kept no frames; ask for some, for example with Sweeps.of(5000).frames(500)");
        double[] sweeps = run.frameSweeps();
        return animation(title, sweeps.length, k -> disks(title + ", sweep " + Digits.shortest(sweeps[k], 9),
                run.frames().get(k), colour));
    }

    /** An animation of {@code frames} charts; {@code chart} draws frame 0, 1, ... */
    public static Animation animation(String title, int frames, IntFunction<? extends IChart> chart) {
        Require.positive(frames, "the number of frames");
        return new Animation(title, IntStream.range(0, frames).mapToObj(chart).toList());
    }

    private static double[] finite(String title, double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            throw new IllegalArgumentException("nothing to draw in \"" + title + "\": " + (values.length == 0
                    ? "it has no values"
                    : "none of its " + values.length + " values is finite"));
        }
        return finite;
    }

    private static List<String> numbers(int n) {
        return IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }
}
