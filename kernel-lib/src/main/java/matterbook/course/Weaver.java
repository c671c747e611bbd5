package matterbook.course;

import java.util.ArrayList;
import java.util.List;

import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;

/** Makes a lesson's three notebooks. The same lesson always gives the same notebooks, outputs aside. */
public final class Weaver {
    /** Stands in an exercise where the learner's code goes; it compiles in any method. */
    public static final String STUB = "throw new UnsupportedOperationException(\"YOUR CODE HERE\");";
    static final String TITLE_ID = "notebook-title";

    private Weaver() {}

    /** What is read and run in class. */
    public static Notebook lecture(Lesson lesson) {
        return Notebook
                .matterbook(lesson.cells().stream().filter(cell -> !cell.exercise()).map(Weaver::plain).toList());
    }

    /** What learners get: stubs instead of solutions, no hidden tests. */
    public static Notebook exercises(Lesson lesson) {
        List<Cell> cells = opening(lesson, "exercises", "Replace each `" + STUB
                + "` with your answer, then run the check below it. A check that says nothing is passed; `progress()` in "
                + "a cell of your own shows how far you are.");
        lesson.cells().stream().filter(cell -> published(lesson, cell)).map(Weaver::stub)
                .map(cell -> graded(lesson, cell)).forEach(cells::add);
        return Notebook.matterbook(cells);
    }

    /** Answers and all tests, with nbgrader's markers, so that it is nbgrader's source notebook too. */
    public static Notebook solutions(Lesson lesson) {
        List<Cell> cells = opening(lesson, "solutions", "One way to answer each exercise, with all checks.");
        lesson.cells().stream().filter(cell -> published(lesson, cell)).map(cell -> graded(lesson, cell))
                .forEach(cells::add);
        return Notebook.matterbook(cells);
    }

    private static List<Cell> opening(Lesson lesson, String kind, String explanation) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.markdown(TITLE_ID, "# " + lesson.title() + ": " + kind + "\n\n" + explanation));
        lesson.with(Role.SETUP).stream().map(cell -> graded(lesson, cell)).forEach(cells::add);
        return cells;
    }

    /** Of the hints of an answer only the first has a place in the notebook: a line that says how to get them. */
    private static boolean published(Lesson lesson, LessonCell cell) {
        boolean later = cell.role() == Role.HINT && !lesson.with(Role.HINT, cell.of()).getFirst().equals(cell);
        return cell.exercise() && cell.role() != Role.WRONG && !later;
    }

    private static LessonCell stub(LessonCell cell) {
        return switch (cell.role()) {
            case ANSWER -> cell.withSource(Regions.SOLUTION.replace(cell.source(), STUB));
            case TEST -> cell.withSource(Regions.HIDDEN_TESTS.replace(cell.source(), ""));
            case NONE, SETUP, WRONG, POOL, HINT -> cell;
        };
    }

    private static Cell graded(Lesson lesson, LessonCell cell) {
        return switch (cell.role()) {
            case ANSWER -> NbGrader.ANSWER.mark(plain(cell));
            case TEST -> NbGrader.test(cell.points()).mark(plain(cell));
            case SETUP, POOL -> NbGrader.READ_ONLY.mark(plain(cell));
            case HINT -> Cell.markdown(cell.id(), wayToHints(lesson, cell));
            case NONE, WRONG -> plain(cell);
        };
    }

    private static String wayToHints(Lesson lesson, LessonCell hint) {
        String answer = lesson.with(Role.ANSWER).stream().filter(cell -> cell.id().equals(hint.of())).findFirst()
                .map(cell -> AnswerNames.of(lesson, cell)).orElse(hint.of());
        int hints = lesson.with(Role.HINT, hint.of()).size();
        return "*Stuck?* Run `hint(\"" + answer + "\")` in a cell of your own: "
                + (hints == 1 ? "there is one hint." : "there are " + hints + " hints, one at a time.");
    }

    private static Cell plain(LessonCell cell) {
        return cell.markdown() ? Cell.markdown(cell.id(), cell.source()) : Cell.code(cell.id(), cell.source());
    }
}
