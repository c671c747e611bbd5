package matterbook.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * A matrix in colours, row 0 on top, with its values written in where they fit. It is a {@link HeatMapChart}, so
 * everything of XChart is there for further styling.
 */
public final class HeatMap extends HeatMapChart {
    private static final int MOST_VALUES_IN_A_ROW = 12;
    private static final int MOST_ROWS_WITH_VALUES = 16;

    private final double[][] matrix;
    private final double least;
    private final double most;

    HeatMap(String title, List<String> rows, List<String> columns, double[][] matrix) {
        super(Style.WIDTH, Style.HEIGHT, ChartTheme.XChart);
        check(title, rows, columns, matrix);
        this.matrix = copy(matrix);
        double[] range = Points.range(Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray());
        this.least = rounded(range[0], RoundingMode.FLOOR);
        this.most = rounded(range[1], RoundingMode.CEILING);
        style();
        setTitle(title);
        addSeries(title.isEmpty() ? "values" : title, columns, rows.reversed(), cells()).setMin(least).setMax(most);
    }

    private void style() {
        Style.apply(getStyler());
        getStyler().setPlotGridLinesVisible(false).setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false)
                .setPlotContentSize(1);
        // cells overlap their borders: without them the white below shines through between two cells
        getStyler().setRangeColors(Palette.map()).setMin(least).setMax(most).setShowValue(false).setDrawBorder(true)
                .setGradientColorColumnWeight(18).setGradientColorColumnHeight(260)
                .setHeatMapDecimalValueFormatter(value -> Digits.shortest(value, 3));
        getStyler().setLegendPosition(LegendPosition.OutsideE).setLegendLayout(LegendLayout.Vertical)
                .setLegendVisible(true);
    }

    /** XChart's form of a cell: column, row counted from below, value. */
    private List<Number[]> cells() {
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                if (Double.isFinite(matrix[i][j])) {
                    cells.add(new Number[]{j, matrix.length - 1 - i, matrix[i][j]});
                }
            }
        }
        return cells;
    }

    /** Says what columns (x) and rows (y) are, with units. */
    public HeatMap axes(String columns, String rows) {
        setXAxisTitle(columns);
        setYAxisTitle(rows);
        return this;
    }

    /** The matrix as drawn: a copy. */
    public double[][] matrix() {
        return copy(matrix);
    }

    /** Draws the map, then each value in black or white, whichever reads better on its cell. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        if (matrix.length > MOST_ROWS_WITH_VALUES || matrix[0].length > MOST_VALUES_IN_A_ROW) {
            return;
        }
        Rectangle2D area = plot.getBounds();
        double cellWidth = area.getWidth() / matrix[0].length;
        double cellHeight = area.getHeight() / matrix.length;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                if (Double.isFinite(matrix[i][j])) {
                    g.setColor(Palette.textOn(colour(matrix[i][j])));
                    Label.centred(g, Digits.shortest(matrix[i][j], 3), Fonts.plain(Style.TICK),
                            area.getX() + (j + 0.5) * cellWidth,
                            area.getY() + (i + 0.5) * cellHeight);
                }
            }
        }
    }

    private Color colour(double value) {
        return Palette.map(most > least ? (value - least) / (most - least) : 0);
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** The ends of the colour bar, which carries them as numbers. */
    private static double rounded(double value, RoundingMode mode) {
        return BigDecimal.valueOf(value).round(new MathContext(3, mode)).doubleValue();
    }

    private static void check(String title, List<String> rows, List<String> columns, double[][] matrix) {
        Points.checkLengths(title, rows.size(), "row names", matrix.length, "rows");
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != columns.size()) {
                throw new IllegalArgumentException("row " + i + " (" + rows.get(i) + ") has " + matrix[i].length
                        + " values; there are " + columns.size() + " columns");
            }
        }
        if (Arrays.stream(matrix).flatMapToDouble(Arrays::stream).noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException("nothing to draw in \"" + title + "\": the matrix has no finite value");
        }
    }
}
