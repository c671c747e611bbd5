package matterbook.notebook.eval;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import matterbook.notebook.eval.Completion.Candidate;

/** Completes file names in a string literal, relative to the working folder. */
final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    /** Candidates for the last name of the path that starts at {@code from} and ends with {@code before}. */
    static Completion at(String before, int from) {
        int nameStart = Math.max(from, before.lastIndexOf('/') + 1);
        String prefix = before.substring(nameStart);
        List<Candidate> candidates = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("", before.substring(from, nameStart)))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean hidden = name.startsWith(".") && prefix.isEmpty();
                if (name.startsWith(prefix) && !hidden && candidates.size() < MOST) {
                    candidates.add(new Candidate(Files.isDirectory(file) ? name + "/" : name, "path", ""));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException none) {
            return new Completion(nameStart, before.length(), List.of());
        }
        candidates.sort(Comparator.comparing(Candidate::text));
        return new Completion(nameStart, before.length(), candidates);
    }
}
