package matterbook.notebook.eval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /** By fingerprint; the cell that ran last stands last. */
    private final Map<String, Entry> cells = new LinkedHashMap<>();

    private CellLog() {}

    /**
     * A cell that ran.
     *
     * @param fingerprint of its source
     * @param done whether it ran to its end the last time
     * @param value that it left then, where this was a number; else NaN
     */
    public record Entry(String fingerprint, boolean done, double value) {}

    /** A log of its own for an evaluator that begins; from now on it is the session's. */
    static CellLog begin() {
        CellLog log = new CellLog();
        current = log;
        return log;
    }

    /** The cells that ran since the evaluator started, each once, in the order in which they ran last. */
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

    synchronized void note(String source, CellResult result) {
        String fingerprint = fingerprint(source);
        cells.remove(fingerprint);
        cells.put(fingerprint, switch (result) {
            case CellResult.Done done -> new Entry(fingerprint, true,
                    done.value() instanceof Number number ? number.doubleValue() : Double.NaN);
            case CellResult.Failed _ -> new Entry(fingerprint, false, Double.NaN);
        });
    }

    private synchronized List<Entry> entries() {
        return List.copyOf(cells.values());
    }
}
