package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import matterbook.core.UserError;

/**
 * Finds submissions: a folder of notebooks, one a learner and named after them, or nbgrader's tree
 * {@code <student>/<assignment>/<notebook>.ipynb}, given at its root or one above, which holds {@code submitted/}.
 * Links are not followed: a learner's link could lead to another's work.
 */
public final class Submissions {
    private static final String END = ".ipynb";

    /**
     * What a folder holds.
     *
     * @param ignored files that are no notebooks, which a person should know of
     */
    public record Found(List<Submission> submissions, List<Path> ignored) {}

    private final List<Submission> submissions = new ArrayList<>();
    private final List<Path> ignored = new ArrayList<>();

    private Submissions() {}

    /** Everything that was handed in, by learner and assignment. */
    public static Found in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + ": no such folder; submissions are a folder of notebooks, or nbgrader's "
                    + "submitted/<student>/<assignment>/");
        }
        Path tree = folder.resolve("submitted");
        Submissions found = new Submissions();
        found.read(Files.isDirectory(tree) ? tree : folder);
        if (found.submissions.isEmpty()) {
            throw new UserError(folder + ": no notebooks; submissions are a folder of notebooks, or nbgrader's "
                    + "submitted/<student>/<assignment>/");
        }
        found.submissions.sort(Comparator.comparing(Submission::student).thenComparing(Submission::assignment)
                .thenComparing(one -> one.file().toString()));
        return new Found(List.copyOf(found.submissions), List.copyOf(found.ignored));
    }

    private void read(Path root) throws IOException {
        for (Path file : list(root, Submissions::isFile)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(END)) {
                submissions.add(new Submission(name.substring(0, name.length() - END.length()), "", file));
            } else {
                ignored.add(file);
            }
        }
        for (Path student : list(root, Submissions::isFolder)) {
            for (Path assignment : list(student, Submissions::isFolder)) {
                readAssignment(String.valueOf(student.getFileName()), assignment);
            }
        }
    }

    private void readAssignment(String student, Path assignment) throws IOException {
        List<Path> notebooks = list(assignment, file -> isFile(file) && file.toString().endsWith(END));
        String folder = String.valueOf(assignment.getFileName());
        for (Path notebook : notebooks) {
            submissions.add(new Submission(student, folder, notebook));
        }
        if (notebooks.isEmpty()) {
            submissions.add(new Submission(student, folder, assignment));
        }
    }

    /** Hidden files are the system's or the editor's, {@code .ipynb_checkpoints} among them. */
    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith(".")).filter(wanted)
                    .sorted().toList();
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
