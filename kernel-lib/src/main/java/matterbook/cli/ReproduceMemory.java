package matterbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import matterbook.core.UserError;
import matterbook.notebook.file.WholeFile;
import matterbook.reproduce.Memory;

/** Keeps finished parts of studies in a file, a line each: key, tab, value. */
final class ReproduceMemory implements Memory {
    private static final long SAVE_NANOS = 1_000_000_000L;

    private final Path file;
    private final boolean resume;
    private final Set<String> fresh = new HashSet<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private long savedNanos = System.nanoTime();

    /**
     * What the file holds is kept in any case: it may be hours of another part.
     *
     * @param resume whether it counts as finished
     */
    ReproduceMemory(Path file, boolean resume) throws IOException {
        this.file = file;
        this.resume = resume;
        if (Files.exists(file)) {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                int tab = line.indexOf('\t');
                if (tab < 0) {
                    throw new UserError(file + ", line " + number
                            + ": a key, a tab and a value are wanted; mend the line, or remove the file to begin anew");
                }
                values.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
    }

    @Override
    public Optional<String> recall(String key) {
        return resume || fresh.contains(key) ? Optional.ofNullable(values.get(key)) : Optional.empty();
    }

    @Override
    public void keep(String key, String value) {
        values.put(key, value);
        fresh.add(key);
        if (System.nanoTime() - savedNanos >= SAVE_NANOS) {
            save();
        }
    }

    /** Writes all to the file. */
    void save() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append('\t').append(value).append('\n'));
        try {
            WholeFile.write(file, text.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        savedNanos = System.nanoTime();
    }
}
