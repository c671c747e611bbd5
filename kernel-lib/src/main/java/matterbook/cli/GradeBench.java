package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.Lessons;
import matterbook.course.grade.GradeOptions;
import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;
import matterbook.course.grade.MadeUpClass;
import matterbook.kernel.Json;
import matterbook.notebook.file.Folders;
import matterbook.stats.Outliers;

/** Grades a class of made-up learners of one lesson, as {@code matterbook grade} does, and once more when all is done. */
final class GradeBench {
    static final int CLASS = 300;
    private static final String LESSON = "02";
    private static final long SEED = 300;

    private final int submissions;
    private final PrintWriter progress;

    GradeBench(int submissions, PrintWriter progress) {
        this.submissions = submissions;
        this.progress = progress;
    }

    Result run() throws IOException {
        Path folder = Files.createTempDirectory("matterbook-bench");
        try {
            List<Lesson> lessons = Lessons.bundled();
            Lesson lesson = Lessons.named(LESSON, lessons);
            MadeUpClass.write(lesson, submissions, Rng.seeded(SEED), folder.resolve("class"));
            return measure(lesson, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private Result measure(Lesson lesson, Path folder) throws IOException {
        Pace pace = new Pace(progress);
        Duration before = processorTime();
        long start = System.nanoTime();
        try (ProcessMeter meter = new ProcessMeter()) {
            List<Graded> graded = grade(lesson, folder, pace);
            double wall = KernelBench.seconds(start);
            double parent = processorTime().minus(before).toNanos() * 1e-9;
            if (graded.stream().anyMatch(one -> !one.isGraded())) {
                throw new UserError("the class could not be graded as a whole: " + graded.stream()
                        .filter(one -> !one.isGraded()).findFirst().map(Graded::status).orElse(""));
            }
            long again = System.nanoTime();
            grade(lesson, folder, new Pace(progress));
            return new Result(lesson.name(), submissions, GradeOptions.STANDARD.jobs(), wall,
                    Outliers.median(pace.seconds()), meter.processorSeconds(), parent, meter.peakMegabytes(),
                    ProcessMeter.megabytes(ProcessHandle.current().pid(), "VmHWM:"), KernelBench.seconds(again));
        }
    }

    private static List<Graded> grade(Lesson lesson, Path folder, Pace pace) throws IOException {
        return GradeRun.run(folder.resolve("class"), folder.resolve("out"), List.of(lesson), GradeOptions.STANDARD,
                pace);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How long a submission takes: the time from one result of a worker to its next. */
    private static final class Pace implements GradeRun.Listener {
        private final GradeProgress shown;
        private final Map<Thread, Long> last = new HashMap<>();
        private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();
        private final long start = System.nanoTime();

        Pace(PrintWriter progress) {
            shown = new GradeProgress(ProgressLine.to(progress), progress::println,
                    GradeOptions.STANDARD.jobs(), System::nanoTime);
        }

        @Override
        public void note(String line) {
            shown.note(line);
        }

        @Override
        public synchronized void graded(Graded graded, boolean again, int done, int total) {
            long now = System.nanoTime();
            Long before = last.put(Thread.currentThread(), now);
            seconds.add((now - (before == null ? start : before)) * 1e-9);
            shown.graded(graded, again, done, total);
        }

        double[] seconds() {
            return seconds.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * What was measured, in seconds and megabytes.
     *
     * @param wall from the start to the last report
     * @param median of one submission
     * @param children processor time of all child processes
     * @param parent processor time of the grader itself
     * @param resume the same command again, when all is graded
     */
    record Result(String lesson, int submissions, int jobs, double wall, double median, double children,
            double parent, double childMegabytes, double parentMegabytes, double resume) implements BenchResult {
        @Override
        public String json() {
            return Json.object("lesson", lesson, "submissions", submissions, "jobs", jobs, "machine",
                    BenchReport.machine(), "wall_s", wall, "median_s", median, "children_cpu_s", children,
                    "parent_cpu_s", parent, "child_peak_mb", childMegabytes, "parent_peak_mb", parentMegabytes,
                    "resume_s", resume).toString();
        }

        @Override
        public String title() {
            return "Grading";
        }

        @Override
        public String method() {
            return """
                    `./matterbook bench grade%s --write docs/benchmarks.md`: %d made-up submissions of %s's exercises, \
                    each answer right, wrong in one of the lesson's ways or left open, graded by %d jobs as `matterbook \
                    grade` does, start-up cache and reports included. Processes are looked at ten times a second. \
                    Target: 300 submissions in 600 s on two cores."""
                    .formatted(
                            submissions == CLASS ? "" : " --submissions " + submissions, submissions, lesson, jobs);
        }

        @Override
        public String findings() {
            return String.format(Locale.ROOT, """
                    | | |
                    |--|--|
                    | the whole class (s) | %.0f |
                    | one submission, median (s) | %.2f |
                    | processor time of all children (s) | %.0f |
                    | processor time of the grader (s) | %.1f |
                    | most memory of one child (MB) | %.0f |
                    | most memory of the grader (MB) | %.0f |
                    | the same command when all is graded (s) | %.1f |
                    """, wall, median, children, parent, childMegabytes, parentMegabytes, resume);
        }
    }
}
