package matterbook.core;

import java.util.Locale;

/** Argument checks with one-line messages that name the value, the rule and what was given. */
public final class Require {
    private Require() {}

    /** Returns {@code value} if it is finite and above 0. */
    public static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number above 0, not " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is above 0. */
    public static int positive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is finite and 0 or above. */
    public static double notNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and not negative: " + value);
        }
        return value;
    }

    /** Returns {@code value} if {@code low <= value <= high}. */
    public static double between(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must lie between %s and %s, not %s", name, low, high, value));
        }
        return value;
    }

    /** Throws an {@link IllegalArgumentException} with this message unless {@code condition} holds. */
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
