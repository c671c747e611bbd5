package matterbook.course.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.run.NotebookRunner;

/** Grades submissions one by one. Its folder holds the children's jars and working folders and goes when it closes. */
final class Grader implements AutoCloseable {
    private static final long LARGEST = 50_000_000;

    private final GradeOptions options;
    private final Path folder;
    private final Sandbox sandbox;
    private final String kit;
    private final Thread hook;

    private Grader(GradeOptions options, Path folder, Sandbox sandbox, String kit) {
        this.options = options;
        this.folder = folder;
        this.sandbox = sandbox;
        this.kit = kit;
        hook = new Thread(() -> delete(folder), "delete grading folder");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Grader open(GradeOptions options) throws IOException {
        Path folder = Files.createTempDirectory("matterbook-grade").toRealPath();
        List<Path> classPath = ChildClassPath.in(folder);
        List<String> versions = new ArrayList<>(List.of(Hash.of(Files.readAllBytes(classPath.getFirst())),
                options.cellBudget().toString(), Integer.toString(options.heapMegabytes())));
        classPath.stream().skip(1).forEach(jar -> versions.add(String.valueOf(jar.getFileName())));
        return new Grader(options, folder, Sandbox.find(classPath), Hash.of(versions.toString()));
    }

    /** What the teacher should know of the sandbox; empty where it is closed. */
    String note() {
        return sandbox.note();
    }

    /** The hash of all that the marks of a submission depend on. */
    String key(Submission submission, Optional<Lesson> lesson) throws IOException {
        String work = Files.isRegularFile(submission.file()) && Files.size(submission.file()) <= LARGEST
                ? Hash.of(Files.readAllBytes(submission.file()))
                : "";
        return Hash.of(work + lesson.map(Lesson::toString).orElse("") + kit);
    }

    /**
     * The notebook of a submission. Throws {@link UserError} with one line that names no folder where it cannot be
     * graded.
     */
    static Notebook read(Submission submission) throws IOException {
        String name = String.valueOf(submission.file().getFileName());
        if (Files.isDirectory(submission.file())) {
            throw new UserError("no notebook was handed in");
        }
        if (Files.size(submission.file()) > LARGEST) {
            throw new UserError(name + ": over " + LARGEST / 1_000_000 + " MB; clear its outputs");
        }
        try {
            String text = Files.readString(submission.file());
            Notebook notebook = NotebookReader.parse(text.startsWith("\ufeff") ? text.substring(1) : text, name);
            NotebookRunner.requireJava(notebook, name);
            return notebook;
        } catch (CharacterCodingException _) {
            throw new UserError(name + ": not a notebook: it is not UTF-8 text");
        } catch (StackOverflowError _) {
            throw new UserError(name + ": not a notebook: its lists are nested too deeply");
        }
    }

    /** The lesson that has most of a notebook's cells; empty where none has any. */
    static Optional<Lesson> lesson(Notebook notebook, List<Lesson> lessons) {
        return lessons.stream().filter(lesson -> Assembly.likeness(lesson, notebook) > 0)
                .max(Comparator.comparingLong(lesson -> Assembly.likeness(lesson, notebook)));
    }

    /** The lesson that a file's or folder's name tells. */
    static Optional<Lesson> lesson(Submission submission, List<Lesson> lessons) {
        String names = (submission.assignment() + "/" + submission.file().getFileName()).toLowerCase(Locale.ROOT);
        return lessons.stream().filter(lesson -> names.contains(lesson.name())).findFirst();
    }

    /** Runs a submission; one that cannot be run gets a status that says why, and no points. */
    Graded grade(Submission submission, Optional<Lesson> lesson) throws IOException {
        String key = key(submission, lesson);
        String assignment = lesson.map(Lesson::name).orElse(submission.assignment());
        Notebook notebook;
        try {
            notebook = read(submission);
            if (lesson.isEmpty()) {
                throw new UserError("no lesson has its cells");
            }
        } catch (UserError why) {
            return new Graded(submission.student(), assignment, String.valueOf(why.getMessage()), key,
                    lesson.map(found -> new Marking(found).nothing()).orElse(List.of()), List.of(),
                    Map.of());
        }
        return grade(submission, lesson.get(), notebook, key);
    }

    private Graded grade(Submission submission, Lesson lesson, Notebook notebook, String key) throws IOException {
        List<Step> steps = Assembly.steps(lesson, notebook);
        Path work = Files.createTempDirectory(folder, "work");
        try {
            SubmissionRun run = new SubmissionRun(steps, ReservedNames.of(lesson),
                    job -> GradingChild.start(job, sandbox, work, options.heapMegabytes()), options);
            Map<Integer, List<GradingChild.End>> ends = run.run();
            Marking marking = new Marking(lesson);
            Map<String, CellMark> marks = new LinkedHashMap<>();
            Map<String, String> notes = new LinkedHashMap<>();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                List<GradingChild.End> its = ends.getOrDefault(i, List.of());
                if (step.isTest()) {
                    marks.put(step.id(), marking.mark(step, its));
                } else if (step.isOwn()) {
                    String note = run.refusal(i) + Marking.note(its);
                    notes.merge(step.id(), note, (a, b) -> a.isEmpty() ? b : a);
                }
            }
            notes.values().removeIf(String::isEmpty);
            List<CellMark> all = marking.nothing().stream().map(none -> marks.getOrDefault(none.gradeId(), none))
                    .toList();
            List<PoolValue> pooled = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).isPool()) {
                    pooled.add(PoolValue.of(steps.get(i), all, ends.getOrDefault(i, List.of())));
                }
            }
            return new Graded(submission.student(), lesson.name(), Graded.GRADED, key, all, pooled, notes);
        } finally {
            delete(work);
        }
    }

    @Override
    public void close() {
        delete(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this JVM is going down, and the hook deletes what is left
        }
    }

    /** Deletes what can be deleted; links are not followed. */
    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // a folder of the system's temporary files that a submission has locked is left to the system
        }
    }
}
