package matterbook.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A measured or simulated value with its standard error (one sigma), in the unit of the value.
 *
 * <p>Prints as {@code value ± error} with the digits that the error warrants: two digits of the error if it
 * starts with 1 to 3.54, one digit otherwise (the rounding rule of the Particle Data Group, Review of Particle
 * Physics, section 5.3 of the introduction).
 */
public record Estimate(double value, double error) {
    /** So many leave whole numbers as they are, and rounding errors out. */
    private static final int EXACT_DIGITS = 8;

    public Estimate {
        if (error < 0) {
            throw new IllegalArgumentException("an error is a standard deviation and cannot be negative: " + error);
        }
    }

    /** How many standard errors lie between this value and {@code exact}; infinite if the error is 0 and they differ. */
    public double sigmasFrom(double exact) {
        double distance = Math.abs(value - exact);
        return distance == 0 ? 0 : distance / error;
    }

    /** The same quantity multiplied by a number that is known exactly. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, error * Math.abs(factor));
    }

    /** {@code value ± error}; both in at most 8 digits where either is not finite or the error is 0. */
    @Override
    public String toString() {
        if (!Double.isFinite(value) || !Double.isFinite(error) || error == 0) {
            return Digits.of(value, EXACT_DIGITS) + " ± " + Digits.of(error, EXACT_DIGITS);
        }
        BigDecimal shown = roundedError();
        BigDecimal rounded = new BigDecimal(value).setScale(shown.scale(), RoundingMode.HALF_EVEN);
        if (needsExponent(rounded, shown)) {
            return withExponent(rounded, shown);
        }
        return plain(rounded) + " ± " + plain(shown);
    }

    private BigDecimal roundedError() {
        BigDecimal three = new BigDecimal(error).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int leading = three.movePointRight(three.scale() - three.precision() + 3).intValue();
        int digits = leading < 355 ? 2 : 1;
        BigDecimal shown = three.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return leading < 950 ? shown : shown.setScale(shown.scale() + 1);
    }

    private static boolean needsExponent(BigDecimal value, BigDecimal error) {
        BigDecimal larger = value.abs().max(error);
        int exponent = larger.precision() - larger.scale() - 1;
        return exponent >= 7 || exponent <= -5;
    }

    private static String withExponent(BigDecimal value, BigDecimal error) {
        BigDecimal larger = value.abs().max(error);
        int exponent = larger.precision() - larger.scale() - 1;
        return "(" + plain(value.movePointLeft(exponent)) + " ± " + plain(error.movePointLeft(exponent)) + ")e"
                + exponent;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 && number.scale() > 0 ? number.abs().toPlainString() : number.toPlainString();
    }
}
