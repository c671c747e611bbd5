package matterbook.plot;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import matterbook.core.Estimate;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/**
 * Bars over named categories, several groups side by side. It is a {@link CategoryChart}, so everything of XChart is
 * there for further styling.
 */
public final class BarFigure extends CategoryChart {
    private static final int LONGEST_LABELS = 70;

    private final List<String> names;
    private final Set<String> series = new HashSet<>();
    private double length;

    BarFigure(String title, List<String> names) {
        super(Style.WIDTH, Style.HEIGHT, ChartTheme.XChart);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw in \"" + title + "\": it has no categories");
        }
        this.names = List.copyOf(names);
        Style.apply(getStyler());
        getStyler().setAvailableSpaceFill(0.7).setPlotGridVerticalLinesVisible(false)
                .setYAxisTickLabelsFormattingFunction(y -> Ticks.linear(y, length)).setPlotContentSize(1);
        if (names.stream().mapToInt(String::length).sum() > LONGEST_LABELS) {
            getStyler().setXAxisLabelRotation(45);
        }
        setTitle(title);
    }

    /** Says what categories and bars are, with units. */
    public BarFigure axes(String x, String y) {
        setXAxisTitle(x);
        setYAxisTitle(y);
        return this;
    }

    /** Adds a bar to each category. */
    public BarFigure bars(String name, double[] values) {
        return add(name, values, null);
    }

    /** Adds a bar with its standard error to each category. */
    public BarFigure bars(String name, List<Estimate> values) {
        return add(name, Points.values(values), Points.errors(values));
    }

    /** Names the bars that were added last, for the legend. */
    public BarFigure named(String name) {
        getSeriesCollection().stream().reduce((first, second) -> second).ifPresent(last -> last.setLabel(name));
        return this;
    }

    /** Draws into any graphics; unless the styler says otherwise the bars stand on the axis and leave air above. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(
                    "the figure \"" + getTitle() + "\" has no bars; add them: bars(name, values)");
        }
        CategoryStyler styler = getStyler();
        Double least = styler.getYAxisMin();
        Double most = styler.getYAxisMax();
        double low = Math.min(0, getSeriesCollection().stream().mapToDouble(CategorySeries::getYMin).min().orElse(0));
        double high = Math.max(0, getSeriesCollection().stream().mapToDouble(CategorySeries::getYMax).max().orElse(0));
        length = high - low;
        styler.setYAxisMin(least == null ? Double.valueOf(low * Style.AIR - Style.BELOW_ZERO * length) : least);
        styler.setYAxisMax(most == null ? Double.valueOf(high > low ? high * Style.AIR : 1) : most);
        try {
            super.paint(g, width, height);
        } finally {
            styler.setYAxisMin(least);
            styler.setYAxisMax(most);
        }
    }

    private BarFigure add(String name, double[] values, double @Nullable [] errors) {
        Points.checkLengths(name, names.size(), "names", values.length, "values");
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the bar \"" + names.get(i) + "\" of \"" + name + "\" is " + values[i]
                                + ", not a finite number");
            }
        }
        if (!series.add(name)) {
            throw new IllegalArgumentException(
                    "this figure has bars called \"" + name + "\" already; give each group its own name");
        }
        addSeries(name, names, boxed(values), errors == null ? null : boxed(errors));
        getStyler().setLegendVisible(series.size() > 1);
        return this;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
