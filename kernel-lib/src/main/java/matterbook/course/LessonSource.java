package matterbook.course;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

import matterbook.core.UserError;

/**
 * A lesson's source as it stands in its file, right or wrong.
 *
 * @param file {@code NN-topic.jsh}, which stands in messages
 */
public record LessonSource(String file, String text) {
    /** Reads a source file. */
    static LessonSource read(Path file) throws IOException {
        try {
            return new LessonSource(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (CharacterCodingException _) {
            throw new UserError(file + ": not a lesson source: it is not UTF-8 text");
        }
    }

    /** {@code NN-topic}. */
    public String name() {
        return file.replaceFirst("\\.jsh$", "");
    }

    /** The lesson; throws a {@link UserError} with all the mistakes of the source. */
    public Lesson lesson() {
        return LessonParser.parse(text, file);
    }
}
