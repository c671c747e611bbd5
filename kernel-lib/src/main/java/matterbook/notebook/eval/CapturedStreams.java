package matterbook.notebook.eval;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import matterbook.core.UserError;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for {@code System.out}, {@code System.err} and {@code System.in} of this JVM while an evaluator lives.
 * Text goes to the running cell's sink in the order in which it was printed, in pieces of up to
 * {@value #CAPACITY} bytes; a piece waits at most about {@value #DELAY_MILLIS} ms.
 */
final class CapturedStreams implements AutoCloseable {
    private static final int CAPACITY = 8192;
    private static final long DELAY_MILLIS = 50;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;
    private final Object lock = new Object();
    private final byte[] buffer = new byte[CAPACITY];
    private final Thread flusher = new Thread(this::flushNowAndThen, "cell output");
    private int size;
    private boolean error;
    private long lastWriteNanos;
    private volatile OutputSink sink = OutputSink.NOWHERE;
    private volatile InputSource input = prompt -> noInput();
    private volatile boolean closed;

    CapturedStreams() {
        flusher.setDaemon(true);
        flusher.start();
        System.setOut(stream(false));
        System.setErr(stream(true));
        CellInput.current().connect(this::readLine);
        System.setIn(CellInput.current());
    }

    /** From now on outputs go to {@code target}, and reads ask {@code source}. */
    void connect(OutputSink target, InputSource source) {
        flush();
        sink = target;
        input = source;
        CellInput.current().reset();
    }

    /** A sink for displayed values that keeps them in order with printed text. */
    OutputSink ordered() {
        return new Ordered();
    }

    /** Hands on all that was printed so far. */
    void flush() {
        synchronized (lock) {
            handOn(size);
        }
    }

    @Override
    public void close() {
        closed = true;
        flusher.interrupt();
        flush();
        // threads that cells left behind may print for ever
        sink = OutputSink.NOWHERE;
        System.setOut(out);
        System.setErr(err);
        CellInput.current().disconnect();
        System.setIn(in);
    }

    private String readLine() {
        String prompt;
        synchronized (lock) {
            int start = error ? size : lastLineStart();
            prompt = new String(buffer, start, size - start, StandardCharsets.UTF_8);
            size = start;
            handOn(size);
        }
        return input.readLine(prompt);
    }

    private int lastLineStart() {
        int start = size;
        while (start > 0 && buffer[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private PrintStream stream(boolean isError) {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                append(isError, new byte[]{(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                append(isError, bytes, offset, length);
            }
        }, false, StandardCharsets.UTF_8) {
            // a cell that closes the stream does not take it from the cells after it
            @Override
            public void close() {
                flush();
            }
        };
    }

    private void append(boolean isError, byte[] bytes, int offset, int length) {
        synchronized (lock) {
            if (error != isError) {
                handOn(size);
                error = isError;
            }
            int from = offset;
            int left = length;
            while (left > 0) {
                int n = Math.min(left, CAPACITY - size);
                System.arraycopy(bytes, from, buffer, size, n);
                size += n;
                from += n;
                left -= n;
                if (size == CAPACITY) {
                    handOn(wholeCharacters());
                }
            }
            lastWriteNanos = System.nanoTime();
        }
    }

    /** The length of the longest start of the buffer that splits no character. */
    private int wholeCharacters() {
        int end = size;
        int back = 0;
        while (back < 3 && end > 0 && (buffer[end - 1] & 0xC0) == 0x80) {
            end--;
            back++;
        }
        if (end == 0) {
            return size;
        }
        int lead = buffer[end - 1] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return length > back + 1 ? end - 1 : size;
    }

    private void handOn(int length) {
        if (length > 0) {
            String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
            System.arraycopy(buffer, length, buffer, 0, size - length);
            size -= length;
            sink.print(error, text);
        }
    }

    /** A line without its end may be the prompt of a read that follows at once: it waits until nothing follows it. */
    private void flushNowAndThen() {
        while (!closed) {
            try {
                Thread.sleep(DELAY_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
            synchronized (lock) {
                boolean quiet = System.nanoTime() - lastWriteNanos > DELAY_MILLIS * 1_000_000;
                handOn(quiet ? wholeCharacters() : lastLineStart());
            }
        }
    }

    private static String noInput() {
        throw new UserError("no cell runs that could read input");
    }

    private final class Ordered implements OutputSink {
        @Override
        public void print(boolean isError, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            append(isError, bytes, 0, bytes.length);
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            flush();
            sink.display(bundle, displayId);
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            flush();
            sink.update(bundle, displayId);
        }
    }
}
