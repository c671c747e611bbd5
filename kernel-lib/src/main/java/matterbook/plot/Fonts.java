package matterbook.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The fonts that every figure is drawn with: DejaVu Sans, which has Greek letters, sub- and superscripts and signs. */
final class Fonts {
    private static final Font PLAIN = load("DejaVuSans.ttf");
    private static final Font BOLD = load("DejaVuSans-Bold.ttf");

    private Fonts() {}

    /** The text font at this size in pixels. */
    static Font plain(float size) {
        return PLAIN.deriveFont(size);
    }

    /** The font of titles at this size in pixels. */
    static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    private static Font load(String file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, Headless.fontFolder().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font in the jar is damaged: " + file, e);
        }
    }
}
