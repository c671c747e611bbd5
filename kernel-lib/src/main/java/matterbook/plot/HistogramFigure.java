package matterbook.plot;

import java.util.Arrays;

import matterbook.stats.Histogram;

/** A histogram as a figure: bars whose areas add up to 1, or whose heights are the numbers of values. */
final class HistogramFigure {
    private static final int CORNERS = 4;

    private HistogramFigure() {}

    static XYFigure of(String title, Histogram histogram) {
        return bars(title, histogram, histogram.density()).axes("value", "density");
    }

    static XYFigure ofCounts(String title, Histogram histogram) {
        return bars(title, histogram, Arrays.stream(histogram.counts()).asDoubleStream().toArray())
                .axes("value", "number of values");
    }

    private static XYFigure bars(String title, Histogram histogram, double[] heights) {
        String kind = "histogram of " + histogram.total() + " values in " + histogram.bins() + " bins";
        XYFigure figure = new XYFigure(title).area("histogram", kind, outlineX(histogram), outlineY(heights));
        figure.getStyler().setPlotGridVerticalLinesVisible(false);
        return figure;
    }

    /** Up, along and down each bar. */
    private static double[] outlineX(Histogram histogram) {
        double[] edges = histogram.edges();
        double[] x = new double[CORNERS * histogram.bins()];
        for (int i = 0; i < x.length; i++) {
            x[i] = edges[i / CORNERS + i % CORNERS / 2];
        }
        return x;
    }

    private static double[] outlineY(double[] heights) {
        double[] y = new double[CORNERS * heights.length];
        for (int i = 0; i < heights.length; i++) {
            y[CORNERS * i + 1] = heights[i];
            y[CORNERS * i + 2] = heights[i];
        }
        return y;
    }
}
