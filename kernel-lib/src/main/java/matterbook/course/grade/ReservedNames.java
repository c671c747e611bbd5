package matterbook.course.grade;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.notebook.eval.CellNames;

/**
 * Names that a learner's cell must not declare: types and methods that set-up cells, checks and pools use, save those that
 * an answer of the lesson declares. Otherwise {@code class Check {}} could take the place of what a check relies on.
 * A variable of a set-up cell may be set anew; its set-up then runs again before the next check.
 */
final class ReservedNames {
    private static final Set<Role> LOCKED = EnumSet.of(Role.SETUP, Role.TEST, Role.POOL);
    private static final Set<String> ALWAYS = Set.of("matterbook", "java", "Check", "CheckFailure", "Math", "Arrays",
            "Objects", "String", "Double", "Integer", "Object");
    /** What may be imported under a name that checks use: all that no learner can have written. */
    private static final List<String> TRUSTED = List.of("java.", "matterbook.");

    private final Set<String> used = new HashSet<>(ALWAYS);
    private final Set<String> called = new HashSet<>();
    private final Set<String> variables = new HashSet<>();

    private ReservedNames() {}

    static ReservedNames of(Lesson lesson) {
        ReservedNames names = new ReservedNames();
        for (LessonCell cell : lesson.cells()) {
            if (LOCKED.contains(cell.role())) {
                CellNames locked = CellNames.of(cell.source());
                names.used.addAll(locked.mentioned());
                names.called.addAll(locked.called());
            }
            if (cell.role() == Role.SETUP) {
                names.variables.addAll(CellNames.of(cell.source()).variables());
            }
        }
        for (LessonCell answer : lesson.with(Role.ANSWER)) {
            CellNames declared = CellNames.of(answer.source());
            Set<String> own = new HashSet<>(declared.types());
            own.addAll(declared.methods());
            own.addAll(declared.variables());
            own.removeAll(ALWAYS);
            names.used.removeAll(own);
            names.called.removeAll(own);
        }
        return names;
    }

    /** Why the cell is not run, in one line; empty where it may run. */
    Optional<String> refusal(String source) {
        CellNames cell = CellNames.of(source);
        Set<String> taken = new TreeSet<>(cell.types());
        taken.retainAll(used);
        cell.methods().stream().filter(called::contains).forEach(taken::add);
        cell.variables().stream().filter(ALWAYS::contains).forEach(taken::add);
        cell.imports().forEach((name, path) -> {
            if (used.contains(name) && TRUSTED.stream().noneMatch(path::startsWith)) {
                taken.add(name);
            }
        });
        return taken.stream().findFirst().map(name -> String.format(Locale.ROOT,
                "the cell was not run: %s is a name that the checks use; give yours another name", name));
    }

    /** Whether the cell sets a variable of the set-up anew. */
    boolean changesSetup(String source) {
        return CellNames.of(source).variables().stream().anyMatch(variables::contains);
    }
}
