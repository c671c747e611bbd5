package matterbook.course.grade;

import java.util.Locale;

/** What became of one submission's value in a pool. */
public enum PoolStatus {
    POOLED("pooled"), NOT_PASSED("not all checks of its answer passed"), NO_VALUE(
            "its cell left no finite number"), SAME_SEED("another one has the same seed"), OUTLIER(
                    "it is too far from the others"), NOT_GRADED("the submission was not graded");

    private final String words;

    PoolStatus(String words) {
        this.words = words;
    }

    /** The column {@code status} of pooled.csv. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why the value was left out. */
    String words() {
        return words;
    }
}
