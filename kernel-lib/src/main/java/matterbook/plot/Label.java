package matterbook.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Text drawn as outlines, so that pictures and SVG look the same whatever fonts the machine has. */
final class Label {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Label() {}

    /** Draws {@code text} from {@code x} to the right, its top at {@code top}; returns where the next line's top is. */
    static double below(Graphics2D g, String text, Font font, double x, double top) {
        TextLayout layout = new TextLayout(text, font, CONTEXT);
        double baseline = top + layout.getAscent();
        g.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, baseline)));
        return baseline + layout.getDescent() + layout.getLeading();
    }

    /** Draws {@code text} with its middle at (x, y). */
    static void centred(Graphics2D g, String text, Font font, double x, double y) {
        TextLayout layout = new TextLayout(text, font, CONTEXT);
        Rectangle2D box = layout.getBounds();
        g.fill(layout.getOutline(AffineTransform.getTranslateInstance(x - box.getCenterX(), y - box.getCenterY())));
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
    }
}
