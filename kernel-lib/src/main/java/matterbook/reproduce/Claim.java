package matterbook.reproduce;

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
        return successes.high(CONFIDENCE) > 0.5 && successes.low(CONFIDENCE) <= 0.5
                ? Verdict.NOT_TESTABLE
                : judge(successes.low(CONFIDENCE) > 0.5);
    }
}
