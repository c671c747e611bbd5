package matterbook.course.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Weaver;
import matterbook.course.learn.LessonProgress.Check;
import matterbook.course.learn.LessonProgress.State;
import matterbook.notebook.eval.CellLog;
import matterbook.notebook.file.Cell;

/**
 * Knows the lesson that a session is about and what its checks have said so far, by the cells that ran: those of the
 * teacher are locked, so their text tells what they are in any front end.
 */
final class SessionChecks {
    private final List<Lesson> lessons;
    private final List<CellLog.Entry> ran;

    SessionChecks(List<Lesson> lessons, List<CellLog.Entry> ran) {
        this.lessons = lessons.stream().filter(Lesson::hasExercises).toList();
        this.ran = List.copyOf(ran);
    }

    /** The lesson whose cell ran last, among cells that one lesson alone has. */
    Optional<Lesson> lesson() {
        Map<String, Set<Lesson>> owners = new HashMap<>();
        for (Lesson lesson : lessons) {
            for (Cell cell : Weaver.exercises(lesson).cells()) {
                own(cell, lesson, owners);
            }
            Weaver.solutions(lesson).cells().forEach(cell -> own(cell, lesson, owners));
            Weaver.lecture(lesson).cells().forEach(cell -> own(cell, lesson, owners));
        }
        for (CellLog.Entry entry : ran.reversed()) {
            Set<Lesson> owner = owners.getOrDefault(entry.fingerprint(), Set.of());
            if (owner.size() == 1) {
                return owner.stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private static void own(Cell cell, Lesson lesson, Map<String, Set<Lesson>> owners) {
        if (cell.isCode()) {
            owners.computeIfAbsent(CellLog.fingerprint(cell.source()), print -> new HashSet<>()).add(lesson);
        }
    }

    /** What the checks of a lesson have said in this kernel: open ones, or all where its solutions are run. */
    LessonProgress progress(Lesson lesson) {
        Map<String, CellLog.Entry> done = new HashMap<>();
        ran.forEach(entry -> done.put(entry.fingerprint(), entry));
        Map<String, String> open = new HashMap<>();
        Weaver.exercises(lesson).cells().stream().filter(Cell::isCode)
                .forEach(cell -> open.put(cell.id(), CellLog.fingerprint(cell.source())));
        return LessonProgress.of(lesson, test -> check(test, done, open));
    }

    private static Check check(LessonCell test, Map<String, CellLog.Entry> done, Map<String, String> open) {
        CellLog.Entry entry = done.getOrDefault(CellLog.fingerprint(test.source()),
                done.get(open.getOrDefault(test.id(), "")));
        if (entry == null) {
            return Check.NOT_RUN;
        }
        double points = !entry.done() ? 0 : Double.isNaN(entry.value()) ? test.points() : entry.value();
        double score = Math.clamp(points, 0, test.points());
        return new Check(score == test.points() ? State.PASSED : State.NOT_PASSED, score, "");
    }
}
