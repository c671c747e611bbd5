package matterbook.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Small lessons for tests, from src/test/resources/lessons. */
public final class TestLessons {
    private TestLessons() {}

    /** A good lesson with one answer. */
    public static Lesson counting() throws IOException {
        return LessonParser.parse(source("01-counting.jsh"), "01-counting.jsh");
    }

    /** A good lesson with three answers of 2, 1 and 3 points; the first and the last have hidden checks. */
    public static Lesson sums() throws IOException {
        return LessonParser.parse(source("07-sums.jsh"), "07-sums.jsh");
    }

    /** A good lesson with a pool (answer "mean", 1 point) and a check that learners write (answer "check", 4 points). */
    public static Lesson classroom() throws IOException {
        return LessonParser.parse(source("08-classroom.jsh"), "08-classroom.jsh");
    }

    /** The text of one source. */
    public static String source(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(TestLessons.class.getResourceAsStream("/lessons/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
