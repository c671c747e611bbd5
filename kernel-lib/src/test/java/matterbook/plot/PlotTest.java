package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.knowm.xchart.XYSeries;

class PlotTest {
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {3, 5, 4};

    @Test
    void aLineIsAnXChartWithItsDataTitleAndAxes() {
        XYFigure figure = Plot.line("Energy", X, Y).axes("t / ps", "E / eV");
        assertEquals("Energy", figure.getTitle());
        assertEquals("t / ps", figure.getXAxisTitle());
        assertEquals("E / eV", figure.getYAxisTitle());
        assertArrayEquals(X, figure.getSeries("Energy").getXData());
        assertArrayEquals(Y, figure.getSeries("Energy").getYData());
        assertArrayEquals(X, Plot.line("Energy", Y).getSeries("Energy").getXData());
    }

    @Test
    void aLegendAppearsWithTheSecondSeries() {
        XYFigure figure = Plot.line("Energy", X, Y).named("run 1");
        assertFalse(figure.getStyler().isLegendVisible());
        assertTrue(figure.points("run 2", X, Y).getStyler().isLegendVisible());
        assertEquals("run 1", figure.getSeries("Energy").getLabel());
        assertFalse(Plot.parity("P", X, Y).getStyler().isLegendVisible());
    }

    @Test
    void aHistogramIsADensity() {
        XYFigure figure = Plot.histogram("H", new double[]{0, 0, 1, 3.9, 4, Double.NaN}, 4);
        XYSeries bars = figure.getSeries("histogram");
        assertArrayEquals(new double[]{0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4}, bars.getXData(), 1e-12);
        assertArrayEquals(new double[]{0, .4, .4, 0, 0, .2, .2, 0, 0, 0, 0, 0, 0, .4, .4, 0}, bars.getYData(), 1e-12);
        assertArrayEquals(new double[]{6.5, 7.5}, range(Plot.histogram("H", new double[]{7, 7}, 2)), 1e-12);
    }

    private static double[] range(XYFigure figure) {
        XYSeries bars = figure.getSeries("histogram");
        return new double[]{bars.getXMin(), bars.getXMax()};
    }

    @Test
    void aCurveSpansWhatIsShown() {
        XYSeries curve = Plot.line("L", X, Y).curve("x²", x -> x * x).getSeries("x²");
        assertEquals(0, curve.getXMin());
        assertEquals(2, curve.getXMax());
        assertEquals(4, curve.getYMax(), 1e-12);
    }

    @Test
    void parityTellsItsErrors() {
        XYFigure figure = Plot.parity("P", new double[]{1, 2, 3, Double.NaN}, new double[]{2, 2, 1, 5});
        assertEquals(List.of("RMSE 1.29", "MAE 1"), figure.notes());
        assertEquals(figure.getStyler().getXAxisMin(), figure.getStyler().getYAxisMin());
        assertEquals(figure.getStyler().getXAxisMax(), figure.getStyler().getYAxisMax());
    }

    @Test
    void barsAndPointsCarryStandardErrors() {
        List<Estimate> estimates = List.of(new Estimate(1, 0.1), new Estimate(2, 0.2));
        assertArrayEquals(new double[]{0.1, 0.2},
                Plot.bar("B", List.of("a", "b"), estimates).getSeries("B").getExtraValues());
        assertArrayEquals(new double[]{0.1, 0.2},
                Plot.errorBars("E", new double[]{1, 2}, estimates).getSeries("E").getExtraValues());
        assertTrue(Plot.bar("B", List.of("a", "b")).bars("1", new double[]{1, 2}).bars("2", estimates).getStyler()
                .isLegendVisible());
    }

    @Test
    void pointsCarryErrorsAlongX() {
        List<Estimate> x = List.of(new Estimate(1, 0.25), new Estimate(2, Double.NaN));
        XYFigure figure = Plot.figure("E").errorBarsAlongX("piston", x, new double[]{5, 7});
        assertArrayEquals(new double[]{1, 2}, figure.getSeries("piston").getXData());
        assertArrayEquals(new double[]{0.75, 1.25, 1, 2, 2, 2}, figure.getSeries("piston ±").getXData());
        assertArrayEquals(new double[]{5, 5, Double.NaN, 7, 7, Double.NaN}, figure.getSeries("piston ±").getYData());
        assertFalse(figure.getStyler().isLegendVisible(), "one thing is shown");
    }

