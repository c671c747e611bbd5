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
import java.util.HexFormat;
import java.util.List;

/**
 * OpenBLAS's files, unpacked once to {@code matterbook/} in the user's cache. The folder's name holds the checksum of
 * OpenBLAS's file, so another version gets a folder of its own ("so": on Linux under the name of {@link LoaderName}).
 * Each file is written to a temporary one that takes its place when it is whole, and unpacked again if its size is not
 * the one that the jar says.
 *
 * @param files in the order in which they are to be loaded
 * @param temporary whether they may be deleted once they are loaded
 */
record NativeFiles(List<Path> files, boolean temporary) {
    /** Unpacks to the cache, or to a temporary folder where there is no cache to write to. */
    static NativeFiles unpack(Platform platform) throws NativeMissing {
        try {
            List<Packed> packed = new ArrayList<>();
            for (String file : platform.files()) {
                packed.add(Packed.of(platform, file));
            }
            String folder = "matterbook/openblas-so-" + packed.getLast().checksum();
            try {
                return new NativeFiles(unpackTo(cache().resolve(folder), packed), false);
            } catch (IOException readOnlyHome) {
                return new NativeFiles(unpackTo(Files.createTempDirectory("matterbook-openblas"), packed), true);
            }
        } catch (IOException failure) {
            throw new NativeMissing("OpenBLAS cannot be unpacked: " + failure.getMessage());
        }
    }

    /** Where users' programs keep what can be made again. */
    private static Path cache() {
        String folder = System.getenv("XDG_CACHE_HOME");
        return folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(folder);
    }

    static List<Path> unpackTo(Path folder, List<Packed> packed) throws IOException {
        Path absolute = Files.createDirectories(folder.toAbsolutePath());
        List<Path> files = new ArrayList<>();
        for (Packed file : packed) {
            files.add(file.unpackTo(absolute));
        }
        return List.copyOf(files);
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
                    Files.deleteIfExists(folder);
                }
            } catch (IOException stays) {
                return;
            }
        }
    }

    /**
     * A file as it lies on the class path.
     *
     * @param checksum of its content, as the jar tells; the size where it does not lie in a jar
     */
    record Packed(String name, URL url, long size, String checksum) {
        static Packed of(Platform platform, String name) throws IOException, NativeMissing {
            URL url = NativeFiles.class.getResource(platform.resource(name));
            if (url == null) {
                throw new NativeMissing("OpenBLAS for " + platform.name() + " is not on the class path");
            }
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return new Packed(name, url, jar.getJarEntry().getSize(),
                        HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc()));
            }
            long size = connection.getContentLengthLong();
            return new Packed(name, url, size, HexFormat.of().toHexDigits(size));
        }

        /** Unpacks it unless it is there. */
        Path unpackTo(Path folder) throws IOException {
            Path target = folder.resolve(name);
            if (Files.isRegularFile(target) && Files.size(target) == size) {
                return target;
            }
            Path draft = folder.resolve("." + name + "-" + ProcessHandle.current().pid() + ".part");
            try {
                try (InputStream in = url.openStream()) {
                    Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
                }
                if (Files.size(draft) != size) {
                    throw new IOException(name + " has " + Files.size(draft) + " bytes, not " + size);
                }
                LoaderName.shorten(draft, name);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return target;
        }
    }
}
