package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import matterbook.core.UserError;

/** Files written as a whole or not at all: to a temporary neighbour first, then moved into place. */
final class SafeFile {
    private SafeFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new UserError("there is no folder " + folder + " to write " + file.getFileName() + " in");
        }
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
