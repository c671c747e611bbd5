package matterbook.core;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files written as a whole or not at all: to a temporary neighbour first, then moved into place. */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Writes to a folder that is there.
     *
     * @throws UserError if it is not
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new UserError("there is no folder " + folder + " to write " + file.getFileName() + " in");
        }
        // not named after the file, whose name may be as long as the system allows
        Path draft = folder.resolve(".matterbook-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId() + ".part");
        try {
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException failure) { // a full disk, which Java reports without the file's name
            throw (IOException) new FileSystemException(file.toString(), null, failure.getMessage()).initCause(failure);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
