package matterbook.course;

import java.util.List;

/**
 * A lesson: everything its source file says.
 *
 * @param name file name without its end, {@code NN-topic}
 * @param title the first heading
 */
public record Lesson(String name, String title, List<LessonCell> cells) {
    public Lesson {
        cells = List.copyOf(cells);
    }

    /** Cells with this role, in the order of the source. */
    public List<LessonCell> with(Role role) {
        return cells.stream().filter(cell -> cell.role() == role).toList();
    }

    /** Cells with this role that belong to one answer. */
    public List<LessonCell> with(Role role, String answer) {
        return with(role).stream().filter(cell -> cell.of().equals(answer)).toList();
    }

    /** Whether anything stands below {@code // %% [exercises]}. */
    public boolean hasExercises() {
        return cells.stream().anyMatch(LessonCell::exercise);
    }
}
