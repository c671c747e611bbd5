package matterbook.plot;

import matterbook.core.Digits;

/** Numbers along an axis. */
final class Ticks {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int DIGITS = 6;
    private static final double ROUNDING_NOISE = 1e-9;

    private Ticks() {}

    /** A tick's number with a true minus sign; 0 where {@code value} is rounding noise of an axis this long. */
    static String linear(double value, double axisLength) {
        if (Math.abs(value) < ROUNDING_NOISE * axisLength) {
            return "0";
        }
        String text = Digits.shortest(value, DIGITS);
        int e = text.indexOf('e');
        return (e < 0 ? text : text.substring(0, e) + "·" + power(Integer.parseInt(text.substring(e + 1))))
                .replace('-', '−');
    }

    /** Whole powers of ten as powers outside 0.01 to 1000; anything else as on a linear axis. */
    static String logarithmic(double value) {
        double exponent = Math.log10(value);
        int nearest = (int) Math.round(exponent);
        if (Math.abs(exponent - nearest) < ROUNDING_NOISE && (nearest < -2 || nearest > 3)) {
            return power(nearest);
        }
        return linear(value, 0);
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }
}
