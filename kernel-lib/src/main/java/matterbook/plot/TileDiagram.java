package matterbook.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import org.knowm.xchart.internal.chartpart.IChart;

/** Matrices side by side as squares of coloured tiles, row 0 on top, each with a heading. All share one scale. */
public final class TileDiagram implements IChart {
    private static final int MOST = 6;
    private static final int GAP = 18;
    private static final int TOP = 72;
    private static final int LARGEST = 420;

    private final String title;
    private final List<String> names;
    private final double[][][] matrices;

    TileDiagram(String title, List<String> names, double[][][] matrices) {
        Points.checkLengths(title, names.size(), "names", matrices.length, "matrices");
        if (matrices.length == 0 || matrices.length > MOST) {
            throw new IllegalArgumentException("\"" + title + "\" has " + matrices.length
                    + " matrices; from 1 to " + MOST + " fit side by side");
        }
        this.title = title;
        this.names = List.copyOf(names);
        this.matrices = new double[matrices.length][][];
        for (int k = 0; k < matrices.length; k++) {
            int columns = matrices[k].length == 0 ? 0 : matrices[k][0].length;
            if (columns == 0 || Arrays.stream(matrices[k]).anyMatch(row -> row.length != columns)) {
                throw new IllegalArgumentException("matrix " + k + " (" + names.get(k)
                        + ") must have rows of one length, at least 1");
            }
            this.matrices[k] = Arrays.stream(matrices[k]).map(double[]::clone).toArray(double[][]::new);
        }
    }

    @Override
    public int getWidth() {
        return Style.WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + GAP + (int) size(Style.WIDTH);
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Label.title(g, title, width, height);
        double[] range = Points.range(values());
        double size = size(width);
        double left = (width - matrices.length * size - (matrices.length - 1) * GAP) / 2;
        for (int k = 0; k < matrices.length; k++) {
            double x = left + k * (size + GAP);
            g.setColor(Palette.INK);
            Label.centred(g, names.get(k), Fonts.plain(Style.LABEL), x + size / 2, TOP - 16);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            g.drawImage(image(matrices[k], range), (int) x, TOP, (int) size, (int) size, null);
        }
    }

    private double size(int width) {
        double share = (width - 2.0 * GAP - (matrices.length - 1) * GAP) / matrices.length;
        return Math.min(LARGEST, share);
    }

    private static BufferedImage image(double[][] matrix, double[] range) {
        BufferedImage image = new BufferedImage(matrix[0].length, matrix.length, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                double part = range[1] > range[0] ? (matrix[i][j] - range[0]) / (range[1] - range[0]) : 0;
                image.setRGB(j, i, Palette.map(part).getRGB());
            }
        }
        return image;
    }

    private double[] values() {
        return Arrays.stream(matrices).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    }

    /** One line: the mean of each matrix, which tells a run from another. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append(':');
        for (int k = 0; k < matrices.length; k++) {
            double mean = Arrays.stream(matrices[k]).flatMapToDouble(Arrays::stream).average().orElseThrow();
            text.append(k == 0 ? " " : "; ").append(names.get(k)).append(": ").append(matrices[k].length)
                    .append(" x ").append(matrices[k][0].length).append(" tiles, mean ")
                    .append(Digits.shortest(mean, 4));
        }
        return text.toString();
    }
}
