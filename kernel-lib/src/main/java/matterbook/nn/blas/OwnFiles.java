package matterbook.nn.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
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
            if (!unix(path)) {
                return Files.exists(path);
            }
            Owned is = Owned.of(path);
            return !is.link && is.user == user() && is.closed;
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
        if (!unix(folder) || parent == null) {
            Files.createDirectories(folder);
            return;
        }
        for (Path each : new Path[]{parent, folder}) {
            if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(each, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            Owned is = Owned.of(each);
            if (!is.folder || is.user != user()) {
                throw new IOException(each + " is no folder of this user");
            }
            if (!is.closed) {
                Files.setPosixFilePermissions(each, FOLDER);
                empty(folder);
            }
        }
    }

    /** Takes all rights to this file from others. */
    static void close(Path file) throws IOException {
        if (unix(file)) {
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

    private static boolean unix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** The number of this process's user. */
    private static int user() throws IOException {
        if (Files.exists(PROCESS)) {
            return (int) Files.getAttribute(PROCESS, "unix:uid");
        }
        Path made = Files.createTempFile("matterbook", ".user");
        try {
            return (int) Files.getAttribute(made, "unix:uid");
        } finally {
            Files.delete(made);
        }
    }

    /**
     * What the system says of a path itself, not of what a link leads to. Users are numbers: to ask for their names takes
     * longer than to load OpenBLAS.
     */
    private record Owned(int user, boolean folder, boolean link, boolean closed) {
        private static final int OTHERS_WRITE = 022;

        static Owned of(Path path) throws IOException {
            Map<String, Object> is = Files.readAttributes(path, "unix:uid,mode,isDirectory,isSymbolicLink",
                    LinkOption.NOFOLLOW_LINKS);
            return new Owned((int) Objects.requireNonNull(is.get("uid")),
                    (boolean) Objects.requireNonNull(is.get("isDirectory")),
                    (boolean) Objects.requireNonNull(is.get("isSymbolicLink")),
                    ((int) Objects.requireNonNull(is.get("mode")) & OTHERS_WRITE) == 0);
        }
    }
}
