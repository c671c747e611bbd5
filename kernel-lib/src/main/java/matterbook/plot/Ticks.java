package matterbook.plot;

import matterbook.core.Digits;

/** Numbers along an axis. */
final class Ticks {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int DIGITS = 6;
    private static final double ROUNDING_NOISE = 1e-9;
    private static final int FACTOR_DIGITS = 3;
    private static final int MOST_DECADES = 10;
    private static final int[] FACTORS = {1, 2, 5};
    private static final double LEAST_WRITTEN_OUT = 0.01 * (1 - ROUNDING_NOISE);
    private static final double MOST_WRITTEN_OUT = 1000 * (1 + ROUNDING_NOISE);

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

    /**
     * A number on a logarithmic axis from {@code least} to {@code most}: written out where the whole axis lies from
     * 0.01 to 1000, with powers of ten on any other, so that one axis has one kind of number. Of more than
     * {@value #MOST_DECADES} decades every second is written, or third, so that they have room; the others are empty. So
     * are those that do not begin with 1, 2 or 5 on a short axis that has two of these.
     */
    static String logarithmic(double value, double least, double most) {
        if (!hasDecades(least, most) && count(FACTORS, least, most) > 1 && !isRound(value)) {
            return "";
        }
        if (least >= LEAST_WRITTEN_OUT && most <= MOST_WRITTEN_OUT) {
            return linear(value, 0);
        }
        int exponent = (int) Math.floor(Math.log10(value) + ROUNDING_NOISE);
        int stride = (int) Math.ceil(Math.log10(most / least) / MOST_DECADES);
        if (stride > 1 && Math.floorMod(exponent, stride) != 0) {
            return "";
        }
        String factor = Digits.shortest(value / Math.pow(10, exponent), FACTOR_DIGITS);
        return factor.equals("1") ? power(exponent) : factor + "·" + power(exponent);
    }

    /** Whether two powers of ten lie on this axis at least; on a shorter one there must be other numbers too. */
    static boolean hasDecades(double least, double most) {
        return count(new int[]{1}, least, most) > 1;
    }

    /** How many of these factors times a power of ten lie between the two. */
    private static int count(int[] factors, double least, double most) {
        int count = 0;
        for (int factor : factors) {
            double first = Math.ceil(Math.log10(least / factor) - ROUNDING_NOISE);
            double last = Math.floor(Math.log10(most / factor) + ROUNDING_NOISE);
            count += (int) Math.max(0, last - first + 1);
        }
        return count;
    }

    private static boolean isRound(double value) {
        double near = 1 + ROUNDING_NOISE;
        return count(FACTORS, value / near, value * near) > 0;
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }
}
