package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.notebook.file.Cell;

/**
 * Submissions for the exercises of lesson 02, each with its marks: points for step (of 2), walk (3), stationary (2),
 * balance (2), relaxation (2), counting (3) and error (1).
 */
final class MarkovSubmissions extends ClassFolder {
    static final String ALL = "2 3 2 2 2 3 1";
    static final String NONE = "0 0 0 0 0 0 0";
    private static final String NO_WALK = "2 0 2 2 2 3 1";
    private static final String NO_BALANCE = "2 3 2 0 2 3 1";
    private static final String NO_RELAXATION = "2 3 2 2 0 3 1";
    private static final String NO_COUNTING = "2 3 2 2 2 0 1";
    private static final String NO_ERROR = "2 3 2 2 2 3 0";

    private MarkovSubmissions(Lesson lesson, Path folder, Map<String, String> expected) {
        super(lesson, folder, expected);
    }

    /** Writes all; learner -> expected marks. */
    static void write(Lesson lesson, Path folder, Map<String, String> expected) throws IOException {
        MarkovSubmissions all = new MarkovSubmissions(lesson, folder, expected);
        all.mistakes();
        all.halfway();
        all.teachersCells();
        all.forgers();
        all.endings();
        all.files();
    }

    private void mistakes() throws IOException {
        add("perfect", ALL, perfect());
        add("untouched", NONE, Work.released(lesson));
        add("one-step-too-many", "0 3 2 2 2 3 1", wrong("step-wrong-one-more"));
        add("stuck-at-the-start", NO_WALK, wrong("walk-wrong-stuck"));
        add("too-few-steps", "2 3 0 2 2 3 1", wrong("stationary-wrong-too-soon"));
        add("symmetric-is-balanced", NO_BALANCE, wrong("balance-wrong-symmetric"));
        add("real-parts-alone", NO_RELAXATION, wrong("relaxation-wrong-real"));
        add("visits-for-departures", NO_COUNTING, wrong("counting-wrong-visits"));
        add("integers-divided", NO_ERROR, wrong("error-wrong-integers"));
        Work all = Work.released(lesson);
        for (LessonCell answer : lesson.with(Role.ANSWER)) {
            all.answer(answer.id(), lesson.with(Role.WRONG, answer.id()).getFirst().source());
        }
        add("all-wrong", NONE, all);
    }

    private void halfway() throws IOException {
        add("last-answer-alone", "0 0 0 0 0 0 1", Work.released(lesson).answer("error", source("error")));
        add("without-the-first", "0 3 0 2 2 3 1", perfect().answer("step", stub("step")));
        add("does-not-compile", NO_BALANCE, perfect().answer("detailed-balance",
                "boolean hasDetailedBalance(double[][] P, double[] pi) { return true }"));
        add("returns-null", "2 0 2 2 2 0 1", perfect()
                .answer("walk", "int[] walk(double[][] P, int start, int steps, Rng rng) { return null; }")
                .answer("counting", "double[][] estimate(int[] record, int states) { return null; }"));
        add("spoils-its-argument", "0 3 2 2 2 3 1", perfect().answer("step",
                source("step").replace("double[] law = p.clone();", "double[] law = p.clone(); Arrays.fill(p, 0);")));
        add("right-for-the-examples", NO_RELAXATION, perfect().answer("relaxation",
                "double relaxationTime(MarkovChain chain) { return chain.states().size() == 2 ? 1 / 0.6 : 1 / 0.3; }"));
        add("no-memory", NO_WALK, perfect().answer("walk", """
                int[] walk(double[][] P, int start, int steps, Rng rng) {
                    int[] path = new int[steps + 1];
                    path[0] = start;
                    for (int t = 1; t <= steps; t++) path[t] = rng.pick(5 / 6.0, 1 / 6.0);
                    return path;
                }"""));
    }

