package matterbook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import matterbook.core.Digits;
import matterbook.plot.NetworkDiagram.Arrow;

/** Where a {@link NetworkDiagram}'s circles and arrows go: the states stand on an ellipse, the first one on top. */
final class NetworkDrawing {
    private static final double LEAST_RADIUS = 26;
    private static final double BEND = 0.18;
    private static final double LOOP_LENGTH = 62;
    private static final double LOOP_ANGLE = 0.62;
    private static final double LABEL_DISTANCE = 13;
    private static final int STEPS = 120;
    private static final int FEW_STATES = 8;

    private final NetworkDiagram diagram;
    private final int width;
    private final int height;
    private final Font font = Fonts.bold(Style.TICK + 1);
    private final double radius;
    private final double top;
    private final double heaviest;

    NetworkDrawing(NetworkDiagram diagram, int width, int height) {
        this.diagram = diagram;
        this.width = width;
        this.height = height;
        double widest = diagram.states().stream().mapToDouble(name -> Label.width(name, font)).max().orElse(0);
        this.radius = Math.max(LEAST_RADIUS, widest / 2 + 9);
        this.top = diagram.getTitle().isEmpty() ? 0 : 36;
        this.heaviest = diagram.arrows().stream().mapToDouble(Arrow::weight).max().orElse(1);
    }

    void paint(Graphics2D g) {
        Label.title(g, diagram.getTitle(), width, height);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        diagram.arrows().forEach(arrow -> drawArrow(g, arrow));
        for (int i = 0; i < diagram.states().size(); i++) {
            drawState(g, i);
        }
        diagram.arrows().forEach(arrow -> drawLabel(g, arrow));
    }

    private void drawState(Graphics2D g, int i) {
        Point2D centre = centre(i);
        Ellipse2D circle = new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
        g.setColor(Palette.mix(Palette.series(i), Color.WHITE, 0.8));
        g.fill(circle);
        g.setColor(Palette.series(i));
        g.setStroke(new BasicStroke(2));
        g.draw(circle);
        g.setColor(Palette.INK);
        if (!diagram.states().get(i).isBlank()) {
            Label.centred(g, diagram.states().get(i), font, centre.getX(), centre.getY());
        }
    }

    private void drawArrow(Graphics2D g, Arrow arrow) {
        double thickness = 1 + 4 * arrow.weight() / heaviest;
        double headLength = 7 + 2 * thickness;
        CubicCurve2D curve = curve(arrow);
        Point2D from = centre(arrow.from());
        Point2D to = centre(arrow.to());
        int first = 0;
        while (first < STEPS && at(curve, first).distance(from) < radius) {
            first++;
        }
        int tip = STEPS;
        while (tip > first && at(curve, tip).distance(to) < radius + 1.5) {
            tip--;
        }
        int last = tip;
        while (last > first && at(curve, last).distance(at(curve, tip)) < headLength) {
            last--;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(at(curve, first).getX(), at(curve, first).getY());
        for (int i = first + 1; i <= last; i++) {
            path.lineTo(at(curve, i).getX(), at(curve, i).getY());
        }
        g.setColor(Palette.series(arrow.from()));
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.fill(head(at(curve, last), at(curve, tip), 3 + 1.3 * thickness));
    }

    private static Path2D head(Point2D base, Point2D tip, double halfWidth) {
        double length = Math.max(base.distance(tip), 1e-9);
        double ux = (tip.getX() - base.getX()) / length;
        double uy = (tip.getY() - base.getY()) / length;
        Path2D head = new Path2D.Double();
        head.moveTo(tip.getX(), tip.getY());
        head.lineTo(base.getX() - uy * halfWidth - ux, base.getY() + ux * halfWidth - uy);
        head.lineTo(base.getX() + uy * halfWidth - ux, base.getY() - ux * halfWidth - uy);
        head.closePath();
        return head;
    }

    private void drawLabel(Graphics2D g, Arrow arrow) {
        CubicCurve2D curve = curve(arrow);
        int middle = (int) (labelPlace(arrow) * STEPS);
        Point2D point = at(curve, middle);
        Point2D before = at(curve, middle - 1);
        double length = Math.max(point.distance(before), 1e-9);
        double nx = (point.getY() - before.getY()) / length;
        double ny = -(point.getX() - before.getX()) / length;
        String text = Digits.shortest(arrow.weight(), 3);
        Font small = Fonts.plain(diagram.states().size() > FEW_STATES ? 12 : Style.TICK);
        double distance = LABEL_DISTANCE + Math.abs(nx) * Label.width(text, small) / 4;
        double x = point.getX() + nx * distance;
        double y = point.getY() + ny * distance;
        double halfWidth = Label.width(text, small) / 2 + 2;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(x - halfWidth, y - 8, 2 * halfWidth, 16));
        g.setColor(Palette.mix(Palette.series(arrow.from()), Palette.INK, 0.45));
        Label.centred(g, text, small, x, y);
    }

