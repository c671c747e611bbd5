package matterbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.core.UserError;
import matterbook.course.grade.Submissions;

/** The two folders of {@code matterbook grade}, looked at before anything is made. */
final class GradeFolders {
    private GradeFolders() {}

    /** Throws a {@link UserError} where there are no submissions, or where grading would mix with or overwrite files. */
    static void require(Path submissions, Path out) throws IOException {
        Path root = Submissions.root(submissions);
        if (real(out).startsWith(real(root))) {
            throw new UserError("--out " + out + " is the folder of submissions or lies in it: its files would be taken"
                    + " for submissions; give a folder elsewhere");
        }
        Submissions.in(submissions);
        if (Files.isDirectory(out) && !isEmptyOrOurs(out)) {
            throw new UserError("--out " + out + " has files that no earlier grade run wrote, and could overwrite them;"
                    + " give a new or an empty folder");
        }
    }

    /** An earlier run leaves its lock and, once something was graded, what it knows. */
    private static boolean isEmptyOrOurs(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            Set<String> names = files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
            return names.stream().allMatch(name -> name.startsWith("."))
                    || (names.contains(".lock") && names.contains("results"));
        }
    }

    /** Where a path leads, links followed as far as it exists. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path there = whole;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole));
    }
}