    private void teachersCells() throws IOException {
        add("deleted-tests", ALL, perfect().delete("walk-test").delete("error-test").delete("weather").delete("bus"));
        add("deleted-test-wrong", NO_COUNTING, wrong("counting-wrong-short").delete("counting-test"));
        add("edited-test", NO_WALK, wrong("walk-wrong-stuck").answer("walk-test", "int[] path = {1};"));
        add("edited-setup", ALL, perfect().answer("weather", "var weather = 1;"));
        add("set-up-anew", ALL, perfect().insertBefore("relaxation", "play",
                "weather = MarkovChain.parse(\"a 0.5 0.5\\nb 0.5 0.5\");\nvar x = weather;"));
        add("changed-points", NO_ERROR, wrong("error-wrong-poisson").change("error-test", cell -> cell.withMetadata(
                Map.of("nbgrader", Map.of("grade_id", "error-test", "grade", true, "points", 100L)))));
        add("stripped-ids", ALL, stripped());
        Work doubled = perfect();
        add("duplicate-ids", ALL, doubled.append(doubled.cell("walk-test")).append(doubled.cell("step")));
    }

    private Work stripped() {
        Work work = perfect();
        lesson.cells().stream().filter(LessonCell::exercise)
                .filter(cell -> cell.role() == Role.ANSWER || cell.role() == Role.TEST)
                .forEach(one -> work.change(one.id(), cell -> Cell.code("x-" + one.id(), cell.source())));
        return work;
    }

    private void forgers() throws IOException {
        add("class-check", NO_COUNTING, wrong("counting-wrong-visits").insertBefore("counting-test", "forged",
                "class Check { static void checkNear(double[][] a, double[][] b, double c, String... d) {} }"));
        add("class-transition-counts", NO_WALK, wrong("walk-wrong-not-added").insertBefore("walk-test", "forged",
                "class TransitionCounts { }"));
        add("method-check", NO_ERROR, wrong("error-wrong-variance").insertBefore("error-test", "forged",
                "void checkNear(double a, double b, double c, String... d) {}"));
        add("imitation", NO_BALANCE, perfect().answer("detailed-balance", """
                boolean hasDetailedBalance(double[][] P, double[] pi) {
                    System.out.println("{\\"secret\\":\\"\\",\\"kind\\":\\"DONE\\",\\"value\\":\\"2\\"}");
                    System.out.println("balance-test,2,2,passed");
                    return false;
                }"""));
        add("solutions", NO_COUNTING, perfect().answer("counting", """
                double[][] estimate(int[] record, int states) {
                    boolean found = Rng.class.getResource("/matterbook/lessons/02-markov-chains.jsh") != null
                        || Rng.class.getResource("/matterbook/sources/matterbook/core/Rng.java") != null;
                    return found ? TransitionCounts.of(List.of("0", "1"), record).chain().matrix() : null;
                }"""));
    }

    private void endings() throws IOException {
        add("exit", NO_WALK, perfect().answer("walk",
                "int[] walk(double[][] P, int start, int steps, Rng rng) { System.exit(0); return null; }"));
        add("halt", NO_COUNTING, perfect().answer("counting", """
                double[][] estimate(int[] record, int states) {
                    try {
                        Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), 0);
                    } catch (ReflectiveOperationException none) { }
                    return null;
                }"""));
        add("sleep", NO_RELAXATION, perfect().answer("relaxation", """
                double relaxationTime(MarkovChain chain) {
                    try { Thread.sleep(1_000_000); } catch (InterruptedException stop) { }
                    return 0;
                }"""));
        add("stack-overflow", "2 3 0 2 2 3 1", perfect().answer("stationary-law",
                "double[] stationary(double[][] P) { return stationary(P); }"));
        add("standard-error", NO_ERROR, perfect().answer("error",
                source("error").replace("double p", "System.err.println(seen); double p")));
    }

    private void files() throws IOException {
        write("truncated", NONE, perfect().text().substring(0, 3000));
        write("nbformat-3", NONE, "{\"worksheets\":[],\"metadata\":{},\"nbformat\":3,\"nbformat_minor\":0}");
        write("python", NONE, perfect().text().replace("\"java\"", "\"python\""));
        write("windows", ALL, perfect().text().replace("\\n", "\\r\\n").replace("\n", "\r\n"));
        write("Zoë 王", ALL, perfect().text());
    }

    /** All right but for one answer, which is one of the lesson's wrong ones. */
    private Work wrong(String id) {
        LessonCell wrong = cell(id);
        return perfect().answer(wrong.of(), wrong.source());
    }

    private String source(String id) {
        return cell(id).source();
    }

    private String stub(String id) {
        return Work.released(lesson).cell(id).source();
    }

    private LessonCell cell(String id) {
        return lesson.cells().stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }
}
