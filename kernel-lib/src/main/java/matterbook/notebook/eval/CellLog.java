package matterbook.notebook.eval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which cells of a session ran, and whether they ran to their end. It holds fingerprints and no source: while
 * submissions are graded, code of a learner must not find here what a hidden check looks like.
 */
public final class CellLog {
    private static volatile CellLog current = new CellLog();

    /** Fingerprint -> whether the cell ran to its end the last time; the cell that ran last stands last. */
    private final Map<String, Boolean> cells = new LinkedHashMap<>();

    private CellLog() {}

    /**
     * A cell that ran.
     *
     * @param fingerprint of its source
     * @param done whether it ran to its end the last time
     */
    public record Entry(String fingerprint, boolean done) {}

    /** A log of its own for an evaluator that begins; from now on it is the session's. */
    static CellLog begin() {
        CellLog log = new CellLog();
        current = log;
        return log;
    }

    /** The cells of this session, each once, in the order in which they ran last. */
    public static List<Entry> ofSession() {
        return current.entries();
    }

    /** The same for sources that differ in line ends or blanks at the ends of lines alone. */
    public static String fingerprint(String source) {
        String text = source.strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    synchronized void note(String source, boolean done) {
        String fingerprint = fingerprint(source);
        cells.remove(fingerprint);
        cells.put(fingerprint, done);
    }

    private synchronized List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        cells.forEach((fingerprint, done) -> entries.add(new Entry(fingerprint, done)));
        return entries;
    }
}
