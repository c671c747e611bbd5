package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

import matterbook.core.Estimate;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines and points over two numeric axes. It is an {@link XYChart}, so {@link #getStyler()} and everything else of
 * XChart is there for further styling; the methods here return the figure itself, to be written in one chain.
 *
 * <p>Points that are not finite are left out: a line has a gap there. Where an axis is logarithmic, the same holds
 * for values that are not above 0.
 */
public final class XYFigure extends XYChart {
    private static final int CURVE_POINTS = 400;

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean standsOnAxis;
    private double lengthX;
    private double lengthY;

    XYFigure(String title) {
        this(title, Style.WIDTH, Style.HEIGHT);
    }

    XYFigure(String title, int width, int height) {
        super(width, height, ChartTheme.XChart);
        Style.apply(getStyler());
        getStyler().setXAxisTickLabelsFormattingFunction(x -> getStyler().isXAxisLogarithmic()
                ? Ticks.logarithmic(x, leastX(), mostX())
                : Ticks.linear(x, lengthX));
        getStyler().setYAxisTickLabelsFormattingFunction(y -> getStyler().isYAxisLogarithmic()
                ? Ticks.logarithmic(y, leastY(), mostY())
                : Ticks.linear(y, lengthY));
        setTitle(title);
        axes("x", "y");
    }

    /** Says what the axes show, with units: {@code axes("t / ps", "E / (kJ/mol)")}. */
    public XYFigure axes(String x, String y) {
        setXAxisTitle(x);
        setYAxisTitle(y);
        return this;
    }

    /** Adds a line through the points (x[i], y[i]). */
    public XYFigure line(String name, double[] x, double[] y) {
        add(name, "line", x, y).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Adds a marker at each point (x[i], y[i]). */
    public XYFigure points(String name, double[] x, double[] y) {
        add(name, "points", x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        return this;
    }

    /** Adds a marker with a bar of one standard error up and down at each point. */
    public XYFigure errorBars(String name, double[] x, List<Estimate> y) {
        double[] values = Points.values(y);
        Points.check(name, x, values);
        XYSeries series = added(name, "points with error bars",
                addSeries(free(name), Points.finite(x), Points.finite(values), Points.errors(y)));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        return this;
    }

    /** Adds a marker with a bar of one standard error to the left and to the right at each point. */
    public XYFigure errorBarsAlongX(String name, List<Estimate> x, double[] y) {
        double[] values = Points.values(x);
        points(name, values, y);
        Color colour = Palette.series(kinds.size() - 1);
        double[] ends = new double[3 * y.length];
        double[] heights = new double[3 * y.length];
        for (int i = 0; i < y.length; i++) {
            double error = x.get(i).error() >= 0 ? x.get(i).error() : 0;
            ends[3 * i] = values[i] - error;
            ends[3 * i + 1] = values[i] + error;
            ends[3 * i + 2] = values[i];
            heights[3 * i] = y[i];
            heights[3 * i + 1] = y[i];
            heights[3 * i + 2] = Double.NaN; // the line has a gap here
        }
        add(name + " ±", "bars along x", ends, heights).setMarker(SeriesMarkers.NONE).setLineColor(colour)
                .setLineStyle(new BasicStroke(1.5f)).setShowInLegend(false);
        showLegendWhereNeeded();
        return this;
    }

    /** Adds the curve y = f(x) over the range of x that the figure shows so far. */
    public XYFigure curve(String name, DoubleUnaryOperator f) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (XYSeries series : getSeriesCollection()) {
            from = Math.min(from, series.getXMin());
            to = Math.max(to, series.getXMax());
        }
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "the figure shows no range of x yet; say it: curve(\"" + name + "\", f, from, to)");
        }
        return curve(name, f, from, to);
    }

    /** Adds the curve y = f(x) for {@code from <= x <= to}. */
    public XYFigure curve(String name, DoubleUnaryOperator f, double from, double to) {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("a curve needs from < to, not " + from + " and " + to);
        }
        double[] x = new double[CURVE_POINTS + 1];
        double[] y = new double[CURVE_POINTS + 1];
        boolean logarithmic = getStyler().isXAxisLogarithmic() && from > 0;
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double part = (double) i / CURVE_POINTS;
            x[i] = logarithmic ? from * Math.pow(to / from, part) : from + (to - from) * part;
            y[i] = f.applyAsDouble(x[i]);
        }
        add(name, "curve", x, y).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Adds a dashed straight line between two points, without a place in the legend: a guide for the eye. */
    public XYFigure guide(String name, double x0, double y0, double x1, double y1) {
        XYSeries series = add(name, "guide", new double[]{x0, x1}, new double[]{y0, y1});
        series.setMarker(SeriesMarkers.NONE).setLineColor(Palette.SOFT_INK).setLineStyle(new BasicStroke(1.5f,
                BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[]{7, 5}, 0)).setShowInLegend(false);
        showLegendWhereNeeded();
        return this;
    }

    /** Names the series that was added last, for the legend. */
    public XYFigure named(String name) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("there is no series yet to name \"" + name + "\"");
        }
        getSeriesCollection().stream().reduce((first, second) -> second).ifPresent(last -> last.setLabel(name));
        return this;
    }

    /** Writes a short text into the upper left corner of the plot; further notes stand below it. */
    public XYFigure note(String text) {
        notes.add(text);
        return this;
    }

    /** Makes the x axis logarithmic. */
    public XYFigure logX() {
        getStyler().setXAxisLogarithmic(true);
        return this;
    }

    /** Makes the y axis logarithmic. */
    public XYFigure logY() {
        getStyler().setYAxisLogarithmic(true);
        return this;
    }

    /** Shows x from {@code from} to {@code to}. */
    public XYFigure rangeX(double from, double to) {
        getStyler().setXAxisMin(from).setXAxisMax(to);
        return this;
    }

    /** Shows y from {@code from} to {@code to}. */
    public XYFigure rangeY(double from, double to) {
        getStyler().setYAxisMin(from).setYAxisMax(to);
        return this;
    }

    /** The notes, in order. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What the series called {@code name} is: line, points, curve, or a description of its own. */
    String kind(String name) {
        return kinds.getOrDefault(name, "series");
    }

    /** Whether areas stand on the x axis, as a histogram's bars do. */
    boolean standsOnAxis() {
        return standsOnAxis;
    }

    /** Adds a filled outline that stands on the x axis, as a histogram needs it. */
    XYFigure area(String name, String kind, double[] x, double[] y) {
        standsOnAxis = true;
        getStyler().setPlotContentSize(1);
        XYSeries series = add(name, kind, x, y);
        Color colour = Palette.series(kinds.size() - 1);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE)
                .setLineStyle(new BasicStroke(1)).setFillColor(Palette.mix(colour, Color.WHITE, 0.6));
        return this;
    }

    /** Draws into any graphics; series of many thousand points are thinned to what the picture can show. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        XYDrawing drawing = new XYDrawing(this, width, height);
        drawing.prepare();
        try {
            lengthX = drawing.lengthX();
            lengthY = drawing.lengthY();
            getStyler().setXAxisLogarithmicDecadeOnly(Ticks.hasDecades(leastX(), mostX()));
            getStyler().setYAxisLogarithmicDecadeOnly(Ticks.hasDecades(leastY(), mostY()));
            super.paint(g, width, height);
            XYDrawing.notes(g, plot.getBounds(), notes);
        } finally {
            drawing.restore();
        }
    }

    private double leastX() {
        return least(getStyler().getXAxisMin(), XYSeries::getXMin);
    }

    private double mostX() {
        return most(getStyler().getXAxisMax(), XYSeries::getXMax);
    }

    private double leastY() {
        return least(getStyler().getYAxisMin(), XYSeries::getYMin);
    }

    private double mostY() {
        return most(getStyler().getYAxisMax(), XYSeries::getYMax);
    }

    private double least(@Nullable Double set, ToDoubleFunction<XYSeries> ofSeries) {
        return set != null ? set : getSeriesCollection().stream().mapToDouble(ofSeries).min().orElse(1);
    }

    private double most(@Nullable Double set, ToDoubleFunction<XYSeries> ofSeries) {
        return set != null ? set : getSeriesCollection().stream().mapToDouble(ofSeries).max().orElse(1);
    }

    private XYSeries add(String name, String kind, double[] x, double[] y) {
        Points.check(name, x, y);
        return added(name, kind, addSeries(free(name), Points.finite(x), Points.finite(y)));
    }

    private XYSeries added(String name, String kind, XYSeries series) {
        kinds.put(name, kind);
        showLegendWhereNeeded();
        return series;
    }

    private void showLegendWhereNeeded() {
        getStyler().setLegendVisible(getSeriesCollection().stream().filter(XYSeries::isShowInLegend).count() > 1);
    }

    private String free(String name) {
        if (kinds.containsKey(name)) {
            throw new IllegalArgumentException(
                    "this figure has a series called \"" + name + "\" already; give each series its own name");
        }
        return name;
    }
}
