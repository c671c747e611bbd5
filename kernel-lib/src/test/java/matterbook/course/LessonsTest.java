package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every lesson of the course, whole: see {@link LessonCheck}. Two lessons are checked at once. */
class LessonsTest {
    private static final int AT_ONCE = 2;

    @TestFactory
    Stream<DynamicTest> everyLesson() throws IOException {
        Path root = Path.of(System.getProperty("matterbook.root", ".."));
        Assumptions.assumeTrue(Files.isDirectory(root.resolve("notebooks")), "this tree has no notebooks yet");
        WovenFiles files = new WovenFiles(root);
        List<Lesson> lessons = Lessons.in(files.sources());
        assertFalse(lessons.isEmpty(), "no lesson in " + files.sources());
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<List<String>>> checks = lessons.stream()
                .<Callable<List<String>>>map(lesson -> () -> LessonCheck.problems(lesson, files, LessonCheck.BUDGET))
                .toList();
        List<Future<List<String>>> results = checks.stream().map(pool::submit).toList();
        return Stream.iterate(0, i -> i < lessons.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(lessons.get(i).name(), () -> {
                    List<String> problems = results.get(i).get();
                    assertTrue(problems.isEmpty(), () -> "\n" + String.join("\n", problems));
                })).onClose(pool::shutdownNow);
    }
}
