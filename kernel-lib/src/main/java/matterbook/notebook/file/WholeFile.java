package matterbook.notebook.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import matterbook.core.SafeFile;

/** Files written as a whole or not at all: to a temporary neighbour first, then moved into place. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes UTF-8 text, making the folder where it is missing. A file that already holds this text is left alone. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes, for a picture. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        SafeFile.write(file, bytes);
    }
}
