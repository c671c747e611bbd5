package matterbook.course;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.core.Launcher;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.run.CellRun;
import matterbook.notebook.run.CellSession;
import matterbook.notebook.run.NotebookRun;
import matterbook.notebook.run.NotebookRunner;
import matterbook.notebook.run.RunOptions;

/**
 * Proves that a lesson works: its lecture and solutions run clean, its committed files are as woven, its checks
 * fail on every stub, pass on the solution and reject every wrong answer. All in one child JVM with a fresh
 * evaluator for each part.
 */
public final class LessonCheck implements AutoCloseable {
    /** The most processor time that all parts of a lesson together may take. */
    public static final Duration BUDGET = Duration.ofSeconds(40);
    /** The class by which a check says that an answer is wrong: matterbook.check.CheckFailure. */
    private static final String REJECTION = "CheckFailure";
    /** How a matterbook.stats.Replicate prints. */
    private static final String REPLICATE = "Replicate[seed=";
    private static final Duration CELL_BUDGET = Duration.ofSeconds(60);

    private final Lesson lesson;
    private final WovenFiles files;
    private final RunOptions options;
    private final List<String> problems = new ArrayList<>();
    private CellSession session;
    private Duration spent = Duration.ZERO;

    private LessonCheck(Lesson lesson, WovenFiles files) throws IOException {
        this.lesson = lesson;
        this.files = files;
        options = RunOptions.of(CELL_BUDGET, files.sources());
        session = CellSession.start(options);
    }

