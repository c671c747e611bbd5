package matterbook.course.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.notebook.file.Folders;
import matterbook.notebook.file.Notebook;

/** Grades submissions one by one. Its folder holds the children's jars and working folders and goes when it closes. */
final class Grader implements AutoCloseable {
    private static final String NO_LESSON = "no lesson has its cells; if another program gave them new ids, hand the "
            + "exercise out again; a lesson of your own needs --lessons";

    private final GradeOptions options;
    private final Path folder;
    private final Children children;
    private final String kit;
    private final Thread hook;

    private Grader(GradeOptions options, Path folder, Children children, String kit) {
        this.options = options;
        this.folder = folder;
        this.children = children;
        this.kit = kit;
        hook = new Thread(() -> {
            Stop.request();
            delete(folder);
        }, "delete grading folder");
    }

    static Grader open(GradeOptions options) throws IOException {
        Path folder = Files.createTempDirectory("matterbook-grade").toRealPath();
        try {
            Children children = Children.in(folder, options.heapMegabytes());
            Grader grader = new Grader(options, folder, children,
                    Hash.of(children.hash() + options.cellBudget() + options.heapMegabytes()));
            Runtime.getRuntime().addShutdownHook(grader.hook);
            return grader;
        } catch (IllegalStateException _) {
            // this JVM is ending by now
            delete(folder);
            throw new Stopped();
        } catch (IOException | RuntimeException failure) {
            delete(folder);
            throw failure;
        }
    }

    /** What the teacher should know of the sandbox; empty where it is closed. */
    String note() {
        return children.note();
    }

    /** Called before the first submission where there are many. */
    void expect(int submissions) throws IOException {
        if (submissions >= Children.CACHE_PAYS) {
            children.makeCache();
        }
    }

    /** The hash of all that the marks of a submission depend on. */
    String key(Submission submission, Optional<Lesson> lesson) {
        return Hash.of(SubmissionReader.hash(submission) + lesson.map(Lesson::toString).orElse("") + kit);
    }

    /** Runs a submission; one that cannot be run gets a status that says why, and no points. */
    Graded grade(Submission submission, Optional<Lesson> lesson) throws IOException {
        String key = key(submission, lesson);
        String assignment = lesson.map(Lesson::name).orElse(submission.assignment());
        Notebook notebook;
        try {
            notebook = SubmissionReader.read(submission);
            if (lesson.isEmpty()) {
                throw new UserError(NO_LESSON);
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
                    (job, quick) -> children.start(job, work, quick), options);
            Map<Integer, List<GradingChild.End>> ends = run.run();
            Map<String, String> notes = notes(steps, ends, run);
            List<CellMark> marks = marks(lesson, steps, ends, notes);
            return new Graded(submission.student(), lesson.name(), Graded.GRADED, key, marks,
                    PoolValue.all(steps, marks, ends), notes);
        } finally {
            delete(work);
        }
    }

    /** A mark for each check of the lesson, in its order. */
    private static List<CellMark> marks(Lesson lesson, List<Step> steps, Map<Integer, List<GradingChild.End>> ends,
            Map<String, String> notes) {
        Marking marking = new Marking(lesson);
        Map<String, CellMark> marks = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step test = steps.get(i);
            if (test.isTest()) {
                CellMark mark = marking.mark(test, ends.getOrDefault(i, List.of()),
                        notes.getOrDefault(test.answer(), ""));
                boolean answered = steps.stream().anyMatch(step -> step.id().equals(test.answer()));
                marks.put(test.id(), answered ? mark : Marking.withoutAnswer(mark));
            }
        }
        return marking.nothing().stream().map(none -> marks.getOrDefault(none.gradeId(), none)).toList();
    }

    /** What became of the learner's own cells that did not run to their end. */
    private static Map<String, String> notes(List<Step> steps, Map<Integer, List<GradingChild.End>> ends,
            SubmissionRun run) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isOwn()) {
                String note = run.refusal(i) + Marking.note(ends.getOrDefault(i, List.of()));
                notes.merge(steps.get(i).id(), note, (a, b) -> a.isEmpty() ? b : a);
            }
        }
        notes.values().removeIf(String::isEmpty);
        return notes;
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

    /** Deletes what can be deleted. */
    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException | UncheckedIOException _) {
            // a folder of the system's temporary files that a submission has locked is left to the system
        }
    }
}
