package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import matterbook.course.Lesson;

/** A folder into which submissions are written, each with the marks that its learner is to get. */
abstract class ClassFolder {
    final Lesson lesson;
    final Path folder;
    /** Learner -> marks. */
    final Map<String, String> expected;

    ClassFolder(Lesson lesson, Path folder, Map<String, String> expected) {
        this.lesson = lesson;
        this.folder = folder;
        this.expected = expected;
    }

    final Work perfect() {
        return Work.perfect(lesson);
    }

    final void add(String student, String marks, Work work) throws IOException {
        write(student, marks, work.text());
    }

    final void write(String student, String marks, String text) throws IOException {
        expected.put(student, marks);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(student + ".ipynb"), text);
    }
}
