package matterbook.plot;

import matterbook.core.Digits;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How far predictions are from the truth: the numbers of a parity plot, and the plot. */
final class ParityFigure {
    private static final int SIZE = 520;
    private static final double MARGIN = 0.04;

    private final String title;
    private final double[] reference;
    private final double[] predicted;

    ParityFigure(String title, double[] reference, double[] predicted) {
        Points.check(title, reference, predicted);
        this.title = title;
        this.reference = reference;
        this.predicted = predicted;
    }

    /** Root of the mean squared difference, over the pairs that are finite. */
    double rootMeanSquareError() {
        return Math.sqrt(mean(true));
    }

    /** Mean absolute difference, over the pairs that are finite. */
    double meanAbsoluteError() {
        return mean(false);
    }

    XYFigure figure() {
        double[] x = Points.range(reference);
        double[] y = Points.range(predicted);
        double low = Math.min(x[0], y[0]);
        double high = Math.max(x[1], y[1]);
        double margin = high > low ? MARGIN * (high - low) : 1;
        XYFigure figure = new XYFigure(title, SIZE, SIZE);
        figure.guide("predicted = reference", low - margin, low - margin, high + margin, high + margin)
                .points(title, reference, predicted).axes("reference", "predicted")
                .rangeX(low - margin, high + margin).rangeY(low - margin, high + margin)
                .note("RMSE " + Digits.shortest(rootMeanSquareError(), 3))
                .note("MAE " + Digits.shortest(meanAbsoluteError(), 3));
        figure.getStyler().setPlotContentSize(1).setMarkerSize(6);
        figure.getSeries(title).setMarkerColor(Palette.series(0)).setMarker(SeriesMarkers.CIRCLE);
        return figure;
    }

    private double mean(boolean squared) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = predicted[i] - reference[i];
            if (Double.isFinite(difference)) {
                sum += squared ? difference * difference : Math.abs(difference);
                n++;
            }
        }
        return sum / n;
    }
}
