package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.course.Lesson;

/** Grades a whole class. The marks depend on neither the order of the submissions nor the number of jobs. */
public final class GradeRun {
    private final List<Submission> submissions;
    private final Map<Submission, Optional<Lesson>> lessons = new ConcurrentHashMap<>();
    private final ResultStore store;
    private final GradeOptions options;
    private final Listener listener;

    /** Told of the run's course, from any thread. */
    public interface Listener {
        /** Something that a person should know, in one line. */
        void note(String line);

        /** A submission is done. */
        void graded(Graded graded, boolean again, int done, int total);
    }

    private GradeRun(List<Submission> submissions, ResultStore store, GradeOptions options, Listener listener) {
        this.submissions = submissions;
        this.store = store;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Grades what was not graded yet and writes all reports.
     *
     * @param out receives grades.csv, cells.csv, pooled.csv, results.json, summary.html, feedback/ and results/
     */
    public static List<Graded> run(Path folder, Path out, List<Lesson> lessons, GradeOptions options,
            Listener listener) throws IOException {
        Stop.clear();
        Submissions.Found found = Submissions.in(folder);
        found.ignored().forEach(file -> listener.note("not a notebook, left aside: " + file));
        GradeRun run = new GradeRun(found.submissions(), new ResultStore(out.resolve("results")), options, listener);
        run.match(lessons.stream().filter(Lesson::hasExercises).toList());
        List<Graded> graded = run.grade();
        new GradeBook(out, lessons).write(found.submissions(), graded);
        return graded;
    }

    /** Files that tell nothing of their lesson are of the one that all others of their assignment are of. */
    private void match(List<Lesson> known) throws IOException {
        Map<String, Set<Lesson>> others = new HashMap<>();
        for (Submission submission : submissions) {
            Optional<Lesson> lesson = match(submission, known);
            lessons.put(submission, lesson);
            Set<Lesson> found = others.computeIfAbsent(submission.assignment(), name -> new HashSet<>());
            lesson.ifPresent(found::add);
        }
        lessons.replaceAll((submission, lesson) -> {
            Set<Lesson> found = others.getOrDefault(submission.assignment(), Set.of());
            return lesson.isEmpty() && found.size() == 1 ? found.stream().findFirst() : lesson;
        });
    }

    private static Optional<Lesson> match(Submission submission, List<Lesson> known) throws IOException {
        Optional<Lesson> byName = Grader.lesson(submission, known);
        try {
            return Grader.lesson(Grader.read(submission), known).or(() -> byName);
        } catch (UserError _) {
            return byName;
        }
    }

    private List<Graded> grade() throws IOException {
        try (Grader grader = Grader.open(options);
                ExecutorService workers = Executors.newFixedThreadPool(options.jobs())) {
            if (!grader.note().isEmpty()) {
                listener.note(grader.note());
            }
            List<Future<Graded>> results = new ArrayList<>();
            int[] done = {0};
            for (Submission submission : submissions) {
                results.add(workers.submit(() -> grade(submission, grader, done)));
            }
            try {
                return collect(results);
            } finally {
                workers.shutdownNow();
            }
        }
    }

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
                    case null, default -> throw new IllegalStateException(failure);
                }
            }
        }
        return graded;
    }

    private Graded grade(Submission submission, Grader grader, int[] done) throws IOException {
        Stop.check();
        Optional<Lesson> lesson = lessons.getOrDefault(submission, Optional.empty());
        Optional<Graded> before = store.load(submission, grader.key(submission, lesson));
        Graded graded = before.isPresent() ? before.get() : grader.grade(submission, lesson);
        Stop.check();
        if (before.isEmpty()) {
            store.save(submission, graded);
        }
        synchronized (done) {
            done[0]++;
            listener.graded(graded, before.isPresent(), done[0], submissions.size());
        }
        return graded;
    }
}
