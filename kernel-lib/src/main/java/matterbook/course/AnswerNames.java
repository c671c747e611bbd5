package matterbook.course;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import matterbook.notebook.eval.CellNames;

/** What learners call the answers of a lesson: by the one method or type that the answer declares, else by its id. */
public final class AnswerNames {
    private AnswerNames() {}

    /** The name of an answer: {@code flipCost} for the cell that declares this method, whatever its id. */
    public static String of(Lesson lesson, LessonCell answer) {
        Set<String> declared = declared(answer);
        if (declared.size() != 1) {
            return answer.id();
        }
        String name = declared.iterator().next();
        boolean unique = lesson.with(Role.ANSWER).stream().noneMatch(
                other -> !other.id().equals(answer.id())
                        && (declared(other).contains(name) || other.id().equals(name)));
        return unique ? name : answer.id();
    }

    /** The names of a lesson's answers, in their order. */
    public static List<String> all(Lesson lesson) {
        return lesson.with(Role.ANSWER).stream().map(answer -> of(lesson, answer)).toList();
    }

    /** The answer that is called so, or has this id. */
    public static Optional<LessonCell> find(Lesson lesson, String name) {
        return lesson.with(Role.ANSWER).stream()
                .filter(answer -> answer.id().equals(name) || of(lesson, answer).equals(name)).findFirst();
    }

    private static Set<String> declared(LessonCell answer) {
        CellNames names = CellNames.of(answer.source());
        Set<String> declared = new HashSet<>(names.methods());
        declared.addAll(names.types());
        return declared;
    }
}
