package matterbook.notebook.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Standard input of this JVM, a line at a time from the running cell. One for the life of the JVM, because
 * {@code IO.readln} keeps the stream that it meets first; without a cell it reads what the JVM was started with.
 */
final class CellInput extends InputStream {
    private static final CellInput CURRENT = new CellInput(System.in);

    private final InputStream original;
    private @Nullable Supplier<String> lines;
    private byte[] line = new byte[0];
    private int next;

    private CellInput(InputStream original) {
        this.original = original;
    }

    static CellInput current() {
        return CURRENT;
    }

    synchronized void connect(Supplier<String> source) {
        lines = source;
        reset();
    }

    synchronized void disconnect() {
        lines = null;
        reset();
    }

    /** Forgets the rest of a line that was not read. */
    @Override
    public synchronized void reset() {
        line = new byte[0];
        next = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Waits for a line without holding the lock: a cell that is left behind here must not block the next one. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Supplier<String> source;
        synchronized (this) {
            source = lines;
            if (source != null && (length == 0 || next < line.length)) {
                return take(bytes, offset, length);
            }
        }
        if (source == null) {
            return original.read(bytes, offset, length);
        }
        byte[] fresh = (source.get() + "\n").getBytes(charset());
        synchronized (this) {
            line = fresh;
            next = 0;
            return take(bytes, offset, length);
        }
    }

    private int take(byte[] bytes, int offset, int length) {
        int n = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, n);
        next += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        synchronized (this) {
            if (lines != null) {
                return line.length - next;
            }
        }
        return original.available();
    }

    /** The character set that {@code IO.readln} decodes with. */
    private static Charset charset() {
        return Charset.forName(System.getProperty("stdin.encoding", ""), StandardCharsets.UTF_8);
    }
}
