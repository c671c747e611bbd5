package matterbook.nn.blas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The name under which Linux remembers a library that is loaded (ELF's DT_SONAME). Other Java libraries ask the system for
 * {@code libopenblas.so}; the loader gives them a loaded library of that name, wherever its file lies. OpenBLAS calls itself
 * {@code libopenblas.so.0}: its copy in our cache is told the shorter name, so that no system package, link or variable is
 * needed, and a process has one OpenBLAS.
 */
final class LoaderName {
    private static final String LONG = "libopenblas.so.0";
    private static final String SHORT = "libopenblas.so";

    private LoaderName() {}

    /** Shortens the name inside of {@code file} if it is OpenBLAS's for Linux and says the name once; else leaves it. */
    static void shorten(Path file, String name) throws IOException {
        if (!name.equals(LONG)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            byte[] wanted = ("\0" + LONG + "\0").getBytes(StandardCharsets.US_ASCII);
            int at = find(bytes, wanted, 0);
            if (at >= 0 && find(bytes, wanted, at + 1) < 0) {
                channel.write(ByteBuffer.allocate(LONG.length() - SHORT.length()), at + 1L + SHORT.length());
            }
        }
    }

    private static int find(ByteBuffer bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.limit() - wanted.length; i++) {
            int length = 0;
            while (length < wanted.length && bytes.get(i + length) == wanted[length]) {
                length++;
            }
            if (length == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
