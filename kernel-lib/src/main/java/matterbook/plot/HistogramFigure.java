package matterbook.plot;

import matterbook.stats.Histogram;

/** A histogram as a figure: bars whose areas add up to 1. */
final class HistogramFigure {
    private static final int CORNERS = 4;

    private HistogramFigure() {}

    static XYFigure of(String title, Histogram histogram) {
        String kind = "histogram of " + histogram.total() + " values in " + histogram.bins() + " bins";
        XYFigure figure = new XYFigure(title).area("histogram", kind, outlineX(histogram), outlineY(histogram));
        figure.getStyler().setPlotGridVerticalLinesVisible(false);
        return figure.axes("value", "density");
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

    private static double[] outlineY(Histogram histogram) {
        double[] density = histogram.density();
        double[] y = new double[CORNERS * density.length];
        for (int i = 0; i < density.length; i++) {
            y[CORNERS * i + 1] = density[i];
            y[CORNERS * i + 2] = density[i];
        }
        return y;
    }
}
