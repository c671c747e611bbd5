package matterbook.plot;

import java.awt.Color;

/**
 * Colours that people with any kind of colour vision tell apart: for series those of Okabe and Ito (Color Universal
 * Design, 2008) less the yellow, which is too pale on white; for maps eleven steps of viridis (van der Walt and
 * Smith, 2015), which also grows evenly in lightness.
 */
final class Palette {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color SOFT_INK = new Color(0x55, 0x55, 0x55);
    static final Color GRID = new Color(0xe4, 0xe4, 0xe4);

    private static final int[] OKABE_ITO = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};
    private static final int[] VIRIDIS = {0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884,
            0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725};

    private Palette() {}

    /** The colours of series, in order. */
    static Color[] series() {
        return colours(OKABE_ITO);
    }

    /** The colour of series {@code i}, counted from 0; they come again after the seventh. */
    static Color series(int i) {
        return new Color(OKABE_ITO[i % OKABE_ITO.length]);
    }

    /** The steps of a map, dark for small values. */
    static Color[] map() {
        return colours(VIRIDIS);
    }

    /** The map's colour at {@code fraction} of the way from the smallest to the largest value. */
    static Color map(double fraction) {
        double position = Math.clamp(fraction, 0, 1) * (VIRIDIS.length - 1);
        int below = Math.min((int) position, VIRIDIS.length - 2);
        return mix(new Color(VIRIDIS[below]), new Color(VIRIDIS[below + 1]), position - below);
    }

    /** {@code from} with {@code part} of it replaced by {@code to}. */
    static Color mix(Color from, Color to, double part) {
        return new Color(mix(from.getRed(), to.getRed(), part), mix(from.getGreen(), to.getGreen(), part),
                mix(from.getBlue(), to.getBlue(), part));
    }

    /** Black or white, whichever reads better on {@code background} (relative luminance of WCAG 2.1). */
    static Color textOn(Color background) {
        double luminance = 0.2126 * linear(background.getRed()) + 0.7152 * linear(background.getGreen())
                + 0.0722 * linear(background.getBlue());
        return luminance > 0.18 ? INK : Color.WHITE;
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Color[] colours(int[] rgb) {
        Color[] colours = new Color[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            colours[i] = new Color(rgb[i]);
        }
        return colours;
    }
}
