package matterbook.course;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the cells of a lesson source. */
final class LessonRules {
    private static final int LEAST_WRONG = 2;
    private static final Set<Role> OF_AN_ANSWER = EnumSet.of(Role.TEST, Role.POOL, Role.WRONG, Role.HINT);

    private final List<LessonCell> cells;
    private final Problem problem;

    /** Takes one problem: the line of the source and what is wrong. */
    @FunctionalInterface
    interface Problem {
        void at(int line, String message);
    }

    LessonRules(List<LessonCell> cells, Problem problem) {
        this.cells = withAnswersOfTests(cells);
        this.problem = problem;
    }

    /** Gives each test and each pool that names no answer the nearest answer above it. */
    static List<LessonCell> withAnswersOfTests(List<LessonCell> cells) {
        List<LessonCell> named = new ArrayList<>();
        String answer = "";
        for (LessonCell cell : cells) {
            answer = cell.role() == Role.ANSWER ? cell.id() : answer;
            boolean follows = cell.role() == Role.TEST || cell.role() == Role.POOL;
            named.add(follows && cell.of().isEmpty() ? cell.withOf(answer) : cell);
        }
        return named;
    }

    void check() {
        ids();
        for (LessonCell cell : cells) {
            place(cell);
            of(cell);
            Regions.SOLUTION.problems(cell.source()).forEach(found -> at(cell, found));
            Regions.HIDDEN_TESTS.problems(cell.source()).forEach(found -> at(cell, found));
            switch (cell.role()) {
                case ANSWER -> answer(cell);
                case SETUP, TEST, WRONG, POOL -> code(cell);
                case NONE, HINT -> {
                }
            }
        }
    }

    private void ids() {
        Map<String, Integer> lines = new HashMap<>();
        for (LessonCell cell : cells) {
            Integer first = cell.id().isEmpty() ? null : lines.putIfAbsent(cell.id(), cell.line());
            if (first != null) {
                at(cell, "the id \"" + cell.id() + "\" stands twice, first in line " + first);
            }
            if (cell.id().equals(Weaver.TITLE_ID)) {
                at(cell, "the id \"" + cell.id() + "\" is taken by the title of exercises and solutions");
            }
        }
    }

    private void place(LessonCell cell) {
        if (cell.exercise() && cell.role() == Role.SETUP) {
            at(cell, "a setup cell goes to all three notebooks: put it above // %% [exercises]");
        }
        if (!cell.exercise() && cell.role() != Role.SETUP && cell.role() != Role.NONE) {
            at(cell, "a cell with role=" + cell.role().word() + " belongs below // %% [exercises]");
        }
        if (Regions.SOLUTION.in(cell.source()) && cell.role() != Role.ANSWER) {
            at(cell, "only a cell with role=answer has // BEGIN SOLUTION");
        }
        if (Regions.HIDDEN_TESTS.in(cell.source()) && cell.role() != Role.TEST) {
            at(cell, "only a cell with role=test has // BEGIN HIDDEN TESTS");
        }
    }

    private void of(LessonCell cell) {
        boolean mayName = OF_AN_ANSWER.contains(cell.role());
        if (!mayName && !cell.of().isEmpty()) {
            at(cell, "only tests, pools, wrong answers and hints have of=");
        } else if (mayName && cell.of().isEmpty()) {
            at(cell, "a cell with role=" + cell.role().word() + " must name its answer: of=<id of the answer>");
        } else if (mayName && answers().stream().noneMatch(answer -> answer.id().equals(cell.of()))) {
            at(cell, "there is no answer \"" + cell.of() + "\"; the answers are "
                    + answers().stream().map(LessonCell::id).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void answer(LessonCell cell) {
        code(cell);
        if (!Regions.SOLUTION.in(cell.source())) {
            at(cell, "the solution of an answer stands between // BEGIN SOLUTION and // END SOLUTION");
        }
        long wrong = count(Role.WRONG, cell.id());
        if (wrong < LEAST_WRONG) {
            at(cell, "answer \"" + cell.id() + "\" has " + wrong + " wrong " + (wrong == 1 ? "answer" : "answers")
                    + "; it needs at least " + LEAST_WRONG + ": // %% id=... role=wrong of=" + cell.id());
        }
        if (count(Role.TEST, cell.id()) == 0) {
            at(cell, "answer \"" + cell.id() + "\" has no test: // %% id=... role=test points=1 below it");
        }
    }

    private void code(LessonCell cell) {
        if (cell.markdown()) {
            at(cell, "a cell with role=" + cell.role().word() + " is code: leave [markdown] out");
        }
    }

    private long count(Role role, String answer) {
        return cells.stream().filter(cell -> cell.role() == role && cell.of().equals(answer)).count();
    }

    private List<LessonCell> answers() {
        return cells.stream().filter(cell -> cell.role() == Role.ANSWER).toList();
    }

    private void at(LessonCell cell, String message) {
        problem.at(cell.line(), message);
    }
}