    /** XChart writes powers of ten alone where it is told so. */
    @Test
    void aShortLogarithmicAxisHasNumbersBetweenPowers() {
        XYFigure figure = Plot.line("L", new double[]{0.2, 0.7, 3}, new double[]{1, 10, 100}).logX().logY();
        Pictures.image(figure, 1);
        assertFalse(figure.getStyler().isXAxisLogarithmicDecadeOnly());
        assertTrue(figure.getStyler().isYAxisLogarithmicDecadeOnly());
    }

    @Test
    void aHeatMapHasRowZeroOnTop() {
        HeatMap map = Plot.heatMap("M", List.of("a", "b"), List.of("x", "y", "z"),
                new double[][]{{1, 2, 3}, {4, 5, 6}});
        assertEquals(List.of("b", "a"), map.getHeatMapSeries().getYData());
        assertArrayEquals(new Number[]{2, 1, 3.0}, map.getHeatMapSeries().getHeatData().get(2));
    }

    @Test
    void drawingLeavesTheDataAlone() {
        double[] noise = Gallery.gauss(20_000, 1);
        XYFigure figure = Plot.line("L", noise).logY();
        double[] before = figure.getSeries("L").getYData().clone();
        Pictures.image(figure, 1);
        assertArrayEquals(before, figure.getSeries("L").getYData());
        XYFigure histogram = Plot.histogram("H", noise);
        Pictures.image(histogram, 1);
        assertEquals(null, histogram.getStyler().getYAxisMax());
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotAboveZero() {
        double[] y = {1, -1, 0, 10};
        Pictures.image(Plot.line("L", y).logY(), 1);
        Pictures.image(Plot.scatter("S", new double[]{-1, 0, 1, 2}, y).logX(), 1);
        fails("\"L\" has no point above 0, and a logarithmic axis shows only those",
                () -> Pictures.image(Plot.line("L", new double[]{-1, 0}).logY(), 1));
        fails("the error bar of \"E\" at x = 2.0 reaches down to 0, which a logarithmic axis cannot show",
                () -> Pictures.image(Plot.errorBars("E", new double[]{1, 2},
                        List.of(new Estimate(1, 0.1), new Estimate(1, 2))).logY(), 1));
    }

    @Test
    void mistakesReadWell() {
        fails("\"L\" has 3 x values but 2 y values; each point needs both",
                () -> Plot.line("L", X, new double[]{1, 2}));
        fails("nothing to draw in \"L\": it has no values", () -> Plot.line("L", new double[0]));
        fails("nothing to draw in \"L\": none of its 2 points has finite coordinates",
                () -> Plot.line("L", new double[]{Double.NaN, Double.POSITIVE_INFINITY}));
        fails("this figure has a series called \"L\" already; give each series its own name",
                () -> Plot.line("L", X, Y).line("L", X, Y));
        fails("the figure shows no range of x yet; say it: curve(\"f\", f, from, to)",
                () -> Plot.figure("F").curve("f", x -> x));
        fails("the figure \"F\" is empty; add a series, for example line(name, x, y)",
                () -> Pictures.image(Plot.figure("F"), 1));
        fails("the figure \"B\" has no bars; add them: bars(name, values)",
                () -> Pictures.image(Plot.bar("B", List.of("a")), 1));
        fails("\"B\" has 2 names but 3 values; each point needs both", () -> Plot.bar("B", List.of("a", "b"), Y));
        fails("the bar \"b\" of \"B\" is NaN, not a finite number",
                () -> Plot.bar("B", List.of("a", "b"), new double[]{1, Double.NaN}));
        fails("nothing to draw in \"H\": none of its 1 values is finite",
                () -> Plot.histogram("H", new double[]{Double.NaN}));
        fails("the number of bins must be at least 1, not 0", () -> Plot.histogram("H", X, 0));
        fails("row 1 (b) has 1 values; there are 2 columns",
                () -> Plot.heatMap("M", List.of("a", "b"), new double[][]{{1, 2}, {3}}));
        fails("nothing to draw in \"M\": the matrix has no finite value",
                () -> Plot.heatMap("M", new double[][]{{Double.NaN}}));
    }

    @Test
    void gapsArePointsThatAreNotFinite() {
        XYFigure figure = Plot.line("L", new double[]{1, Double.POSITIVE_INFINITY, 3});
        assertEquals("[1.0, NaN, 3.0]", Arrays.toString(figure.getSeries("L").getYData()));
        assertEquals("L [y against index]\n  L: line, 3 points (1 not finite), x 0 to 2, y 1 to 3",
                Captions.of(figure));
    }

    private static void fails(String message, Executable action) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
