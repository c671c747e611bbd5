package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.course.Lessons;
import matterbook.course.grade.GradeOptions;
import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;
import matterbook.course.grade.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook grade}: from a folder of submissions to marks, feedback pages and a summary. */
@Command(name = "grade", mixinStandardHelpOptions = true, description = "Grades submissions: a folder of notebooks, or nbgrader's submitted/<student>/<assignment>/. A run that was stopped goes on where it was.")
final class GradeCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUBMISSIONS", description = "The folder.")
    private Path submissions = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where grades.csv, cells.csv, pooled.csv, results.json, summary.html and feedback/ go.")
    private Path out = Path.of("");

    @Option(names = "--lessons", paramLabel = "DIR", description = "Lesson sources of your own, in place of the kit's.")
    private @Nullable Path sources;

    @Option(names = "--jobs", paramLabel = "N", description = "Submissions graded at once (as many as cores, but two at most).")
    private int jobs = GradeOptions.STANDARD.jobs();

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30", description = "The longest a cell may take (${DEFAULT-VALUE}).")
    private double timeout;

    @Option(names = "--heap", paramLabel = "MB", defaultValue = "512", description = "Memory of a submission's Java heap (${DEFAULT-VALUE}).")
    private int heap;

    @Option(names = "--regrade", paramLabel = "OUTCOME", split = ",", description = "Grades submissions again that an earlier run graded, where the column outcome of cells.csv has this: --regrade timeout.")
    private List<String> regrade = List.of();

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (StopOnSignal _ = new StopOnSignal()) {
            return grade(options());
        }
    }

    private int grade(GradeOptions options) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
        Lessons.Sound sound = Lessons.sound(sources == null ? Lessons.bundledSources() : Lessons.sourcesIn(sources));
        GradeFolders.require(submissions, out);
        sound.notes().forEach(note -> err.println("matterbook: " + note));
        ProgressLine line = ProgressLine.to(err);
        try (OutFolder folder = OutFolder.lock(out)) {
            line.show("preparing to grade " + submissions);
            List<Graded> graded = GradeRun.run(submissions, folder.path(), sound.lessons(), options,
                    new GradeProgress(line, err::println, options.jobs(), System::nanoTime));
            line.clear();
            standardOut.println(json
                    ? Files.readString(folder.path().resolve("results.json")).strip()
                    : table(graded));
            return graded.stream().anyMatch(Graded::isGraded) ? 0 : 1;
        } catch (Stopped _) {
            line.clear();
            err.println(GradeProgress.stopped(out));
            return STOPPED;
        }
    }

    private GradeOptions options() {
        if (!(timeout > 0 && timeout < 1e6)) {
            throw new UserError("--timeout needs seconds above 0, not " + timeout);
        }
        if (jobs < 1 || jobs > 64) {
            throw new UserError("--jobs needs a number from 1 to 64, not " + jobs);
        }
        if (heap < 64) {
            throw new UserError("--heap needs at least 64 MB, not " + heap);
        }
        return new GradeOptions(Duration.ofMillis(Math.round(timeout * 1000)), heap, jobs,
                regrade.stream().map(Outcome::ofCode).collect(Collectors.toSet()));
    }

    private String table(List<Graded> graded) {
        long marked = graded.stream().filter(Graded::isGraded).count();
        String rest = marked == graded.size()
                ? ""
                : (marked == 0 ? "" : "; the others could not be") + ": see the column status";
        return String.format(Locale.ROOT, "%d of %d submissions graded%s%ngrades     %s%nfeedback   %s%nsummary    %s",
                marked, graded.size(), rest, out.resolve("grades.csv"), out.resolve("feedback"),
                out.resolve("summary.html"));
    }
}
