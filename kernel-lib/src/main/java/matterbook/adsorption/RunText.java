package matterbook.adsorption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

import matterbook.core.Rng;
import matterbook.core.UserError;

/**
 * All that a long calculation needs to go on, as a file of text: what it calculates, the random generator, rows of numbers to
 * the last bit, and a checksum.
 *
 * @param settings one line; a calculation goes on with the same alone
 */
record RunText(String settings, Rng rng, List<double[]> rows) {
    private static final String FIRST = "matterbook adsorption checkpoint 1";
    /** First line, settings, random generator, checksum. */
    private static final int OTHER_LINES = 4;

    /** Writes a temporary file, which then takes the place of {@code file}. */
    void save(Path file) throws IOException {
        StringBuilder text = new StringBuilder(FIRST + "\n" + settings + "\n"
                + Arrays.stream(rng.state()).mapToObj(Long::toString).collect(Collectors.joining(" ")) + "\n");
        for (double[] row : rows) {
            text.append(Arrays.stream(row).mapToObj(Double::toHexString).collect(Collectors.joining(" "))).append('\n');
        }
        text.append(sum(text.toString())).append('\n');
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, ".matterbook-", ".checkpoint.part");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UserError if the file is no checkpoint, damaged, or of other settings
     */
    static RunText load(Path file, String settings) throws IOException {
        String text = Files.readString(file);
        List<String> lines = text.lines().toList();
        if (lines.size() < OTHER_LINES || !lines.getFirst().equals(FIRST)) {
            throw new UserError(file + ": not a checkpoint of this version");
        }
        if (!text.equals(text.substring(0, Math.max(0, text.lastIndexOf('\n', text.length() - 2) + 1))
                + sum(text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1)) + "\n")) {
            throw new UserError(file + ": this checkpoint is damaged; start anew without --resume in another --out");
        }
        if (!lines.get(1).equals(settings)) {
            throw new UserError(file + " is of other settings: it has \"" + lines.get(1) + "\" where this has \""
                    + settings + "\"; give another --out");
        }
        List<double[]> rows = new ArrayList<>();
        for (String line : lines.subList(OTHER_LINES - 1, lines.size() - 1)) {
            rows.add(line.isEmpty()
                    ? new double[0]
                    : Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
        }
        return new RunText(settings,
                Rng.fromState(Arrays.stream(lines.get(2).split(" ")).mapToLong(Long::parseLong).toArray()), rows);
    }

    private static String sum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
