package matterbook.course.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;

/**
 * Puts a submission together for grading: the teacher's cells come from the lesson, whatever became of them in the
 * submission, and all else is the learner's, in the learner's order. Set-up cells run first. A check stays where it
 * stands if that is below its answer; one that was deleted, or moved above its answer, comes back as late as the
 * order of the lesson allows. Points are the lesson's. What the class pools runs last, so that it disturbs no mark.
 */
final class Assembly {
    private final Lesson lesson;
    private final Map<String, LessonCell> known = new HashMap<>();
    private final List<String> order;
    /** The learner's cells and the checks that stayed, in the learner's order; prose too, as landmarks. */
    private final List<Placed> placed = new ArrayList<>();

    /** A cell of the submission: the lesson's id for it, empty for one of the learner's own. */
    private record Placed(String id, Cell cell) {}

    private Assembly(Lesson lesson) {
        this.lesson = lesson;
        lesson.cells().stream().filter(cell -> cell.role() == Role.SETUP || cell.exercise())
                .filter(cell -> cell.role() != Role.WRONG).forEach(cell -> known.put(cell.id(), cell));
        order = Weaver.exercises(lesson).cells().stream().map(Cell::id).toList();
    }

    /** All that runs, in order. */
    static List<Step> steps(Lesson lesson, Notebook submission) {
        Assembly assembly = new Assembly(lesson);
        assembly.place(submission);
        assembly.bringBack();
        return assembly.steps();
    }

    /** The id by which nbgrader knows a cell. */
    static Optional<String> gradeId(Cell cell) {
        return cell.metadata().get("nbgrader") instanceof Map<?, ?> nbgrader
                && nbgrader.get("grade_id") instanceof String id ? Optional.of(id) : Optional.empty();
    }

    private void place(Notebook submission) {
        Set<String> seen = new HashSet<>();
        for (Cell cell : submission.cells()) {
            String id = gradeId(cell).filter(known::containsKey)
                    .orElse(known.containsKey(cell.id()) ? cell.id() : "");
            Role role = role(id);
            boolean teachers = role == Role.TEST || role == Role.SETUP || role == Role.POOL;
            // a copy of a check is dropped; a copy of an answer is the learner's code like any other
            if (!teachers || (seen.add(id) && role == Role.TEST)) {
                placed.add(new Placed(id, cell));
            }
        }
    }

    private void bringBack() {
        placed.removeIf(one -> role(one.id()) == Role.TEST
                && place(answerOf(one.id())) > placed.indexOf(one));
        for (LessonCell test : lesson.with(Role.TEST)) {
            if (place(test.id()) < 0) {
                placed.add(Math.max(placeFor(test.id()), place(test.of()) + 1),
                        new Placed(test.id(), Cell.code(test.id(), test.source())));
            }
        }
    }

    /** In front of the first cell that the lesson has behind this one. */
    private int placeFor(String id) {
        Set<String> later = new HashSet<>(order.subList(order.indexOf(id) + 1, order.size()));
        for (int i = 0; i < placed.size(); i++) {
            if (later.contains(placed.get(i).id())) {
                return i;
            }
        }
        return placed.size();
    }

    /** Where the first cell with this id stands; -1 where none does. */
    private int place(String id) {
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private String answerOf(String test) {
        return lesson.with(Role.TEST).stream().filter(cell -> cell.id().equals(test)).map(LessonCell::of).findFirst()
                .orElse("");
    }

    private Role role(String id) {
        LessonCell cell = known.get(id);
        return cell == null ? Role.NONE : cell.role();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        lesson.with(Role.SETUP).forEach(cell -> steps.add(Step.setup(cell)));
        for (Placed one : placed) {
            Role role = role(one.id());
            LessonCell cell = known.get(one.id());
            if (role == Role.TEST && cell != null) {
                steps.add(Step.test(cell));
            } else if (role == Role.ANSWER || (one.id().isEmpty() && one.cell().isCode())
                    || (cell != null && role == Role.NONE && !cell.markdown())) {
                // an answer counts as code also where the learner turned its cell into prose
                if (!one.cell().source().isBlank()) {
                    steps.add(Step.own(one.id().isEmpty() ? one.cell().id() : one.id(), one.cell().source()));
                }
            }
        }
        lesson.with(Role.POOL).forEach(cell -> steps.add(Step.pool(cell)));
        return steps;
    }
}
