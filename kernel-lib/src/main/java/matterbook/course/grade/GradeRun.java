package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.course.Lesson;
import org.jspecify.annotations.Nullable;

/** Grades a whole class. The marks depend on neither the order of the submissions nor the number of jobs. */
public final class GradeRun {
    private final List<Submission> submissions;
    private final Map<Submission, Lesson> lessons;
    private final ResultStore store;
    private final GradeOptions options;
    private final Listener listener;
    private int done;

    /** Told of the run's course, from any thread. */
    public interface Listener {
        /** Something that a person should know, in one line. */
        void note(String line);

        /**
         * A submission is done.
         *
         * @param again whether its marks are those of an earlier run
         */
        void graded(Graded graded, boolean again, int done, int total);
    }

    private GradeRun(List<Submission> submissions, Map<Submission, Lesson> lessons, ResultStore store,
            GradeOptions options, Listener listener) {
        this.submissions = submissions;
        this.lessons = lessons;
        this.store = store;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Grades what was not graded yet and writes all reports. Throws {@link Stopped} where {@link Stop} asks for it;
     * what was graded by then is kept in {@code out}.
     *
     * @param out receives grades.csv, cells.csv, pooled.csv, results.json, summary.html, feedback/ and results/
     */
    public static List<Graded> run(Path folder, Path out, List<Lesson> lessons, GradeOptions options,
            Listener listener) throws IOException {
        Stop.clear();
        Submissions.Found found = Submissions.in(folder);
        found.notes().forEach(listener::note);
        GradeRun run = new GradeRun(found.submissions(), new LessonMatch(lessons).of(found.submissions()),
                new ResultStore(out.resolve("results")), options, listener);
        List<Graded> graded = run.gradeOrStop();
        new GradeBook(out, lessons).write(found.submissions(), graded);
        return graded;
    }

    /** When this JVM is told to end, children and their folder are taken away: what fails then has been stopped. */
    private List<Graded> gradeOrStop() throws IOException {
        try {
            return grade();
        } catch (IOException | RuntimeException failure) {
            Stop.check();
            throw failure;
        }
    }

    private List<Graded> grade() throws IOException {
        try (Grader grader = Grader.open(options)) {
            if (!grader.note().isEmpty()) {
                listener.note(grader.note());
            }
            Map<Submission, Graded> before = before(grader);
            grader.expect(submissions.size() - before.size());
            try (ExecutorService workers = Executors.newFixedThreadPool(options.jobs())) {
                List<Future<Graded>> results = submissions.stream()
                        .map(one -> workers.submit(() -> grade(one, before.get(one), grader))).toList();
                try {
                    return collect(results);
                } finally {
                    workers.shutdownNow();
                }
            }
        }
    }

    /** What earlier runs have graded and this one is not asked to grade again. */
    private Map<Submission, Graded> before(Grader grader) throws IOException {
        Map<Submission, Graded> before = new HashMap<>();
        for (Submission submission : submissions) {
            Stop.check();
            store.load(submission, grader.key(submission, lesson(submission)))
                    .filter(graded -> graded.cells().stream().noneMatch(cell -> options.regrade(cell.outcome())))
                    .ifPresent(graded -> before.put(submission, graded));
        }
        return before;
    }

    private Optional<Lesson> lesson(Submission submission) {
        return Optional.ofNullable(lessons.get(submission));
    }

    private Graded grade(Submission submission, @Nullable Graded before, Grader grader) throws IOException {
        Stop.check();
        Graded graded = before != null ? before : grader.grade(submission, lesson(submission));
        Stop.check();
        if (before == null) {
            store.save(submission, graded);
        }
        tell(graded, before != null);
        return graded;
    }

    private synchronized void tell(Graded graded, boolean again) {
        done++;
        listener.graded(graded, again, done, submissions.size());
    }

    /** In the order of the submissions; the first failure ends all. */
    private static List<Graded> collect(List<Future<Graded>> results) throws IOException {
        List<Graded> graded = new ArrayList<>();
        for (Future<Graded> result : results) {
            try {
                graded.add(result.get());
            } catch (InterruptedException _) {
                throw new Stopped();
            } catch (ExecutionException failure) {
                switch (failure.getCause()) {
                    case IOException cause -> throw cause;
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IllegalStateException(failure);
                }
            }
        }
        return graded;
    }
}
