package matterbook.course;

import java.util.OptionalDouble;

/**
 * One cell of a lesson source.
 *
 * @param markdown whether it is prose; its source then has lost its {@code //}
 * @param of for tests, pools, wrong answers and hints the id of their answer; otherwise empty
 * @param points of a test; otherwise 0
 * @param exact the true value of what a pool measures, where the source names it
 * @param exercise whether it stands below {@code // %% [exercises]}
 * @param line of the source file, from 1, where the cell's header stands
 */
public record LessonCell(String id, boolean markdown, Role role, String of, double points,
        OptionalDouble exact, boolean exercise, String source, int line) {
    LessonCell withSource(String newSource) {
        return new LessonCell(id, markdown, role, of, points, exact, exercise, newSource, line);
    }

    LessonCell withOf(String answer) {
        return new LessonCell(id, markdown, role, answer, points, exact, exercise, source, line);
    }
}
