package matterbook.plot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

import matterbook.core.Digits;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.Series;

/** What a chart shows, in words: for readers without pictures, and for a comparison that is not one of pixels. */
public final class Captions {
    private static final int MOST_BARS_TOLD = 12;

    private Captions() {}

    /** Title and axes in the first line, then a line for each series. */
    public static String of(IChart chart) {
        StringBuilder text = new StringBuilder(titleAndAxes(chart));
        switch (chart) {
            case XYChart xy -> xy.getSeriesCollection().forEach(series -> text.append("\n  ").append(of(xy, series)));
            case CategoryChart bars -> bars.getSeriesCollection().forEach(s -> text.append("\n  ").append(of(s)));
            case HeatMap map -> text.append("\n  ").append(of(map.matrix()));
            case NetworkDiagram diagram -> text.replace(0, text.length(), diagram.toString());
            case TileDiagram tiles -> text.replace(0, text.length(), tiles.toString());
            case DiskDiagram disks -> text.replace(0, text.length(), disks.toString());
            case DensityDiagram density -> text.replace(0, text.length(), density.toString());
            case Chart<?, ?> other -> {
                for (Series series : other.getSeriesCollection()) {
                    text.append("\n  ").append(series.getName());
                }
            }
            default -> text.append(" (").append(chart.getWidth()).append(" x ").append(chart.getHeight()).append(')');
        }
        if (chart instanceof XYFigure figure) {
            figure.notes().forEach(note -> text.append("\n  ").append(note));
        }
        return text.toString();
    }

    private static String titleAndAxes(IChart chart) {
        String title = chart.getTitle() == null || chart.getTitle().isEmpty() ? "chart" : chart.getTitle();
        if (chart instanceof AxesChart<?, ?> axes && isSaid(axes.getXAxisTitle()) && isSaid(axes.getYAxisTitle())) {
            return title + " [" + axes.getYAxisTitle() + " against " + axes.getXAxisTitle() + "]";
        }
        return title;
    }

    private static boolean isSaid(String axisTitle) {
        return axisTitle != null && !axisTitle.isBlank();
    }

    private static String of(XYChart chart, XYSeries series) {
        String kind = chart instanceof XYFigure figure ? figure.kind(series.getName()) : "series";
        String start = series.getLabel() + ": " + kind;
        String ranges = ", x " + range(series.getXData()) + ", y " + range(series.getYData());
        return switch (kind) {
            case "curve", "guide" -> start + ranges;
            case String own when own.startsWith("histogram") -> start + ranges;
            default -> start + ", " + points(series.getXData(), series.getYData()) + ranges;
        };
    }

    private static String points(double[] x, double[] y) {
        int gaps = 0;
        for (int i = 0; i < x.length; i++) {
            gaps += Double.isNaN(x[i]) || Double.isNaN(y[i]) ? 1 : 0;
        }
        return x.length + (x.length == 1 ? " point" : " points") + (gaps == 0 ? "" : " (" + gaps + " not finite)");
    }

    private static String of(CategorySeries series) {
        StringBuilder text = new StringBuilder(series.getLabel()).append(": ");
        Collection<?> names = series.getXData();
        double[] values = series.getYData();
        double[] errors = series.getExtraValues();
        Iterator<?> name = names.iterator();
        for (int i = 0; i < Math.min(values.length, MOST_BARS_TOLD); i++) {
            text.append(i == 0 ? "" : ", ").append(name.next()).append(' ').append(Digits.shortest(values[i], 4));
            if (errors != null) {
                text.append(" ± ").append(Digits.shortest(errors[i], 2));
            }
        }
        return text.append(values.length > MOST_BARS_TOLD ? ", … (" + values.length + " bars)" : "").toString();
    }

    private static String of(double[][] matrix) {
        double[] all = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
        return matrix.length + " x " + matrix[0].length + " matrix, values " + range(all);
    }

    private static String range(double[] values) {
        double[] range = Points.range(values);
        return Digits.shortest(range[0], 4) + " to " + Digits.shortest(range[1], 4);
    }
}
