package matterbook.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/** A folder that one run at a time writes into. */
record OutFolder(Path path, FileChannel channel) implements AutoCloseable {
    /** Makes the folder where it is missing and takes its lock, which the system drops when this process ends. */
    static OutFolder lock(Path path) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException _) {
            throw new UserError(path + " is a file; --out needs a folder");
        } catch (FileSystemException failure) {
            throw new UserError("cannot create the folder " + path + ": " + reason(failure), failure);
        }
        FileChannel channel = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new UserError("another run writes into " + path + " right now: wait for it, or give another --out");
        }
        return new OutFolder(path, channel);
    }

    private static String reason(FileSystemException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "the system allows no folder there";
            default -> Objects.requireNonNullElse(failure.getReason(), "the system refuses it");
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
