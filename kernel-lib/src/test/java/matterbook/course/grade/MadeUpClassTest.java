package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import matterbook.core.Rng;
import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpClassTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedMakesTheSameClassOfManyKinds() throws IOException {
        Lesson lesson = TestLessons.sums();
        MadeUpClass.write(lesson, 40, Rng.seeded(1), folder.resolve("a"));
        MadeUpClass.write(lesson, 40, Rng.seeded(1), folder.resolve("b"));
        Set<String> kinds = new HashSet<>();
        boolean open = false;
        for (Submission one : Submissions.in(folder.resolve("a")).submissions()) {
            String text = Files.readString(one.file());
            assertEquals(text, Files.readString(folder.resolve("b").resolve(one.file().getFileName())));
            kinds.add(text);
            open |= text.contains("YOUR CODE HERE");
        }
        assertTrue(kinds.size() > 10 && open, kinds.size() + " kinds");
    }
}
