package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import matterbook.core.Launcher;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.LessonSource;
import matterbook.course.Lessons;
import matterbook.course.Weaver;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.run.NotebookRunner;
import matterbook.notebook.run.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook run}: executes lessons and notebooks and makes pages of them. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs lessons, or any Java notebook, and writes executed notebooks and pages.")
final class RunCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "LESSON|FILE.ipynb", description = "02, 02-markov-chains, markov, or a notebook's file; all lessons if none is given.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/lessons", description = "Where the notebooks and pages go (${DEFAULT-VALUE}).")
    private Path out = Path.of("target/lessons");

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120", description = "The longest a cell may take (${DEFAULT-VALUE}).")
    private double timeout;

    @Option(names = "--keep-going", description = "Runs the cells after one that failed too.")
    private boolean keepGoing;

    @Option(names = "--solutions", description = "Runs the lessons' solutions instead of their lectures.")
    private boolean solutions;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    /** One notebook to run: the name of what is written, where its code works, and itself. */
    record Job(String name, Path folder, Notebook notebook) {}

    @Override
    public Integer call() throws IOException {
        try (StopOnSignal _ = new StopOnSignal()) {
            return run(jobs());
        }
    }

    private int run(List<Job> jobs) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter standardOut = Objects.requireNonNull(spec).commandLine().getOut();
        int finished = 0;
        try (OutFolder folder = OutFolder.lock(out)) {
            ProgressLine progress = ProgressLine.to(err);
            LessonPages pages = new LessonPages(folder.path(), jobs.stream().map(Job::name).toList(),
                    Lessons.bundledSources());
            RunReport report = new RunReport(folder.path().resolve(LessonPages.INDEX + LessonPages.PAGE));
            for (Job job : jobs) {
                RunOptions options = RunOptions.of(Duration.ofNanos((long) Math.ceil(timeout * 1e9)), job.folder());
                var run = NotebookRunner.run(job.notebook(), keepGoing ? options.goingOn() : options,
                        new RunProgress(job.name(), progress));
                progress.clear();
                pages.write(job.name(), run.notebook());
                report.add(job.name(), run);
                finished++;
                run.failures().forEach(failed -> err.println(FailedCell.text(job.name(), failed)));
            }
            pages.writeIndex();
            standardOut.println(json ? report.json() : report.table());
            return report.allPassed() ? 0 : 1;
        } catch (Stopped _) {
            err.println("matterbook: stopped" + (finished == 0
                    ? " before anything was finished"
                    : "; what was finished is in " + out));
            return STOPPED;
        }
    }

    private List<Job> jobs() throws IOException {
        if (!(timeout > 0 && timeout < 1e6)) {
            throw new UserError("--timeout needs seconds above 0, not " + timeout);
        }
        List<Job> jobs = new ArrayList<>();
        List<LessonSource> lessons = Lessons.bundledSources();
        if (targets.isEmpty()) {
            lessons.forEach(source -> jobs.add(job(source.lesson())));
        }
        for (String target : targets) {
            jobs.add(target.endsWith(".ipynb")
                    ? job(Path.of(target))
                    : job(lesson(target, lessons)));
        }
        if (jobs.isEmpty()) {
            throw new UserError("this build has no lessons; give a notebook: " + Launcher.command("run", "FILE.ipynb"));
        }
        return distinct(jobs);
    }

    private static Lesson lesson(String target, List<LessonSource> lessons) {
        try {
            return Lessons.sourceNamed(target, lessons).lesson();
        } catch (UserError none) {
            if (Files.isDirectory(Path.of(target))) {
                throw new UserError(target + " is a folder; name its notebooks, such as: "
                        + Launcher.command("run") + " " + Path.of(target).resolve("*.ipynb"), none);
            }
            throw none;
        }
    }

    /** A lesson's lecture, exercises and solutions have one file name: a name that is taken gets the folder's too. */
    private static List<Job> distinct(List<Job> jobs) {
        Set<String> taken = new HashSet<>(Set.of(LessonPages.INDEX));
        List<Job> named = new ArrayList<>();
        for (Job job : jobs) {
            String name = job.name();
            String longer = name + "-" + Objects.requireNonNullElse(job.folder().getFileName(), "notebook");
            for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = i == 1 ? longer : longer + "-" + i;
            }
            named.add(new Job(name, job.folder(), job.notebook()));
        }
        return named;
    }

    private Job job(Lesson lesson) {
        return solutions
                ? new Job(lesson.name() + LessonPages.SOLUTIONS, Path.of("").toAbsolutePath(), Weaver.solutions(lesson))
                : new Job(lesson.name(), Path.of("").toAbsolutePath(), Weaver.lecture(lesson));
    }

    private static Job job(Path file) throws IOException {
        Notebook notebook = NotebookReader.read(file);
        NotebookRunner.requireJava(notebook, file.toString());
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
        return new Job(name, Objects.requireNonNull(file.toAbsolutePath().getParent()), notebook);
    }
}
