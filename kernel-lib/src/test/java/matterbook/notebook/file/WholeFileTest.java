package matterbook.notebook.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aNameMayBeAsLongAsTheSystemAllows() throws IOException {
        Path file = folder.resolve("deep").resolve("x".repeat(250) + ".html");
        WholeFile.write(file, "one");
        WholeFile.write(file, "two");
        assertEquals("two", Files.readString(file));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFolderIsDeletedWithAllThatItHolds() throws IOException {
        WholeFile.write(folder.resolve("a/b/c"), "text");
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        Files.createSymbolicLink(folder.resolve("a/link"), outside);
        Folders.delete(folder.resolve("a"));
        Folders.delete(folder.resolve("a"));
        assertFalse(Files.exists(folder.resolve("a")));
        assertEquals("kept", Files.readString(outside));
    }
}
