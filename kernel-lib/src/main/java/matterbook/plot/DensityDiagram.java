package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

import matterbook.adsorption.DensityMap;
import matterbook.adsorption.Framework;
import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Element;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Where guests are in a framework, seen along an edge of its cell: their density in the colours of a map, by its logarithm,
 * and the framework's atoms over it.
 */
public final class DensityDiagram implements IChart {
    private static final int TOP = 44;
    private static final int BOTTOM = 40;
    private static final int MARGIN = 14;
    private static final int POINTS = 220;
    /** Densities below this part of the highest are as good as none. */
    private static final double FAINT = 1e-3;
    /** In angstrom. */
    private static final double ATOM = 0.7;

    private final String title;
    private final Framework framework;
    private final DensityMap map;
    private final int edge;
    private final double side;
    private final double[][] seen;
    private final double highest;

    DensityDiagram(String title, Framework framework, DensityMap map, int edge, double side) {
        Require.that(framework.cell().equals(map.cell()), "framework and density must have one cell");
        this.title = title;
        this.framework = framework;
        this.map = map;
        this.edge = edge;
        this.side = side;
        seen = map.along(edge, side, POINTS);
        highest = Arrays.stream(seen).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    @Override
    public int getWidth() {
        return Style.HEIGHT;
    }

    @Override
    public int getHeight() {
        return Style.HEIGHT + TOP + BOTTOM - 2 * MARGIN;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Label.title(g, title, width, height);
        int size = Math.min(width - 2 * MARGIN, height - TOP - BOTTOM);
        int left = (width - size) / 2;
        g.drawImage(image(), left, TOP, size, size, null);
        Rectangle2D frame = new Rectangle2D.Double(left, TOP, size, size);
        Shape clip = g.getClip();
        g.clip(frame);
        atoms(g, frame);
        g.setClip(clip);
        g.setColor(Palette.SOFT_INK);
        g.draw(frame);
        Label.centred(g, note(), Fonts.plain(Style.TICK), width / 2.0, frame.getMaxY() + BOTTOM / 2.0);
    }

    private BufferedImage image() {
        BufferedImage image = new BufferedImage(POINTS, POINTS, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                image.setRGB(column, row, colour(seen[row][column]).getRGB());
            }
        }
        return image;
    }

    /** By the logarithm: from a thousandth of the highest to the highest. */
    private Color colour(double density) {
        return density <= FAINT * highest
                ? Color.WHITE
                : Palette.map(1 - Math.log(density / highest) / Math.log(FAINT));
    }

    private void atoms(Graphics2D g, Rectangle2D frame) {
        double scale = frame.getWidth() / side;
        int reach = 1 + (int) Math.ceil(side / framework.cell().leastWidth());
        int[] far = {reach, reach, reach};
        far[edge] = 0;
        g.setStroke(new BasicStroke(0.8f));
        for (AtomSite atom : framework.crystal().sites()) {
            for (int a = -far[0]; a <= far[0]; a++) {
                for (int b = -far[1]; b <= far[1]; b++) {
                    for (int c = -far[2]; c <= far[2]; c++) {
                        double[] r = framework.cell().cartesian(atom.x() + a, atom.y() + b, atom.z() + c);
                        double[] at = map.seen(edge, r[0], r[1], r[2]);
                        double size = ATOM * scale;
                        Ellipse2D circle = new Ellipse2D.Double(frame.getCenterX() + at[0] * scale - size / 2,
                                frame.getCenterY() - at[1] * scale - size / 2, size, size);
                        g.setColor(colour(atom.element()));
                        g.fill(circle);
                        g.setColor(Palette.SOFT_INK);
                        g.draw(circle);
                    }
                }
            }
        }
    }

    private static Color colour(Element element) {
        return switch (element) {
            case C -> new Color(0x90, 0x90, 0x90);
            case H -> Color.WHITE;
            case O -> Palette.series(1);
            case N -> Palette.series(0);
            default -> Palette.series(4);
        };
    }

    private String note() {
        return Digits.shortest(side, 3) + " angstrom along " + "abc".charAt(edge)
                + "; dark: a thousandth of the highest";
    }

    @Override
    public String toString() {
        return title + ": " + map + " seen along " + "abc".charAt(edge) + " on " + Digits.shortest(side, 3)
                + " angstrom, at most " + Digits.of(highest, 3) + " per square angstrom";
    }
}
