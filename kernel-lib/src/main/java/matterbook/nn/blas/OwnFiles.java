package matterbook.nn.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that belong to the user of this process and that nobody else may write to. Windows, which has no such
 * permissions, keeps a user's profile from others by itself.
 */
final class OwnFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    /** Belongs to the process itself where the system shows processes as files. */
    private static final Path PROCESS = Path.of("/proc/self");

    private OwnFiles() {}

    /** Whether this is a file or a folder (no link) of the user's own to which nobody else may write. */
    static boolean own(Path path) {
        try {
            if (!posix(path)) {
                return Files.exists(path);
            }
            PosixFileAttributes is = attributes(path);
            return !is.isSymbolicLink() && is.owner().equals(user()) && closed(is);
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Makes a folder, its parent too, to which nobody else may write. In a folder of the user's own that was open to others
     * until now, anybody may have written: what is in it is deleted.
     *
     * @throws IOException if it or its parent belongs to somebody else, or cannot be made
     */
    static void make(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (!posix(folder) || parent == null) {
            Files.createDirectories(folder);
            return;
        }
        for (Path each : new Path[]{parent, folder}) {
            if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(each, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            PosixFileAttributes is = attributes(each);
            if (!is.isDirectory() || !is.owner().equals(user())) {
                throw new IOException(each + " is no folder of " + user().getName());
            }
            if (!closed(is)) {
                Files.setPosixFilePermissions(each, FOLDER);
                empty(folder);
            }
        }
    }

    /** Takes all rights to this file from others. */
    static void close(Path file) throws IOException {
        if (posix(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean closed(PosixFileAttributes is) {
        return !is.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !is.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static UserPrincipal user() throws IOException {
        return Files.exists(PROCESS)
                ? Files.getOwner(PROCESS)
                : PROCESS.getFileSystem().getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
