package matterbook.reproduce;

import java.util.List;

import matterbook.stats.Proportion;

/**
 * One claim of a publication beside what came out when it was tried here.
 *
 * @param id short and unique within its publication, such as {@code rings-first-order}
 * @param statement the claim in our words, with the place in the publication
 * @param theirs the publication's figure
 * @param ours our figure with its interval
 * @param remark what a reader must know to judge both; may be empty
 */
public record Claim(String id, String statement, String theirs, String ours, Verdict verdict, String remark) {
    private static final double CONFIDENCE = 0.95;
    private static final double HALF = 0.5;

    /** Whether the claim survived. */
    public enum Verdict {
        /** Ours agrees. */
        HOLDS("holds"),
        /** Ours contradicts it. */
        FAILS("fails"),
        /** What would be needed to judge is not to be had, or our figures do not suffice. */
        NOT_TESTABLE("not testable");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@link Verdict#HOLDS} or {@link Verdict#FAILS}. */
    public static Verdict judge(boolean holds) {
        return holds ? Verdict.HOLDS : Verdict.FAILS;
    }

    /**
     * Whether something succeeds more often than not: holds or fails if the 95 % interval lies above or below one half,
     * otherwise there were too few trials to tell.
     */
    public static Verdict mostly(Proportion successes) {
        return above(successes.low(CONFIDENCE), successes.high(CONFIDENCE), HALF, HALF);
    }

    /** Whether something fails more often than not, judged as by {@link #mostly}. */
    public static Verdict mostlyNot(Proportion successes) {
        return above(HALF, HALF, successes.low(CONFIDENCE), successes.high(CONFIDENCE));
    }

    /**
     * Whether a succeeds more often than b: holds or fails if their 95 % intervals are apart, otherwise there were too few
     * trials to tell.
     */
    public static Verdict moreOften(Proportion a, Proportion b) {
        return above(a.low(CONFIDENCE), a.high(CONFIDENCE), b.low(CONFIDENCE), b.high(CONFIDENCE));
    }

    private static Verdict above(double low, double high, double otherLow, double otherHigh) {
        return low > otherHigh ? Verdict.HOLDS : high < otherLow ? Verdict.FAILS : Verdict.NOT_TESTABLE;
    }

    /** Of a claim with parts: fails if one of them does, holds if all do. */
    public static Verdict all(Verdict... parts) {
        List<Verdict> verdicts = List.of(parts);
        return verdicts.contains(Verdict.FAILS)
                ? Verdict.FAILS
                : verdicts.contains(Verdict.NOT_TESTABLE) ? Verdict.NOT_TESTABLE : Verdict.HOLDS;
    }
}
