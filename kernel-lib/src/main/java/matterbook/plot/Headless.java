package matterbook.plot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * Prepares Java's graphics for a process without a screen and, it may be, without fonts. Everything that draws
 * calls {@link #prepare()} before it touches {@code java.awt}.
 *
 * <p>On Linux Java asks the system which fonts there are and fails with "Fontconfig head is null" where there are
 * none, even if a program brings its own. So the two fonts of this package are unpacked into the user's cache and
 * Java is told by {@code sun.awt.fontconfig} to look only there; charts then look the same on every machine.
 */
public final class Headless {
    private static final String FONTCONFIG = "sun.awt.fontconfig";
    private static final String CONFIGURATION = "fontconfig.properties";
    private static final Map<String, String> FILES = Map.of("DejaVu_Sans", "DejaVuSans.ttf", "DejaVu_Sans_Bold",
            "DejaVuSans-Bold.ttf");

    private Headless() {}

    /** Sets {@code java.awt.headless} and {@code sun.awt.fontconfig}; costs nothing from the second call on. */
    public static void prepare() {
        fontFolder();
    }

    /** The folder that holds the unpacked fonts. */
    static Path fontFolder() {
        return Unpacked.FOLDER;
    }

    /** The JVM runs this class's start-up once, at the first call from outside. */
    private static final class Unpacked {
        static final Path FOLDER = unpack();

        static {
            System.setProperty("java.awt.headless", "true");
            if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                    && System.getProperty(FONTCONFIG) == null) {
                System.setProperty(FONTCONFIG, FOLDER.resolve(CONFIGURATION).toString());
            }
        }

        private static Path unpack() {
            try {
                try {
                    return unpackInto(cache().resolve("matterbook/fonts-" + checksum()));
                } catch (IOException readOnlyHome) {
                    return unpackInto(Files.createTempDirectory("matterbook-fonts"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the fonts cannot be unpacked: " + e.getMessage(), e);
            }
        }

        private static Path cache() {
            String folder = System.getenv("XDG_CACHE_HOME");
            return folder == null || folder.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".cache")
                    : Path.of(folder);
        }

        private static Path unpackInto(Path folder) throws IOException {
            Path absolute = folder.toAbsolutePath();
            Files.createDirectories(absolute);
            Properties fontconfig = new Properties();
            fontconfig.load(new ByteArrayInputStream(read(CONFIGURATION)));
            for (Map.Entry<String, String> font : FILES.entrySet()) {
                Path target = absolute.resolve(font.getValue());
                copy(font.getValue(), target);
                fontconfig.setProperty("filename." + font.getKey(), target.toString());
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            fontconfig.store(text, "written by Matterbook");
            replace(absolute.resolve(CONFIGURATION), text.toByteArray());
            return absolute;
        }

        private static void copy(String resource, Path target) throws IOException {
            byte[] content = read(resource);
            if (!Files.exists(target) || Files.size(target) != content.length) {
                replace(target, content);
            }
        }

        /** Another process may be reading the file, so the new one takes its name in one step. */
        private static void replace(Path target, byte[] content) throws IOException {
            Path temporary = Files.createTempFile(target.getParent(), "unpack", ".tmp");
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        private static byte[] read(String file) throws IOException {
            try (InputStream in = Objects.requireNonNull(Headless.class.getResourceAsStream("fonts/" + file), file)) {
                return in.readAllBytes();
            }
        }

        private static String checksum() throws IOException {
            CRC32C sum = new CRC32C();
            for (String file : new TreeSet<>(FILES.values())) {
                sum.update(read(file));
            }
            return HexFormat.of().toHexDigits((int) sum.getValue());
        }
    }
}
