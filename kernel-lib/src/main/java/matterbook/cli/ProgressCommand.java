package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.core.Launcher;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.course.Lessons;
import matterbook.course.grade.GradeOptions;
import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;
import matterbook.course.learn.LessonProgress;
import matterbook.course.learn.OwnWork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook progress}: which answers of one's own exercises pass. */
@Command(name = "progress", mixinStandardHelpOptions = true, description = "Runs your exercises and shows which answers pass, and which comes next.")
final class ProgressCommand implements Callable<Integer> {
    private static final int STOPPED = 130;
    private static final Path EXERCISES = Path.of("exercises");
    private static final int HEAP_MEGABYTES = 512;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER|FILE.ipynb", description = "Your notebooks; exercises/ if none is given.")
    private List<Path> targets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/progress", description = "Where the feedback pages go, and what is kept so that a notebook that has not changed need not run again (${DEFAULT-VALUE}).")
    private Path out = Path.of("target/progress");

    @Option(names = "--lessons", paramLabel = "DIR", description = "Lesson sources of your own, in place of the kit's.")
    private @Nullable Path sources;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30", description = "The longest a cell may take (${DEFAULT-VALUE}).")
    private double timeout;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!(timeout > 0 && timeout < 1e6)) {
            throw new UserError("--timeout needs seconds above 0, not " + timeout);
        }
        try (StopOnSignal _ = new StopOnSignal()) {
            return grade(targets.isEmpty() ? List.of(exercises()) : targets);
        }
    }

    private int grade(List<Path> notebooks) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
        Lessons.Sound sound = Lessons.sound(sources == null ? Lessons.bundledSources() : Lessons.sourcesIn(sources));
        sound.notes().forEach(note -> err.println("matterbook: " + note));
        ProgressLine line = ProgressLine.to(err);
        try (OutFolder folder = OutFolder.lock(out)) {
            GradeOptions options = new GradeOptions(Duration.ofMillis(Math.round(timeout * 1000)), HEAP_MEGABYTES, 1,
                    Set.of());
            List<OwnWork.Report> reports = OwnWork.of(notebooks, folder.path(), sound.lessons(), options,
                    new OwnListener(new GradeProgress(line, err::println, 1, System::nanoTime)));
            line.clear();
            standardOut.println(json ? json(reports) : table(reports));
            return reports.stream().allMatch(report -> report.progress().isPresent()) ? 0 : 1;
        } catch (Stopped _) {
            line.clear();
            err.println(GradeProgress.stopped(out));
            return STOPPED;
        }
    }

    private static Path exercises() {
        if (!Files.isDirectory(EXERCISES)) {
            throw new UserError("no folder exercises here; name your notebooks, such as: "
                    + Launcher.command("progress", "homework"));
        }
        return EXERCISES;
    }

    /** What a teacher must know of the sandbox is no news to those who run their own code. */
    private record OwnListener(GradeProgress progress) implements GradeRun.Listener {
        @Override
        public void note(String line) {}

        @Override
        public void graded(Graded graded, boolean again, int done, int total) {
            progress.graded(graded, again, done, total);
        }
    }

    private String table(List<OwnWork.Report> reports) {
        int width = Math.max(6, reports.stream().mapToInt(one -> name(one).length()).max().orElse(0));
        String row = "%-" + width + "s  %-8s  %-9s  %s%n";
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n" + row, "lesson", "answers", "points", "next"));
        List<String> reasons = new ArrayList<>();
        for (OwnWork.Report report : reports) {
            if (report.progress().isEmpty()) {
                table.append(String.format(Locale.ROOT, row, name(report), "-", "-", report.status()));
                continue;
            }
            LessonProgress progress = report.progress().orElseThrow();
            table.append(String.format(Locale.ROOT, row, name(report),
                    progress.passed() + " of " + progress.answers().size(), LessonProgress.number(progress.points())
                            + " of " + LessonProgress.number(progress.maxPoints()),
                    progress.next().map(LessonProgress.Answer::name).orElse("all done")));
            progress.answers().stream().filter(answer -> !answer.detail().isEmpty())
                    .forEach(answer -> reasons.add(progress.lesson() + ", " + answer.name() + ": " + answer.detail()));
        }
        reasons.forEach(reason -> table.append(System.lineSeparator()).append(reason));
        return table + (reasons.isEmpty() ? "" : System.lineSeparator()) + System.lineSeparator() + "Feedback: "
                + out.resolve("feedback");
    }

    private static String name(OwnWork.Report report) {
        return report.progress().map(LessonProgress::lesson).orElse(report.file().toString());
    }

    private static String json(List<OwnWork.Report> reports) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(Map.of("lessons", reports.stream().map(ProgressCommand::json).toList()));
    }

    private static Map<String, Object> json(OwnWork.Report report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", report.file().toString());
        entry.put("status", report.status());
        report.progress().ifPresent(progress -> {
            entry.put("lesson", progress.lesson());
            entry.put("answers_passed", progress.passed());
            entry.put("answers", progress.answers().size());
            entry.put("points", progress.points());
            entry.put("max_points", progress.maxPoints());
            progress.next().ifPresent(next -> entry.put("next", next.name()));
            entry.put("by_answer", progress.answers().stream().map(ProgressCommand::json).toList());
        });
        return entry;
    }

    private static Map<String, Object> json(LessonProgress.Answer answer) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", answer.name());
        entry.put("passed", answer.state() == LessonProgress.State.PASSED);
        entry.put("points", answer.points());
        entry.put("max_points", answer.maxPoints());
        entry.put("detail", answer.detail());
        return entry;
    }
}
