package matterbook.course.grade;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.course.Weaver;

/**
 * From how a check ended to its points, by nbgrader's rules with one more: an error or anything on standard error
 * gives none, silence gives all, a number gives as many (0 to the maximum). A value that is no number, which
 * nbgrader takes for full marks, gives none.
 */
final class Marking {
    private static final String HIDDEN = "The open checks passed, a hidden one did not: the answer is right for the "
            + "examples but not in general.";

    private static final String PARTIAL = "The check gave part of the points; what is hidden in it counts too.";

    private final Lesson lesson;

    Marking(Lesson lesson) {
        this.lesson = lesson;
    }

    /**
     * The mark of a check whose parts ended so; none at all where it did not run.
     *
     * @param answerNote what became of its answer where that did not run to its end; otherwise empty
     */
    CellMark mark(Step test, List<GradingChild.End> ends, String answerNote) {
        for (int i = 0; i < ends.size(); i++) {
            Job.Reply reply = ends.get(i).reply();
            boolean hidden = test.parts().get(i).inside();
            if (reply == null) {
                return none(test, ends.get(i).death(), words(ends.get(i).death()));
            }
            if (reply.kind().equals("COMPILE_ERROR") && !answerNote.isEmpty()) {
                // what the check misses is a consequence; what is to be mended stands in the answer
                return none(test, Outcome.NOT_COMPILED, "In the answer: " + answerNote);
            }
            if (!reply.isDone()) {
                return failed(test, reply, hidden);
            }
            if (reply.error()) {
                return none(test, Outcome.STANDARD_ERROR, "A check must not print on standard error.");
            }
        }
        if (ends.size() < test.parts().size()) {
            return none(test, Outcome.NOT_RUN, words(Outcome.NOT_RUN));
        }
        return value(test, Objects.requireNonNull(ends.getLast().reply()));
    }

    /** The mark of a check whose answer has no cell: what it cannot compile is no fault of the check's. */
    static CellMark withoutAnswer(CellMark mark) {
        return mark.outcome() != Outcome.NOT_COMPILED
                ? mark
                : new CellMark(mark.gradeId(), mark.answer(), 0, mark.maxScore(), Outcome.UNANSWERED,
                        "The answer's cell, " + mark.answer() + ", is missing or empty: there is nothing to check.");
    }

    private CellMark value(Step test, Job.Reply reply) {
        if (reply.value().isEmpty()) {
            return new CellMark(test.id(), test.answer(), test.points(), test.points(), Outcome.PASSED, "");
        }
        double points = reply.number();
        if (!Double.isFinite(points)) {
            return none(test, Outcome.BAD_VALUE, "The check left a value that is no number of points.");
        }
        double score = Math.clamp(points, 0, test.points());
        boolean all = score == test.points();
        return new CellMark(test.id(), test.answer(), score, test.points(), all ? Outcome.PASSED : Outcome.PARTIAL,
                all ? "" : PARTIAL + hint(test));
    }

    private CellMark failed(Step test, Job.Reply reply, boolean hidden) {
        Outcome outcome = switch (reply.kind()) {
            case "COMPILE_ERROR" -> Outcome.NOT_COMPILED;
            case "INTERRUPTED" -> Outcome.TIMEOUT;
            case "EXIT" -> Outcome.ERROR;
            default -> isCheck(reply) ? hidden ? Outcome.FAILED_HIDDEN : Outcome.FAILED : Outcome.ERROR;
        };
        if (Weaver.STUB.contains("\"" + reply.message() + "\"")) {
            return none(test, Outcome.UNANSWERED, "");
        }
        if (hidden) {
            return none(test, outcome, HIDDEN + hint(test));
        }
        return none(test, outcome, outcome == Outcome.TIMEOUT
                ? words(outcome)
                : isCheck(reply) ? reply.message() : reply.name() + ": " + reply.message());
    }

    private String hint(Step test) {
        return hint(lesson, test.answer()).map(Marking::hintLine).orElse("");
    }

    /** The hint, as Markdown, that goes with the mark of a hidden check; empty where the answer has none. */
    static Optional<String> hint(Lesson lesson, String answer) {
        return lesson.with(Role.HINT, answer).stream().map(LessonCell::source).findFirst();
    }

    /** What a detail with this hint ends with. */
    static String hintLine(String hint) {
        return "\nHint: " + hint.replace('\n', ' ');
    }

    private static boolean isCheck(Job.Reply reply) {
        return reply.name().equals("CheckFailure") || reply.name().endsWith(".CheckFailure");
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case TIMEOUT -> "The check did not end in time: is there a loop that never ends?";
            case CRASHED -> "The answer ended the Java process. What was earned before it stays.";
            case TOO_LARGE -> "The answer used too much memory, or too many threads or processes.";
            default -> "The check was not run, because cells before it took all of the time or ended the Java "
                    + "process too often.";
        };
    }

    private static CellMark none(Step test, Outcome outcome, String detail) {
        return new CellMark(test.id(), test.answer(), 0, test.points(), outcome, detail);
    }

    /** What a learner is told of an own cell that did not run to its end; empty where it did. */
    static String note(List<GradingChild.End> ends) {
        for (GradingChild.End end : ends) {
            Job.Reply reply = end.reply();
            if (reply == null) {
                return "This cell " + end.death().words() + " and was left out.";
            }
            if (reply.kind().equals("COMPILE_ERROR")) {
                return reply.message();
            }
            if (reply.kind().equals("INTERRUPTED")) {
                return "This cell took too long and was stopped.";
            }
            if (!reply.isDone()) {
                // its message could carry what hidden checks have passed to the learner's code
                return "This cell stopped with " + reply.name() + ".";
            }
        }
        return "";
    }

    /** The marks of a lesson's checks where nothing could be run. */
    List<CellMark> nothing() {
        return lesson.with(Role.TEST).stream().map(cell -> new CellMark(cell.id(), cell.of(), 0, cell.points(),
                Outcome.NOT_RUN, "")).toList();
    }
}
