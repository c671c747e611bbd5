package matterbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.ToIntFunction;

import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

class BugHuntTest {
    @Test
    void aGoodCheckCatchesAll() {
        BugHunt<ToIntFunction<int[]>> hunt = hunt(largest -> {
            Check.checkEqual(largest.applyAsInt(new int[]{1, 3, 2}), 3, "largest");
            Check.checkEqual(largest.applyAsInt(new int[]{-1, -3}), -1, "largest");
        });
        assertEquals(4, hunt.points(4), 0);
        assertEquals("your check accepts what is right and catches 3 of 3 bugs", hunt.report());
        assertEquals("hunt of a loop, the first", hunt.toString());
    }

    @Test
    void partOfTheBugsIsPartOfThePoints() {
        BugHunt<ToIntFunction<int[]>> hunt = hunt(
                largest -> Check.checkEqual(largest.applyAsInt(new int[]{1, 3, 2}), 3, "largest"));
        assertEquals(2.67, hunt.points(4), 0);
        assertEquals(0.01, hunt.points(0.012), 0);
        assertEquals(0.002, hunt.points(0.002), 0, "not above the points");
        assertEquals("""
                your check accepts what is right and catches 2 of 3 bugs
                not caught: 1 hidden bug""", hunt.report());
    }

    /** nbgrader takes a 0 for full marks, so no points means an exception. */
    @Test
    void noBugIsAFailure() {
        BugHunt<ToIntFunction<int[]>> hunt = hunt(largest -> {
        });
        assertEquals("""
                your check accepts what is right and catches 0 of 3 bugs
                not caught: the first
                not caught: 2 hidden bugs""",
                assertThrows(CheckFailure.class, () -> hunt.points(4)).getMessage());
    }

    @Test
    void rejectingWhatIsRightIsAFailure() {
        BugHunt<ToIntFunction<int[]>> all = hunt(largest -> Check.check(false, "no good"));
        String message = assertThrows(CheckFailure.class, () -> all.points(4)).getMessage();
        assertEquals("your check rejects a right implementation, \"a loop\": no good", message);
        assertEquals(message, all.report());
    }

    @Test
    void whatIsHiddenHasNoNameInMessages() {
        BugHunt<ToIntFunction<int[]>> hunt = hunt(largest -> {
            if (largest.applyAsInt(new int[0]) != 0) {
                throw new IllegalStateException("secret");
            }
        });
        assertEquals("your check rejects a hidden implementation that is right: is it about the result, or about one "
                + "way to get it?", assertThrows(CheckFailure.class, () -> hunt.points(4)).getMessage());
    }

    /** It accepts the first it sees and rejects the rest, or accepts two. */
    @Test
    void countingCallsIsNoCheck() {
        for (int accepted = 1; accepted <= 3; accepted++) {
            int[] calls = {accepted};
            BugHunt<ToIntFunction<int[]>> hunt = hunt(largest -> Check.check(calls[0]-- > 0, "counted"));
            assertThrows(CheckFailure.class, () -> hunt.points(4));
        }
    }

    @Test
    void whatIsNotAnsweredAndWhatIsStoppedIsNoRejection() {
        BugHunt<ToIntFunction<int[]>> stub = hunt(largest -> {
            throw new UnsupportedOperationException("YOUR CODE HERE");
        });
        assertEquals("YOUR CODE HERE",
                assertThrows(UnsupportedOperationException.class, () -> stub.points(4)).getMessage());
        assertThrows(Stopped.class, () -> hunt(largest -> {
            throw new Stopped();
        }).points(4));
        assertThrows(StackOverflowError.class, () -> hunt(largest -> {
            throw new StackOverflowError();
        }).points(4));
    }

    @Test
    void aHuntNeedsBoth() {
        BugHunt<String> empty = new BugHunt<>(text -> {
        });
        assertEquals("a hunt needs at least one right implementation and one bug",
                assertThrows(IllegalStateException.class, () -> empty.points(1)).getMessage());
        assertThrows(IllegalStateException.class, () -> empty.right("a", "a").points(1));
        assertThrows(IllegalStateException.class, () -> new BugHunt<String>(text -> {
        }).bug("b", "b").points(1));
    }

    private static BugHunt<ToIntFunction<int[]>> hunt(BugHunt.Inspector<ToIntFunction<int[]>> check) {
        return new BugHunt<>(check).right("a loop", x -> {
            int most = x.length == 0 ? 0 : x[0];
            for (int one : x) {
                most = Math.max(most, one);
            }
            return most;
        }).bug("the first", x -> x.length == 0 ? 0 : x[0]).hidden()
                .right("a stream", x -> Arrays.stream(x).max().orElse(-1))
                .bug("the last", x -> x.length == 0 ? 0 : x[x.length - 1])
                .bug("from zero on", x -> Math.max(0, Arrays.stream(x).max().orElse(0)));
    }
}
