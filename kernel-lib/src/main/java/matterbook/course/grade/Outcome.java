package matterbook.course.grade;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import matterbook.core.UserError;

/** How a graded cell ended. */
public enum Outcome {
    PASSED("passed"), PARTIAL("part of the points"), FAILED("a check failed"), FAILED_HIDDEN(
            "a hidden check failed"), UNANSWERED("was not answered"), ERROR("stopped with an error"), NOT_COMPILED(
                    "did not compile"), STANDARD_ERROR("printed on standard error"), BAD_VALUE(
                            "left a value that is no number of points"), TIMEOUT("took too long"), CRASHED(
                                    "ended its Java process"), TOO_LARGE(
                                            "used too much memory or too many threads"), NOT_RUN("was not run");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The column {@code outcome} of cells.csv. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome with this code; throws {@link UserError} where there is none. */
    public static Outcome ofCode(String code) {
        return Arrays.stream(values()).filter(outcome -> outcome.code().equals(code)).findFirst()
                .orElseThrow(() -> new UserError("no outcome \"" + code + "\"; there are: "
                        + Arrays.stream(values()).map(Outcome::code).collect(Collectors.joining(", "))));
    }

    String words() {
        return words;
    }
}
