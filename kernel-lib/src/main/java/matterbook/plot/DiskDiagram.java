package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final List<Mark> marks;

    /** A line that is drawn over the disks, in the box's own lengths, and what it is. */
    private record Mark(Shape shape, String name) {}

    DiskDiagram(String title, Configuration configuration, double diameter) {
        this(title, configuration, filled(configuration.size(), Require.positive(diameter, "the diameter")),
                new Color[0], "", List.of());
    }

    private DiskDiagram(String title, Configuration configuration, double[] diameters, Color[] fills, String note,
            List<Mark> marks) {
        this.title = title;
        this.configuration = configuration;
        this.diameters = diameters;
        this.fills = fills;
        this.note = note;
        this.marks = marks;
    }

    /** Disks of the fluid's diameters, 1 if it names none. */
    static DiskDiagram of(String title, Fluid fluid) {
        double[] diameters = fluid.diameters();
        return new DiskDiagram(title, fluid.configuration(),
                diameters.length == 0 ? filled(fluid.size(), 1) : diameters, new Color[0], "", List.of());
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
        return new DiskDiagram(title, configuration, diameters, colours, text, marks);
    }

    /** The same with disks coloured by the number of their group, from 0; those from 7 on are grey. */
    public DiskDiagram coloured(int[] groups, String text) {
        Points.checkLengths(title, groups.length, "groups", configuration.size(), "disks");
        Color[] colours = new Color[groups.length];
        Arrays.setAll(colours, i -> groups[i] < CLUSTERS ? Palette.series(groups[i]) : LONER);
        return new DiskDiagram(title, configuration, diameters, colours, text, marks);
    }

    /** The same with the lines of a grid of equal cells. */
    public DiskDiagram grid(int columns, int rows) {
        Require.positive(columns, "the number of columns");
        Require.positive(rows, "the number of rows");
        double w = configuration.box().width();
        double h = configuration.box().height();
        Path2D lines = new Path2D.Double();
        for (int c = 1; c < columns; c++) {
            lines.moveTo(w * c / columns, 0);
            lines.lineTo(w * c / columns, h);
        }
        for (int r = 1; r < rows; r++) {
            lines.moveTo(0, h * r / rows);
            lines.lineTo(w, h * r / rows);
        }
        return marked(lines, "a grid of " + columns + " x " + rows + " cells");
    }

    /** The same with a circle about a place; like a disk it goes on at the other side of the box. */
    public DiskDiagram circle(double x, double y, double radius) {
        Require.positive(radius, "the radius");
        return marked(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), "a circle of radius "
                + Digits.shortest(radius, 4) + " about (" + Digits.shortest(x, 4) + ", " + Digits.shortest(y, 4) + ")");
    }

    private DiskDiagram marked(Shape shape, String name) {
        return new DiskDiagram(title, configuration, diameters, fills, note,
                Stream.concat(marks.stream(), Stream.of(new Mark(shape, name))).toList());
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
        g.setColor(Palette.SOFT_INK);
        g.setStroke(new BasicStroke(1.5f));
        marks.forEach(mark -> draw(g, mark.shape, frame, scale));
        g.setClip(clip);
        g.draw(frame);
        if (!note.isEmpty()) {
            Label.centred(g, note, Fonts.plain(Style.LABEL), width / 2.0, frame.getMaxY() + NOTE);
        }
    }

    /** A shape and its images. */
    private static void draw(Graphics2D g, Shape shape, Rectangle2D frame, double scale) {
        for (int image = 0; image < 9; image++) {
            double left = frame.getX() + (image % 3 - 1) * frame.getWidth();
            double bottom = frame.getMaxY() + (image / 3 - 1) * frame.getHeight();
            g.draw(new AffineTransform(scale, 0, 0, -scale, left, bottom).createTransformedShape(shape));
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
                + (note.isEmpty() ? "" : "; " + note)
                + marks.stream().map(mark -> "; " + mark.name).collect(Collectors.joining());
    }
}
