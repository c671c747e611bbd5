package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;

import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look that all charts share: white, a thin grid, dark text of 14 to 18 pixels. */
final class Style {
    static final int WIDTH = 720;
    static final int HEIGHT = 440;
    /** How much longer than its highest bar the axis is. */
    static final double AIR = 1.06;
    /** XChart leaves out a tick that lies exactly at the axis' end; so bars' axes begin this part of their length below 0. */
    static final double BELOW_ZERO = 1e-4;
    static final float LINE_WIDTH = 2.2f;
    static final float TITLE = 18;
    static final float LABEL = 16;
    static final float TICK = 14;

    private Style() {}

    /** Gives a chart this look. */
    static void apply(AxesChartStyler styler) {
        styler.setBaseFont(Fonts.plain(TICK)).setLocale(Locale.ROOT).setAntiAlias(true);
        styler.setChartTitleFont(Fonts.bold(TITLE)).setChartTitleBoxVisible(false).setChartTitlePadding(8);
        styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(Palette.INK).setPlotBorderVisible(false).setChartPadding(12);
        styler.setLegendFont(Fonts.plain(TICK)).setLegendBorderColor(Color.WHITE).setLegendPadding(12)
                .setLegendSeriesLineLength(22)
                .setLegendVisible(false).setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        styler.setAnnotationTextFont(Fonts.plain(TICK)).setAnnotationTextFontColor(Palette.INK);
        styler.setSeriesColors(Palette.series()).setSeriesMarkers(markers()).setSeriesLines(lines());
        styler.setMarkerSize(8);
        styler.setAxisTitleFont(Fonts.plain(LABEL)).setAxisTickLabelsFont(Fonts.plain(TICK)).setAxisTitlePadding(8)
                .setAxisTickLabelsColor(Palette.SOFT_INK).setAxisTickMarksColor(Palette.SOFT_INK)
                .setAxisTickMarkLength(4).setAxisTickMarksStroke(new BasicStroke(1));
        styler.setPlotGridLinesColor(Palette.GRID).setPlotGridLinesStroke(new BasicStroke(1)).setPlotMargin(0)
                .setYAxisLabelAlignment(TextAlignment.Right);
        styler.setXAxisTickMarkSpacingHint(90).setYAxisTickMarkSpacingHint(50).setErrorBarsColorSeriesColor(true);
    }

    private static Marker[] markers() {
        return new Marker[]{SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP,
                SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.PLUS, SeriesMarkers.CROSS};
    }

    private static BasicStroke[] lines() {
        BasicStroke[] lines = new BasicStroke[Palette.series().length];
        Arrays.fill(lines, new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return lines;
    }
}
