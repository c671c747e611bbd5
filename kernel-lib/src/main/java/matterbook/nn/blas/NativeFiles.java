package matterbook.nn.blas;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * OpenBLAS's files, unpacked once to {@code matterbook/} in the user's cache, where nobody else may write: a library runs
 * with the rights of whoever loads it. What others own, or may have changed, is not loaded. The folder's name holds the
 * version, so another one gets a folder of its own ("so": on Linux under the name of {@link LoaderName}).
 * Each file is written to a temporary one that takes its place when it is whole, and a list of all files with their
 * sizes comes last: where all is as listed, the class path, a jar of which takes longer to search than OpenBLAS to load,
 * is not asked. Where it is not, files whose sizes are not those that the jar says are unpacked again.
 *
 * @param files in the order in which they are to be loaded
 * @param temporary whether they may be deleted once they are loaded
 */
record NativeFiles(List<Path> files, boolean temporary) {
    /** Of the jar; a test compares. */
    static final String VERSION = "0.3.31-1.5.13";

    private static final String LIST = "files";

    /** Unpacks to the cache, or to a temporary folder where there is no cache that is the user's alone to write to. */
    static NativeFiles unpack(Platform platform) throws NativeMissing {
        Path folder = folder(System.getenv("XDG_CACHE_HOME"), platform);
        Optional<List<Path>> there = OwnFiles.own(Objects.requireNonNull(folder.getParent()))
                ? listed(folder, platform.files())
                : Optional.empty();
        if (there.isPresent()) {
            return new NativeFiles(there.get(), false);
        }
        List<Packed> packed = packed(platform);
        try {
            OwnFiles.make(folder);
            return new NativeFiles(unpackTo(folder, packed), false);
        } catch (IOException notOurs) {
            return unpackAside(packed);
        }
    }

    /** Unpacks to a new folder that only this user can read, to be deleted after use. */
    static NativeFiles unpackAside(Platform platform) throws NativeMissing {
        return unpackAside(packed(platform));
    }

    private static NativeFiles unpackAside(List<Packed> packed) throws NativeMissing {
        try {
            return new NativeFiles(unpackTo(Files.createTempDirectory("matterbook-openblas"), packed), true);
        } catch (IOException failure) {
            throw new NativeMissing("OpenBLAS cannot be unpacked: " + failure.getMessage());
        }
    }

    private static List<Packed> packed(Platform platform) throws NativeMissing {
        try {
            List<Packed> packed = new ArrayList<>();
            for (String file : platform.files()) {
                packed.add(Packed.of(platform, file));
            }
            return packed;
        } catch (IOException failure) {
            throw new NativeMissing("OpenBLAS cannot be read: " + failure.getMessage());
        }
    }

    /** These files, if they are the user's own and the folder's list names all of them with the sizes that they have. */
    static Optional<List<Path>> listed(Path folder, List<String> names) {
        try {
            if (!OwnFiles.own(folder) || !OwnFiles.own(folder.resolve(LIST))) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(folder.resolve(LIST));
            List<Path> files = new ArrayList<>();
            for (String name : names) {
                Path file = folder.resolve(name);
                if (!OwnFiles.own(file) || !lines.contains(name + " " + Files.size(file))) {
                    return Optional.empty();
                }
                files.add(file);
            }
            return Optional.of(List.copyOf(files));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /**
     * The folder of the cache, where users' programs keep what can be made again.
     *
     * @param cache what XDG_CACHE_HOME says; a relative path there is to be ignored (XDG Base Directory Specification)
     */
    static Path folder(@Nullable String cache, Platform platform) {
        Path root = cache == null || !Path.of(cache).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache").toAbsolutePath()
                : Path.of(cache);
        return root.resolve("matterbook").resolve("openblas-so-" + VERSION + "-" + platform.name());
    }

    static List<Path> unpackTo(Path folder, List<Packed> packed) throws IOException {
        Path absolute = Files.createDirectories(folder.toAbsolutePath());
        List<Path> files = new ArrayList<>();
        List<String> list = new ArrayList<>();
        for (Packed file : packed) {
            files.add(file.unpackTo(absolute));
            list.add(file.name + " " + file.size);
        }
        Path draft = Files.write(absolute.resolve(draft(LIST)), list);
        OwnFiles.close(draft);
        Files.move(draft, absolute.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return List.copyOf(files);
    }

    /** A name for a file that is not whole yet; processes that unpack at the same time have names of their own. */
    private static String draft(String name) {
        return "." + name + "-" + ProcessHandle.current().pid() + ".part";
    }

    /** Removes temporary files; where the system does not allow it while they are loaded, they stay. */
    void tidy() {
        if (temporary) {
            try {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
                Path folder = files.getLast().getParent();
                if (folder != null) {
                    Files.deleteIfExists(folder.resolve(LIST));
                    Files.deleteIfExists(folder);
                }
            } catch (IOException stays) {
                return;
            }
        }
    }

    /** A file as it lies on the class path. */
    record Packed(String name, URL url, long size) {
        static Packed of(Platform platform, String name) throws IOException, NativeMissing {
            URL url = NativeFiles.class.getResource(platform.resource(name));
            if (url == null) {
                throw new NativeMissing("OpenBLAS for " + platform.name() + " is not on the class path");
            }
            URLConnection connection = url.openConnection();
            long size = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getSize()
                    : connection.getContentLengthLong();
            return new Packed(name, url, size);
        }

        /** Unpacks it unless it is there. */
        Path unpackTo(Path folder) throws IOException {
            Path target = folder.resolve(name);
            if (OwnFiles.own(target) && Files.size(target) == size) {
                return target;
            }
            Path draft = folder.resolve(draft(name));
            try {
                try (InputStream in = url.openStream()) {
                    Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
                }
                if (Files.size(draft) != size) {
                    throw new IOException(name + " has " + Files.size(draft) + " bytes, not " + size);
                }
                LoaderName.shorten(draft, name);
                OwnFiles.close(draft);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return target;
        }
    }
}
