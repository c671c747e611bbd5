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
 * The assignment's folder may be missing.
 * Links are not followed: a learner's link could lead to another's work.
 */
public final class Submissions {
    private static final String END = ".ipynb";
    private static final String WANTED = "; submissions are a folder of notebooks, or nbgrader's "
            + "submitted/<student>/<assignment>/";

    /**
     * What a folder holds.
     *
     * @param notes what was left aside, a line each
     */
    public record Found(List<Submission> submissions, List<String> notes) {}

    private final List<Submission> submissions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Submissions() {}

    /** Everything that was handed in, by learner and assignment. */
    public static Found in(Path folder) throws IOException {
        Submissions found = new Submissions();
        found.read(root(folder));
        if (found.submissions.isEmpty()) {
            throw new UserError(folder + ": no notebooks" + WANTED);
        }
        found.submissions.sort(Comparator.comparing(Submission::student).thenComparing(Submission::assignment)
                .thenComparing(one -> one.file().toString()));
        return new Found(List.copyOf(found.submissions), List.copyOf(found.notes));
    }

    /** The folder that is searched: {@code submitted/} where there is one. */
    public static Path root(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + (Files.exists(folder) ? ": this is a file" : ": no such folder") + WANTED);
        }
        Path tree = folder.resolve("submitted");
        return Files.isDirectory(tree) ? tree : folder;
    }

    private void read(Path root) throws IOException {
        for (Path file : list(root, Submissions::isFile)) {
            if (isNotebook(file)) {
                String name = String.valueOf(file.getFileName());
                submissions.add(new Submission(name.substring(0, name.length() - END.length()), "", file));
            } else {
                notes.add("not a notebook, left aside: " + file);
            }
        }
        for (Path student : list(root, Submissions::isFolder)) {
            readStudent(student);
        }
    }

    /** Who handed in something that is no notebook shows in the tables all the same, without marks. */
    private void readStudent(Path folder) throws IOException {
        String student = String.valueOf(folder.getFileName());
        List<Path> notebooks = list(folder, Submissions::isNotebook);
        List<Path> assignments = list(folder, Submissions::isFolder);
        notebooks.forEach(notebook -> submissions.add(new Submission(student, "", notebook)));
        for (Path assignment : assignments) {
            readAssignment(student, assignment);
        }
        if (notebooks.isEmpty() && assignments.isEmpty()) {
            submissions.add(new Submission(student, "", folder));
        }
    }

    private void readAssignment(String student, Path folder) throws IOException {
        List<Path> notebooks = list(folder, Submissions::isNotebook);
        String assignment = String.valueOf(folder.getFileName());
        notebooks.forEach(notebook -> submissions.add(new Submission(student, assignment, notebook)));
        if (notebooks.isEmpty()) {
            submissions.add(new Submission(student, assignment, folder));
        }
    }

    /** Hidden files are the system's or the editor's, {@code .ipynb_checkpoints} among them. */
    private List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        List<Path> seen;
        try (Stream<Path> entries = Files.list(folder)) {
            seen = entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith(".")).sorted().toList();
        }
        seen.stream().filter(Files::isSymbolicLink).map(link -> "a link, not followed: " + link)
                .filter(line -> !notes.contains(line)).forEach(notes::add);
        return seen.stream().filter(wanted).toList();
    }

    private static boolean isNotebook(Path path) {
        return isFile(path) && path.toString().endsWith(END);
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
