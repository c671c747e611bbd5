package matterbook.check;

import static matterbook.check.Check.check;
import static matterbook.check.Check.checkDistribution;
import static matterbook.check.Check.checkEqual;
import static matterbook.check.Check.checkNear;
import static matterbook.check.Check.checkNearRelative;
import static matterbook.check.Check.checkThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CheckTest {
    @Test
    void silentWhenRight() {
        check(true, "never");
        checkEqual(List.of("sun"), List.of("sun"), "the states");
        checkEqual(new int[]{1, 2}, new int[]{1, 2}, "the counts");
        checkEqual(null, null, "nothing");
        checkNear(0.5, 0.25, 0.25, "the edge belongs to the band");
        checkNear(3, 3, 0, "exactly");
        checkNearRelative(-101, -100, 0.01, "one per cent");
        checkNear(new double[]{1, 2}, new double[]{1, 2.1}, 0.11, "a law");
        checkNear(new double[][]{{1}, {2}}, new double[][]{{1}, {2}}, 0, "a matrix");
        checkThrows(IllegalArgumentException.class, () -> {
            throw new NumberFormatException("a subclass counts");
        }, "a refusal");
    }

    @Test
    void teachesWhenWrong() {
        assertEquals("accepted fraction for dE = 1, beta = 1 (4 sigma band): expected 0.368 ± 0.006, got 0.5: "
                + "did you compare with u < exp(-βΔE)?",
                wrong(() -> checkNear(0.5, Math.exp(-1), 0.006,
                        "accepted fraction for dE = 1, beta = 1 (4 sigma band)",
                        "did you compare with u < exp(-βΔE)?")));
        assertEquals("rows must sum to 1", wrong(() -> check(false, "rows must sum to 1")));
        assertEquals("the period: expected 3, got 2", wrong(() -> checkEqual(2, 3, "the period")));
        assertEquals("the state: expected \"sun\", got null", wrong(() -> checkEqual(null, "sun", "the state")));
        assertEquals("the counts: expected [1, 2], got [2, 1]: row first",
                wrong(() -> checkEqual(new int[]{2, 1}, new int[]{1, 2}, "the counts", "row first")));
        assertEquals("E: expected -100 ± 1, got -101.5", wrong(() -> checkNearRelative(-101.5, -100, 0.01, "E")));
        assertEquals("pi: expected 0.6666666667 (within 1e-12), got 0.666667666666666",
                wrong(() -> checkNear(0.666667666666666, 2 / 3.0, 1e-12, "pi")));
        assertEquals("n: expected 3 exactly, got 4", wrong(() -> checkNear(4, 3, 0, "n")));
    }

    @Test
    void namesTheEntryThatIsWrong() {
        assertEquals("the law, entry [1]: expected 0.50 ± 0.10, got 0.7",
                wrong(() -> checkNear(new double[]{0.5, 0.7}, new double[]{0.5, 0.5}, 0.1, "the law")));
        assertEquals("P, entry [1][0]: expected 0.50 ± 0.10, got 0.7", wrong(
                () -> checkNear(new double[][]{{1, 0}, {0.7, 0.3}}, new double[][]{{1, 0}, {0.5, 0.5}}, 0.1, "P")));
    }

    @Test
    void whatIsNoNumberIsWrong() {
        assertEquals("x: expected 1.00 ± 0.10, got NaN", wrong(() -> checkNear(Double.NaN, 1, 0.1, "x")));
        assertEquals("x: expected 1.00 ± 0.10, got Infinity",
                wrong(() -> checkNear(Double.POSITIVE_INFINITY, 1, 0.1, "x")));
        assertEquals("x: expected 100 ± 10, got NaN", wrong(() -> checkNearRelative(Double.NaN, 100, 0.1, "x")));
    }

    /** A hint is about values; to a null or another length it would not apply. */
    @Test
    void anotherShapeIsWrong() {
        double[] two = {1, 2};
        double[][] square = {{1, 0}, {0, 1}};
        assertEquals("law: expected 2 numbers, got 3",
                wrong(() -> checkNear(new double[]{1, 2, 3}, two, 1, "law", "hint")));
        assertEquals("law: expected 2 numbers, got null",
                wrong(() -> checkNear((double[]) null, two, 1, "law", "hint")));
        assertEquals("P: expected 2 rows, got null", wrong(() -> checkNear((double[][]) null, square, 1, "P", "hint")));
        assertEquals("P: expected 2 rows, got 1",
                wrong(() -> checkNear(new double[][]{{1, 0}}, square, 1, "P", "hint")));
        assertEquals("P, row [1]: expected 2 numbers, got null",
                wrong(() -> checkNear(new double[][]{{1, 0}, null}, square, 1, "P", "hint")));
        assertEquals("P, row [0]: expected 2 numbers, got 0",
                wrong(() -> checkNear(new double[][]{{}, {0, 1}}, square, 1, "P", "hint")));
        assertEquals("the states: expected [1], got null",
                wrong(() -> checkEqual(null, new int[]{1}, "the states", "hint")));
    }

    @Test
    void aCheckThatCouldNotFailIsAMistake() {
        for (double tolerance : new double[]{Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertEquals("x: the tolerance must be a finite number from 0 on, not " + tolerance,
                    mistaken(() -> checkNear(1, 1, tolerance, "x")));
            assertEquals("x: the tolerance must be a finite number from 0 on, not " + tolerance,
                    mistaken(() -> checkNear(new double[0], new double[0], tolerance, "x")));
            assertEquals("x: the tolerance must be a finite number from 0 on, not " + tolerance,
                    mistaken(() -> checkNear(new double[0][], new double[0][], tolerance, "x")));
        }
        assertEquals("x: the expected value is NaN, not a finite number",
                mistaken(() -> checkNear(1, Double.NaN, 1, "x")));
        assertEquals("x: nothing is relative to an expected 0; use checkNear",
                mistaken(() -> checkNearRelative(0, 0, 1, "x")));
        assertEquals("x: floating-point numbers are compared by checkNear", mistaken(() -> checkEqual(1.0, 1.0, "x")));
        assertEquals("x: the false-alarm rate must lie above 0 and below 0.1, not 0.5",
                mistaken(() -> checkDistribution(Samples.independent(1.0, 2.0), Law.moments(0, 1), 0.5, "x")));
    }

    @Test
    void aMissingOrOtherExceptionIsWrong() {
        assertEquals("a negative rate: expected a thrown IllegalArgumentException, got none",
                wrong(() -> checkThrows(IllegalArgumentException.class, () -> {
                }, "a negative rate")));
        assertEquals("a negative rate: expected a thrown IllegalArgumentException, got "
                + "java.lang.IllegalStateException: no: check the sign first",
                wrong(() -> checkThrows(IllegalArgumentException.class, () -> {
                    throw new IllegalStateException("no");
                }, "a negative rate", "check the sign first")));
    }

    /** An interrupt is no answer, whatever the check expects. */
    @Test
    void aStopIsPassedOn() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> checkThrows(Throwable.class, Stop::check, "anything"));
        } finally {
            Stop.clear();
        }
        assertThrows(OutOfMemoryError.class, () -> checkThrows(IllegalStateException.class, () -> {
            throw new OutOfMemoryError("made up");
        }, "anything"));
    }

    @Test
    void aFailureIsAnAssertionError() {
        assertTrue(AssertionError.class.isAssignableFrom(CheckFailure.class));
    }

    static String wrong(Executable body) {
        return String.valueOf(assertThrows(CheckFailure.class, body).getMessage());
    }

    static String mistaken(Executable body) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
