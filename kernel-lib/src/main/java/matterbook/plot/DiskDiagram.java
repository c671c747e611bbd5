package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.particles.Configuration;
import org.knowm.xchart.internal.chartpart.IChart;

/** Disks in a periodic box, drawn to scale with their images at the edges; y points up. */
public final class DiskDiagram implements IChart {
    private static final int TOP = 44;
    private static final int MARGIN = 14;
    private static final int LARGEST = 440;

    private final String title;
    private final Configuration configuration;
    private final double diameter;

    DiskDiagram(String title, Configuration configuration, double diameter) {
        this.title = title;
        this.configuration = configuration;
        this.diameter = Require.positive(diameter, "the diameter");
    }

    @Override
    public int getWidth() {
        return Style.WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + MARGIN + (int) Math.ceil(configuration.box().height() * scale(Style.WIDTH));
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Label.title(g, title, width, height);
        double scale = scale(width);
        double w = configuration.box().width() * scale;
        double h = configuration.box().height() * scale;
        Rectangle2D frame = new Rectangle2D.Double((width - w) / 2, TOP, w, h);
        Shape clip = g.getClip();
        g.clip(frame);
        double[] x = configuration.x();
        double[] y = configuration.y();
        for (int i = 0; i < x.length; i++) {
            for (int image = 0; image < 9; image++) {
                disk(g, frame.getX() + x[i] * scale + (image % 3 - 1) * w,
                        frame.getMaxY() - y[i] * scale + (image / 3 - 1) * h, diameter * scale);
            }
        }
        g.setClip(clip);
        g.setColor(Palette.SOFT_INK);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(frame);
    }

    private static void disk(Graphics2D g, double x, double y, double size) {
        Ellipse2D circle = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        g.setColor(Palette.mix(Palette.series(0), Color.WHITE, 0.7));
        g.fill(circle);
        g.setColor(Palette.series(0));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(circle);
    }

    private double scale(int width) {
        return Math.min((width - 2.0 * MARGIN) / configuration.box().width(),
                LARGEST / configuration.box().height());
    }

    @Override
    public String toString() {
        return title + ": " + configuration + ", disks of diameter " + Digits.shortest(diameter, 4)
                + ", the nearest two at " + Digits.shortest(configuration.smallestDistance(), 6);
    }
}
