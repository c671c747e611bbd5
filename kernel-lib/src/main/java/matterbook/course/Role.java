package matterbook.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cell of a lesson source is for, beyond being read or run where it stands. */
public enum Role {
    /** An ordinary cell. */
    NONE,
    /** Code that the lecture, the exercises and the solutions all start with. */
    SETUP,
    /** What the learner writes; the solution stands between its markers. */
    ANSWER,
    /** A graded check of an answer. */
    TEST,
    /** A plausible wrong answer, never published, which the checks must reject. */
    WRONG,
    /** A number of each learner's that the class's summary puts together. */
    POOL,
    /** A step of help for one answer, shown when the learner asks for it. */
    HINT;

    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role != NONE && role.word().equals(name)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String all() {
        return Arrays.stream(values()).filter(role -> role != NONE).map(Role::word).collect(Collectors.joining(", "));
    }
}
