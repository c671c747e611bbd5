package matterbook.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;

/** What one drawing of an {@link XYFigure} shows of its series; the series get their own data back afterwards. */
final class XYDrawing {
    private static final int PIXELS_PER_UNIT = 2;
    private static final int NOTE_MARGIN = 12;
    private static final double UNEVEN = 0.3718;

    private final XYFigure figure;
    private final int columns;
    private final int rows;
    private final boolean logX;
    private final boolean logY;
    /** What the styler says: least and most x, least and most y; null where XChart chooses. */
    private final @Nullable Double[] ranges;
    private final Map<XYSeries, Data> originals = new LinkedHashMap<>();

    /** Arrays of one length; as a record they would compare by identity. */
    private static final class Data {
        final double[] x;
        final double[] y;
        final double @Nullable [] errors;

        Data(double[] x, double[] y, double @Nullable [] errors) {
            this.x = x;
            this.y = y;
            this.errors = errors;
        }

        /**
         * With one more point that is not drawn. XChart sets a tick at every so many points where all x are evenly
         * spaced (at 3.01, 6.02, ... for 300 points from 0 to 30); with an uneven x among them it takes round numbers.
         */
        Data unevenly() {
            double[] range = Points.range(x);
            return new Data(appended(x, range[0] + UNEVEN * (range[1] - range[0])), appended(y, Double.NaN),
                    errors == null ? null : appended(errors, 0));
        }

        private static double[] appended(double[] values, double last) {
            double[] longer = Arrays.copyOf(values, values.length + 1);
            longer[values.length] = last;
            return longer;
        }

        Data pick(int[] indices) {
            return new Data(Thinning.pick(x, indices), Thinning.pick(y, indices),
                    errors == null ? null : Thinning.pick(errors, indices));
        }
    }

    XYDrawing(XYFigure figure, int width, int height) {
        this.figure = figure;
        this.columns = PIXELS_PER_UNIT * width;
        this.rows = PIXELS_PER_UNIT * height;
        XYStyler styler = figure.getStyler();
        this.logX = styler.isXAxisLogarithmic();
        this.logY = styler.isYAxisLogarithmic();
        this.ranges = new Double[]{styler.getXAxisMin(), styler.getXAxisMax(), styler.getYAxisMin(),
                styler.getYAxisMax()};
    }

    /** Gives the series what can be drawn of them. */
    void prepare() {
        if (figure.getSeriesCollection().isEmpty()) {
            throw new IllegalArgumentException(
                    "the figure \"" + figure.getTitle() + "\" is empty; add a series, for example line(name, x, y)");
        }
        for (XYSeries series : figure.getSeriesCollection()) {
            Data data = new Data(series.getXData(), series.getYData(), series.getExtraValues());
            Data shown = thinned(series, drawable(series.getLabel(), data));
            if (originals.isEmpty()) {
                shown = shown.unevenly();
            }
            originals.put(series, data);
            series.replaceData(shown.x, shown.y, shown.errors);
        }
        if (figure.standsOnAxis()) {
            standOnAxis();
        }
    }

    /** Undoes {@link #prepare()}. */
    void restore() {
        originals.forEach((series, data) -> series.replaceData(data.x, data.y, data.errors));
        XYStyler styler = figure.getStyler();
        styler.setXAxisMin(ranges[0]).setXAxisMax(ranges[1]).setYAxisMin(ranges[2]).setYAxisMax(ranges[3]);
    }

    double lengthX() {
        return most(XYSeries::getXMax) - least(XYSeries::getXMin);
    }

    double lengthY() {
        return most(XYSeries::getYMax) - least(XYSeries::getYMin);
    }

    /** Air beside and above the bars and none below them, where the styler does not say otherwise. */
    private void standOnAxis() {
        XYStyler styler = figure.getStyler();
        double beside = (Style.AIR - 1) / 2 * lengthX();
        styler.setXAxisMin(orElse(ranges[0], least(XYSeries::getXMin) - beside));
        styler.setXAxisMax(orElse(ranges[1], most(XYSeries::getXMax) + beside));
        styler.setYAxisMin(orElse(ranges[2], -Style.BELOW_ZERO * lengthY()));
        styler.setYAxisMax(orElse(ranges[3], most(XYSeries::getYMax) * Style.AIR));
    }

    private static Double orElse(@Nullable Double said, double otherwise) {
        return said == null ? Double.valueOf(otherwise) : said;
    }

    private double least(ToDoubleFunction<XYSeries> value) {
        return figure.getSeriesCollection().stream().mapToDouble(value).min().orElse(0);
    }

    private double most(ToDoubleFunction<XYSeries> value) {
        return figure.getSeriesCollection().stream().mapToDouble(value).max().orElse(0);
    }

    /** Writes notes into the upper left corner of the plot. */
    static void notes(Graphics2D g, Rectangle2D plot, List<String> notes) {
        double top = plot.getY() + NOTE_MARGIN;
        g.setColor(Palette.INK);
        for (String note : notes) {
            top = Label.below(g, note, Fonts.plain(Style.TICK), plot.getX() + NOTE_MARGIN, top);
        }
    }

    /** Without the points that have no place on the axes: x must be a number, and above 0 on a logarithmic axis. */
    private Data drawable(String name, Data data) {
        boolean[] keep = new boolean[data.x.length];
        int kept = 0;
        int visible = 0;
        double[] y = data.y.clone();
        for (int i = 0; i < y.length; i++) {
            keep[i] = logX ? data.x[i] > 0 : !Double.isNaN(data.x[i]);
            y[i] = logY && !(y[i] > 0) ? Double.NaN : y[i];
            kept += keep[i] ? 1 : 0;
            visible += keep[i] && !Double.isNaN(y[i]) ? 1 : 0;
        }
        if (visible == 0) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" has no point above 0, and a logarithmic axis shows only those");
        }
        checkErrors(name, data, y);
        if (kept == y.length && Arrays.equals(y, data.y)) {
            return data;
        }
        int[] indices = new int[kept];
        for (int i = 0, n = 0; i < y.length; i++) {
            if (keep[i]) {
                indices[n++] = i;
            }
        }
        return new Data(data.x, y, data.errors).pick(indices);
    }

    private void checkErrors(String name, Data data, double[] y) {
        if (!logY || data.errors == null) {
            return;
        }
        for (int i = 0; i < y.length; i++) {
            if (y[i] <= data.errors[i]) {
                throw new IllegalArgumentException("the error bar of \"" + name + "\" at x = " + data.x[i]
                        + " reaches down to 0, which a logarithmic axis cannot show");
            }
        }
    }

    private Data thinned(XYSeries series, Data data) {
        if (data.x.length <= Thinning.LONGEST || data.errors != null) {
            return data;
        }
        boolean markers = series.getXYSeriesRenderStyle().filter(XYSeriesRenderStyle.Scatter::equals).isPresent();
        return data.pick(markers
                ? Thinning.points(data.x, data.y, columns, rows, scale(logX), scale(logY))
                : Thinning.line(data.x, data.y, columns, scale(logX)));
    }

    private static DoubleUnaryOperator scale(boolean logarithmic) {
        return logarithmic ? Math::log : DoubleUnaryOperator.identity();
    }
}
