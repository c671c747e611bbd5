package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import matterbook.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children start from a cache that they can read and not change, and without one where none can be made. */
class ChildrenTest {
    private static final String MAPPED = "Files.readString(Path.of(\"/proc/self/maps\")).contains(\"matterbook.aot\")"
            + " ? 1 : 0";

    @TempDir
    private Path folder;

    @Test
    void childrenStartFromTheCacheAndCannotChangeIt() throws IOException {
        Programs.require(Files.exists(Path.of("/proc/self/maps")), "/proc");
        Path home = folder.toRealPath();
        Children children = Children.in(home, 128);
        assertEquals("0", value(children, MAPPED));
        children.makeCache();
        Path cache = home.resolve("matterbook.aot");
        assertTrue(Files.size(cache) > 1_000_000);
        assertEquals("1", value(children, MAPPED));
        if (children.note().isEmpty()) {
            assertEquals("0", value(children, "new File(\"" + cache + "\").canWrite() ? 1 : 0"));
        }
    }

    @Test
    void withoutACacheTheyStartAllTheSame() throws IOException {
        Children children = Children.in(folder.toRealPath(), 128);
        // a folder in its place: Java can write no file there
        Files.createDirectories(folder.resolve("matterbook.aot/full"));
        children.makeCache();
        assertFalse(Files.isRegularFile(folder.resolve("matterbook.aot")));
        assertEquals("2", value(children, "1 + 1"));
    }

    private String value(Children children, String cell) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        try (GradingChild child = children.start(new Job(List.of(Job.Item.of(cell, 0))), work, true)) {
            Job.Reply reply = Objects.requireNonNull(child.await(0, Duration.ofSeconds(60)).reply());
            assertEquals(Job.Reply.DONE, reply.kind(), reply.message());
            return reply.value();
        }
    }
}
