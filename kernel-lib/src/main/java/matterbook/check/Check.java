package matterbook.check;

import java.util.Arrays;
import java.util.Objects;

import matterbook.core.Stopped;
import org.jspecify.annotations.Nullable;

/**
 * The checks of graded cells. Each is silent when right and throws a {@link CheckFailure} with one line when wrong:
 * what was checked, what was expected, what came and, where a hint is given, what may be the cause. A NaN, a null
 * or an array of another length is a wrong answer; the last two come without the hint, which is
 * about values. A nonsensical tolerance is a mistake of the check itself and an {@link IllegalArgumentException}.
 */
public final class Check {
    private Check() {}

    /** A piece of an answer that may throw. */
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }

    /** Fails with {@code message} unless {@code condition} holds. */
    public static void check(boolean condition, String message) {
        if (!condition) {
            throw new CheckFailure(message);
        }
    }

    /** Fails unless both are equal; arrays are compared entry by entry. For floating-point numbers use checkNear. */
    public static void checkEqual(@Nullable Object actual, @Nullable Object expected, String what) {
        checkEqual(actual, expected, what, "");
    }

    /** {@link #checkEqual(Object, Object, String)} with a hint at the usual mistake. */
    public static void checkEqual(@Nullable Object actual, @Nullable Object expected, String what, String hint) {
        if (expected instanceof Double || expected instanceof Float) {
            throw new IllegalArgumentException(what + ": floating-point numbers are compared by checkNear");
        }
        if (!Objects.deepEquals(actual, expected)) {
            fail(what, text(expected), text(actual), actual == null ? "" : hint);
        }
    }

    /** Fails unless {@code |actual - expected| <= tolerance}. */
    public static void checkNear(double actual, double expected, double tolerance, String what) {
        checkNear(actual, expected, tolerance, what, "");
    }

    /** {@link #checkNear(double, double, double, String)} with a hint at the usual mistake. */
    public static void checkNear(double actual, double expected, double tolerance, String what, String hint) {
        checkArguments(expected, tolerance, what);
        if (!(Math.abs(actual - expected) <= tolerance)) {
            fail(what, Numbers.band(expected, tolerance), Numbers.got(actual, expected), hint);
        }
    }

    /** Fails unless {@code |actual - expected| <= relative |expected|}; expected must not be 0. */
    public static void checkNearRelative(double actual, double expected, double relative, String what) {
        checkNearRelative(actual, expected, relative, what, "");
    }

    /** {@link #checkNearRelative(double, double, double, String)} with a hint at the usual mistake. */
    public static void checkNearRelative(double actual, double expected, double relative, String what, String hint) {
        if (expected == 0) {
            throw new IllegalArgumentException(what + ": nothing is relative to an expected 0; use checkNear");
        }
        checkArguments(expected, relative, what);
        checkNear(actual, expected, relative * Math.abs(expected), what, hint);
    }

    /** Fails unless both have the same length and every entry is as near as {@code tolerance}. */
    public static void checkNear(double @Nullable [] actual, double[] expected, double tolerance, String what) {
        checkNear(actual, expected, tolerance, what, "");
    }

    /** {@link #checkNear(double[], double[], double, String)} with a hint at the usual mistake. */
    public static void checkNear(double @Nullable [] actual, double[] expected, double tolerance, String what,
            String hint) {
        checkArguments(0, tolerance, what);
        if (actual == null || actual.length != expected.length) {
            fail(what, expected.length + " numbers", actual == null ? "null" : String.valueOf(actual.length), "");
            return;
        }
        for (int i = 0; i < expected.length; i++) {
            checkNear(actual[i], expected[i], tolerance, what + ", entry [" + i + "]", hint);
        }
    }

    /** Fails unless both have the same shape and every entry is as near as {@code tolerance}. */
    public static void checkNear(double @Nullable [] @Nullable [] actual, double[][] expected, double tolerance,
            String what) {
        checkNear(actual, expected, tolerance, what, "");
    }

    /** {@link #checkNear(double[][], double[][], double, String)} with a hint at the usual mistake. */
    public static void checkNear(double @Nullable [] @Nullable [] actual, double[][] expected, double tolerance,
            String what, String hint) {
        checkArguments(0, tolerance, what);
        if (actual == null || actual.length != expected.length) {
            fail(what, expected.length + " rows", actual == null ? "null" : String.valueOf(actual.length), "");
            return;
        }
        for (int i = 0; i < expected.length; i++) {
            double[] row = actual[i];
            if (row == null || row.length != expected[i].length) {
                fail(what + ", row [" + i + "]", expected[i].length + " numbers",
                        row == null ? "null" : String.valueOf(row.length), "");
                return;
            }
            for (int j = 0; j < row.length; j++) {
                checkNear(row[j], expected[i][j], tolerance, what + ", entry [" + i + "][" + j + "]", hint);
            }
        }
    }

    /** Fails unless {@code body} throws a {@code type}; another exception is a wrong answer too, an error of the machine is passed on. */
    public static void checkThrows(Class<? extends Throwable> type, Body body, String what) {
        checkThrows(type, body, what, "");
    }

    /** {@link #checkThrows(Class, Body, String)} with a hint at the usual mistake. */
    public static void checkThrows(Class<? extends Throwable> type, Body body, String what, String hint) {
        String got = "none";
        try {
            body.run();
        } catch (Stopped stopped) {
            throw stopped;
        } catch (Throwable thrown) {
            if (type.isInstance(thrown)) {
                return;
            }
            if (thrown instanceof VirtualMachineError error) {
                throw error;
            }
            got = thrown.toString();
        }
        fail(what, "a thrown " + type.getSimpleName(), got, hint);
    }

    /**
     * Fails if samples do not follow a law; a sampler that is right fails with the chance
     * {@code falseAlarmRate} at most. {@link Law#moments} checks mean and variance, {@link Law#continuous} the
     * whole law by Kolmogorov and Smirnov, {@link Law#discrete} by chi-square, all on the effective number of
     * samples. The message shows the numbers that are wrong: mean or variance, the share up to the place where it
     * is most wrong, the shares.
     *
     * @param falseAlarmRate above 0, below 0.1; the seed of a graded cell is fixed, so it is the chance that the
     *        seed was unlucky
     */
    public static void checkDistribution(@Nullable Samples samples, Law law, double falseAlarmRate, String what) {
        checkDistribution(samples, law, falseAlarmRate, what, "");
    }

    /** {@link #checkDistribution(Samples, Law, double, String)} with a hint at the usual mistake. */
    public static void checkDistribution(@Nullable Samples samples, Law law, double falseAlarmRate, String what,
            String hint) {
        if (!(falseAlarmRate > 0 && falseAlarmRate < 0.1)) {
            throw new IllegalArgumentException(
                    what + ": the false-alarm rate must lie above 0 and below 0.1, not " + falseAlarmRate);
        }
        if (samples == null) {
            fail(what, "samples", "null", "");
            return;
        }
        DistributionCheck.run(samples, law, falseAlarmRate, what, hint);
    }

    static void fail(String what, String expected, String got, String hint) {
        throw new CheckFailure(what + ": expected " + expected + ", got " + got + (hint.isEmpty() ? "" : ": " + hint));
    }

    private static void checkArguments(double expected, double tolerance, String what) {
        if (!Double.isFinite(expected)) {
            throw new IllegalArgumentException(what + ": the expected value is " + expected + ", not a finite number");
        }
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    what + ": the tolerance must be a finite number from 0 on, not " + tolerance);
        }
    }

    private static String text(@Nullable Object value) {
        String wrapped = Arrays.deepToString(new Object[]{value});
        String plain = wrapped.substring(1, wrapped.length() - 1);
        return value instanceof String ? "\"" + plain + "\"" : plain;
    }
}
