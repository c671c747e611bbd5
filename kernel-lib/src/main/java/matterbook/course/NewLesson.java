package matterbook.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import matterbook.core.UserError;
import matterbook.notebook.file.WholeFile;

/** A starter lesson that already passes every check. */
public final class NewLesson {
    private static final String STARTER = "/matterbook/course/new-lesson.jsh";

    private NewLesson() {}

    /** Writes the source of a lesson on {@code topic} after the last one and returns the file. */
    public static Path write(String topic, WovenFiles files) throws IOException {
        String slug = topic.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        List<Lesson> lessons = Lessons.in(files.sources());
        int number = 1 + lessons.stream().mapToInt(NewLesson::number).max().orElse(0);
        String file = String.format(Locale.ROOT, "%02d-%s.jsh", number, slug);
        if (!LessonParser.NAME.matcher(file).matches()) {
            throw new UserError("a topic has small letters, digits and hyphens, such as ising-model; not " + topic);
        }
        if (lessons.stream().anyMatch(lesson -> lesson.name().endsWith("-" + slug) && lesson.name().length() == slug
                .length() + 3)) {
            throw new UserError("there is a lesson on " + slug + " already");
        }
        String title = Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
        Path target = files.sources().resolve(file);
        WholeFile.write(target, starter().replace("TITLE", title));
        return target;
    }

    private static int number(Lesson lesson) {
        return Integer.parseInt(lesson.name().substring(0, 2));
    }

    private static String starter() throws IOException {
        try (InputStream in = NewLesson.class.getResourceAsStream(STARTER)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + STARTER);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
