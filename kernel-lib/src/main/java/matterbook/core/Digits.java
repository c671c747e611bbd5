package matterbook.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people to read: rounded to significant digits, the same on every machine and in every language. */
public final class Digits {
    private static final int LEAST_PLAIN = -4;
    private static final int FIRST_EXPONENT = 7;

    private Digits() {}

    /**
     * {@code value} rounded to {@code digits} significant digits without zeros at its end ({@code 0.333333},
     * {@code 2.0}, {@code 6.02214e23}); a power of ten appears below 1e-4 and from 1e7 on.
     */
    public static String of(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= LEAST_PLAIN && exponent < FIRST_EXPONENT) {
            return rounded.scale() > 0 ? rounded.toPlainString() : rounded.setScale(1).toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** As {@link #of}, but a whole number has no ".0": for counts and ranges. */
    public static String shortest(double value, int digits) {
        String text = of(value, digits);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