    /**
     * Everything that is wrong with a lesson, one line each; empty where nothing is.
     *
     * @param processorBudget the most processor time that all parts together may take, which unlike time on the
     *            clock is the same on a busy machine
     */
    public static List<String> problems(Lesson lesson, WovenFiles files, Duration processorBudget)
            throws IOException {
        try (LessonCheck check = new LessonCheck(lesson, files)) {
            check.all(processorBudget);
            return List.copyOf(check.problems);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private void all(Duration budget) throws IOException {
        files.differences(lesson)
                .forEach(line -> problems.add(line + ": run " + Launcher.command("weave", lesson.name())));
        lecture();
        if (lesson.hasExercises()) {
            // a lecture has long loops, exercises have many short cells
            replace(options.quickly());
            Set<String> failed = solutions();
            stubs();
            for (LessonCell wrong : lesson.with(Role.WRONG)) {
                if (!hangsOn(wrong, failed)) {
                    wrong(wrong);
                }
            }
        }
        spent = spent.plus(session.processorTime());
        if (spent.compareTo(budget) > 0) {
            problems.add(String.format(Locale.ROOT, "%s: the checks took %.0f s of processor time; the budget is %d s",
                    lesson.name(), spent.toMillis() / 1000.0, budget.toSeconds()));
        }
    }

    private void lecture() throws IOException {
        NotebookRun run = NotebookRunner.run(Weaver.lecture(lesson), options, session, NotebookRunner.Listener.SILENT);
        clean("lecture", run);
        if (run.failure().isEmpty()) {
            CommittedOutputs.differences(files.lecture(lesson), run.notebook())
                    .forEach(line -> problems.add(lesson.name() + ": " + line));
        }
    }

    /** The ids of the cells that failed. */
    private Set<String> solutions() throws IOException {
        NotebookRun run = NotebookRunner.run(Weaver.solutions(lesson), options, fresh(),
                NotebookRunner.Listener.SILENT);
        clean("solutions", run);
        for (CellRun cell : run.cells()) {
            solution(cell);
        }
        return run.cells().stream().filter(CellRun::failed).map(cell -> cell.cell().id()).collect(Collectors.toSet());
    }

    /** Whether the cells that run before the checks of a wrong answer, or these checks, fail without it. */
    private boolean hangsOn(LessonCell wrong, Set<String> failed) {
        Stream<LessonCell> before = Stream.concat(lesson.with(Role.SETUP).stream(), lesson.with(Role.ANSWER).stream()
                .takeWhile(answer -> !answer.id().equals(wrong.of())));
        return failed.contains(wrong.of())
                || Stream.concat(before, lesson.with(Role.TEST, wrong.of()).stream())
                        .anyMatch(cell -> failed.contains(cell.id()));
    }

    private void solution(CellRun cell) {
        for (LessonCell source : lesson.cells()) {
            if (cell.failed() || !source.id().equals(cell.cell().id())) {
                continue;
            }
            if (source.role() == Role.TEST && points(source, cell) != source.points()) {
                problem("solutions", cell, "a graded cell leaves no value, or for the solution all of its points: "
                        + "end it with a semicolon");
            }
            if (source.role() == Role.POOL && !text(cell).startsWith(REPLICATE)) {
                problem("solutions", cell, "a pool leaves a replicate: end it with new Replicate(seed, value)");
            }
        }
    }

    /**
     * What nbgrader gives a graded cell: none for an error, a number above 0 as it is, all for no value and for a 0.
     * A value that is no number has no place in a graded cell.
     */
    private static double points(LessonCell test, CellRun run) {
        if (run.failed()) {
            return 0;
        }
        String text = text(run);
        if (!text.matches("\\d+(\\.\\d+)?")) {
            return run.value().isEmpty() ? test.points() : Double.NaN;
        }
        double number = Double.parseDouble(text);
        return number > 0 ? number : test.points();
    }

    private static String text(CellRun run) {
        return run.value().map(value -> String.valueOf(value.data().get("text/plain"))).orElse("");
    }

    private void stubs() throws IOException {
        Notebook exercises = Weaver.exercises(lesson);
        for (CellRun cell : NotebookRunner.run(exercises, options.goingOn(), fresh(), NotebookRunner.Listener.SILENT)
                .cells()) {
            if (isTest(cell.cell()) && !cell.failed()) {
                problem("exercises", cell, "the check passes on the untouched stub");
            } else if (isAnswer(cell.cell()) && isCompileError(cell)) {
                problem("exercises", cell, "the stub does not compile: " + message(cell));
            }
        }
    }

    /**
     * A fresh evaluator with set-up, the answers before this wrong one and itself, then the checks of its answer alone:
     * what stands further down in the notebook has not run yet when they do.
     */
    private void wrong(LessonCell wrong) throws IOException {
        CellSession evaluator = fresh();
        List<LessonCell> given = new ArrayList<>(lesson.with(Role.SETUP));
        lesson.with(Role.ANSWER).stream().takeWhile(answer -> !answer.id().equals(wrong.of())).forEach(given::add);
        given.add(wrong);
        for (LessonCell cell : given) {
            CellRun run = run(cell, evaluator);
            if (run.failed()) {
                problem("wrong answer", run, (cell.equals(wrong)
                        ? "it does not run: "
                        : "fails before " + wrong.id()
                                + " is tried: ")
                        + message(run));
                return;
            }
        }
        List<String> failures = new ArrayList<>();
        for (LessonCell test : lesson.with(Role.TEST, wrong.of())) {
            CellRun run = evaluator.isAlive() ? run(test, evaluator) : null;
            if (run != null && (isRejection(run) || (!run.failed() && points(test, run) < test.points()))) {
                return;
            }
            if (run != null && run.failed()) {
                failures.add(Objects.requireNonNull(run.failure()).name());
            }
        }
        problems.add(place(wrong.id()) + ": wrong answer " + wrong.id() + ": " + (failures.isEmpty()
                ? "the checks of " + wrong.of() + " accept it"
                : "the checks of " + wrong.of() + " die of " + String.join(", ", failures)
                        + " instead of rejecting it"));
    }

    private CellRun run(LessonCell cell, CellSession evaluator) throws IOException {
        return evaluator.run(Cell.code(cell.id(), cell.source()), CELL_BUDGET);
    }

    private CellSession fresh() throws IOException {
        if (session.isAlive()) {
            session.reset();
        } else {
            replace(options.quickly());
        }
        return session;
    }

    private void replace(RunOptions next) throws IOException {
        spent = spent.plus(session.processorTime());
        session.close();
        session = CellSession.start(next);
    }

    private void clean(String part, NotebookRun run) {
        for (CellRun cell : run.cells()) {
            if (cell.failed()) {
                problem(part, cell, message(cell));
            }
            if (!cell.standardError().isEmpty()) {
                problem(part, cell,
                        "prints on standard error: " + cell.standardError().lines().findFirst().orElse(""));
            }
        }
    }

    private boolean isTest(Cell cell) {
        return lesson.with(Role.TEST).stream().anyMatch(test -> test.id().equals(cell.id()));
    }

    private boolean isAnswer(Cell cell) {
        return lesson.with(Role.ANSWER).stream().anyMatch(answer -> answer.id().equals(cell.id()));
    }

    private static boolean isCompileError(CellRun cell) {
        return cell.failure() != null && cell.failure().kind() == CellResult.Kind.COMPILE_ERROR;
    }

    private static boolean isRejection(CellRun cell) {
        return cell.failure() != null && cell.failure().name().replaceFirst(".*\\.", "").equals(REJECTION);
    }

    private static String message(CellRun cell) {
        CellResult.Failed failure = Objects.requireNonNull(cell.failure());
        return failure.name() + ": " + failure.message().lines().findFirst().orElse("");
    }

    private void problem(String part, CellRun cell, String message) {
        problems.add(place(cell.cell().id()) + ": " + part + ", cell " + cell.cell().id() + ": " + message);
    }

    /** Where the source has a cell, as the parser says it: {@code NN-topic.jsh:12}. */
    private String place(String id) {
        return lesson.cells().stream().filter(cell -> cell.id().equals(id)).findFirst()
                .map(cell -> lesson.name() + ".jsh:" + cell.line()).orElse(lesson.name());
    }
}
