package matterbook.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Text drawn as outlines, so that pictures and SVG look the same whatever fonts the machine has. */
final class Label {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Label() {}

    /** Begins a picture: white paper with a title. */
    static void title(Graphics2D g, String title, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        g.setColor(Palette.INK);
        if (!title.isEmpty()) {
            centred(g, title, Fonts.bold(Style.TITLE), width / 2.0, 22);
        }
    }

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