    /** An arrow across the middle carries its number nearer to its start, where fewer lines cross. */
    private double labelPlace(Arrow arrow) {
        int n = diagram.states().size();
        int steps = Math.floorMod(arrow.to() - arrow.from(), n);
        return n > 3 && steps > 1 && steps < n - 1 ? 0.34 : 0.5;
    }

    /** From circle to circle, bent to the left where the arrow has a partner in the other direction; or a loop outwards. */
    private CubicCurve2D curve(Arrow arrow) {
        Point2D a = centre(arrow.from());
        Point2D b = centre(arrow.to());
        if (arrow.from() == arrow.to()) {
            double angle = outward(arrow.from());
            double reach = radius + LOOP_LENGTH;
            return new CubicCurve2D.Double(a.getX(), a.getY(), a.getX() + reach * Math.cos(angle - LOOP_ANGLE),
                    a.getY() + reach * Math.sin(angle - LOOP_ANGLE), a.getX() + reach * Math.cos(angle + LOOP_ANGLE),
                    a.getY() + reach * Math.sin(angle + LOOP_ANGLE), b.getX(), b.getY());
        }
        double bend = hasPartner(arrow) ? BEND : 0;
        double dx = (b.getY() - a.getY()) * bend;
        double dy = -(b.getX() - a.getX()) * bend;
        return new CubicCurve2D.Double(a.getX(), a.getY(), a.getX() + (b.getX() - a.getX()) / 3 + dx,
                a.getY() + (b.getY() - a.getY()) / 3 + dy, a.getX() + 2 * (b.getX() - a.getX()) / 3 + dx,
                a.getY() + 2 * (b.getY() - a.getY()) / 3 + dy, b.getX(), b.getY());
    }

    private boolean hasPartner(Arrow arrow) {
        List<Arrow> arrows = diagram.arrows();
        return arrows.stream().anyMatch(other -> other.from() == arrow.to() && other.to() == arrow.from());
    }

    private Point2D centre(int i) {
        int n = diagram.states().size();
        double middleX = width / 2.0;
        double middleY = top + (height - top) / 2.0;
        if (n == 1) {
            return new Point2D.Double(middleX, middleY);
        }
        double space = radius + LOOP_LENGTH + 16;
        double angle = angle(i);
        double rx = Math.min(width / 2.0 - space, n == 2 ? 150 : 1.5 * (height - top) / 2.0);
        double ry = (height - top) / 2.0 - space * (n == 2 ? 0 : 0.92);
        return new Point2D.Double(middleX + rx * Math.cos(angle), middleY + ry * Math.sin(angle));
    }

    private double outward(int i) {
        return diagram.states().size() == 1 ? -Math.PI / 2 : angle(i);
    }

    /** Two states stand side by side; more of them start at the top and go round with the clock. */
    private double angle(int i) {
        int n = diagram.states().size();
        return n == 2 ? Math.PI * (1 - i) : -Math.PI / 2 + 2 * Math.PI * i / n;
    }

    private static Point2D at(CubicCurve2D c, int step) {
        double t = (double) step / STEPS;
        double s = 1 - t;
        double w0 = s * s * s;
        double w1 = 3 * s * s * t;
        double w2 = 3 * s * t * t;
        double w3 = t * t * t;
        return new Point2D.Double(w0 * c.getX1() + w1 * c.getCtrlX1() + w2 * c.getCtrlX2() + w3 * c.getX2(),
                w0 * c.getY1() + w1 * c.getCtrlY1() + w2 * c.getCtrlY2() + w3 * c.getY2());
    }
}
