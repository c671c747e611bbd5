package matterbook.check;

import matterbook.core.Digits;
import matterbook.core.Estimate;

/** Numbers as messages show them: enough digits to see the difference, no more. */
final class Numbers {
    private static final int USUAL = 6;
    private static final double ROUGH = 1e-6;

    private Numbers() {}

    /** {@code 0.368 ± 0.006}; for a tiny tolerance the number and {@code (within 1e-12)}. */
    static String band(double expected, double tolerance) {
        if (tolerance == 0) {
            return Digits.shortest(expected, 17) + " exactly";
        }
        return tolerance >= ROUGH * Math.max(Math.abs(expected), Double.MIN_NORMAL) && tolerance >= ROUGH
                ? new Estimate(expected, tolerance).toString()
                : Digits.shortest(expected, 10) + " (within " + Digits.shortest(tolerance, 3) + ")";
    }

    /** {@code actual} in six digits, or in all if six hide by how much it misses {@code expected}. */
    static String got(double actual, double expected) {
        boolean close = Math.abs(actual - expected) < 1e-4 * Math.abs(expected);
        return Digits.shortest(actual, close ? 17 : USUAL);
    }
}
