package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import matterbook.course.Lesson;
import matterbook.course.Lessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of lesson 02 gets exactly the marks it should. */
class MarkovSubmissionsTest {
    @TempDir
    private Path folder;

    @Test
    void everyoneGetsTheMarksExpected() throws IOException {
        Lesson lesson = Lessons.named("02", Lessons.bundled());
        Map<String, String> expected = new TreeMap<>();
        MarkovSubmissions.write(lesson, folder.resolve("class"), expected);
        assertTrue(expected.size() >= 25, "only " + expected.size() + " submissions");
        Map<String, String> found = new TreeMap<>();
        GradeRun.run(folder.resolve("class"), folder.resolve("out"), List.of(lesson),
                new GradeOptions(Duration.ofSeconds(10), 256, 2, Set.of()), new GradeRunTest.Log())
                .forEach(one -> found.put(one.student(), GradeRunTest.marks(one)));
        assertEquals(GradeRunTest.lines(expected), GradeRunTest.lines(found));
    }
}
