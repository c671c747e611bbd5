package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import org.knowm.xchart.internal.chartpart.IChart;

/** Disks in a periodic box, drawn to scale with their images at the edges; y points up. */
public final class DiskDiagram implements IChart {
    private static final int TOP = 44;
    private static final int MARGIN = 14;
    private static final int LARGEST = 440;

    private static final int NOTE = 20;
    private static final Color LONER = new Color(0xd8, 0xd8, 0xd8);
    private static final int CLUSTERS = 7;
    /** So few colours keep the files of an animation small. */
    private static final double STEPS = 14;

    private final String title;
    private final Configuration configuration;
    private final double[] diameters;
    private final Color[] fills;
    private final String note;

    DiskDiagram(String title, Configuration configuration, double diameter) {
        this(title, configuration, filled(configuration.size(), Require.positive(diameter, "the diameter")),
                new Color[0], "");
    }

    private DiskDiagram(String title, Configuration configuration, double[] diameters, Color[] fills, String note) {
        this.title = title;
        this.configuration = configuration;
        this.diameters = diameters;
        this.fills = fills;
        this.note = note;
    }

    /** Disks of the fluid's diameters, 1 if it names none. */
    static DiskDiagram of(String title, Fluid fluid) {
        double[] diameters = fluid.diameters();
        return new DiskDiagram(title, fluid.configuration(),
                diameters.length == 0 ? filled(fluid.size(), 1) : diameters, new Color[0], "");
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    /** The same with disks coloured by a value each, dark at {@code low} and bright at {@code high}, and a note on it. */
    public DiskDiagram coloured(double[] values, double low, double high, String text) {
        Points.checkLengths(title, values.length, "values", configuration.size(), "disks");
        Color[] colours = new Color[values.length];
        Arrays.setAll(colours,
                i -> Palette.map(high > low ? Math.rint(STEPS * (values[i] - low) / (high - low)) / STEPS : 0));
        return new DiskDiagram(title, configuration, diameters, colours, text);
    }

    /** The same with disks coloured by the number of their group, from 0; those from 7 on are grey. */
    public DiskDiagram coloured(int[] groups, String text) {
        Points.checkLengths(title, groups.length, "groups", configuration.size(), "disks");
        Color[] colours = new Color[groups.length];
        Arrays.setAll(colours, i -> groups[i] < CLUSTERS ? Palette.series(groups[i]) : LONER);
        return new DiskDiagram(title, configuration, diameters, colours, text);
    }

    @Override
    public int getWidth() {
        return Style.WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + MARGIN + (note.isEmpty() ? 0 : NOTE)
                + (int) Math.ceil(configuration.box().height() * scale(Style.WIDTH));
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
                double centreX = frame.getX() + x[i] * scale + (image % 3 - 1) * w;
                double centreY = frame.getMaxY() - y[i] * scale + (image / 3 - 1) * h;
                double size = diameters[i] * scale;
                if (frame.intersects(centreX - size, centreY - size, 2 * size, 2 * size)) {
                    disk(g, centreX, centreY, size, i);
                }
            }
        }
        g.setClip(clip);
        g.setColor(Palette.SOFT_INK);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(frame);
        if (!note.isEmpty()) {
            Label.centred(g, note, Fonts.plain(Style.LABEL), width / 2.0, frame.getMaxY() + NOTE);
        }
    }

    private void disk(Graphics2D g, double x, double y, double size, int i) {
        Ellipse2D circle = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        g.setColor(fills.length == 0 ? Palette.mix(Palette.series(0), Color.WHITE, 0.7) : fills[i]);
        g.fill(circle);
        if (fills.length == 0) {
            g.setColor(Palette.series(0));
            g.setStroke(new BasicStroke(1.2f));
            g.draw(circle);
        }
    }

    private double scale(int width) {
        return Math.min((width - 2.0 * MARGIN) / configuration.box().width(),
                LARGEST / configuration.box().height());
    }

    @Override
    public String toString() {
        return title + ": " + configuration + ", disks of diameter "
                + Digits.shortest(Arrays.stream(diameters).average().orElseThrow(), 4)
                + ", the nearest two at " + Digits.shortest(configuration.smallestDistance(), 6)
                + (note.isEmpty() ? "" : "; " + note);
    }
}
