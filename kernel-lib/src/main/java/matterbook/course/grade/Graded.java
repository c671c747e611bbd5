package matterbook.course.grade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graded submission.
 *
 * @param status {@code graded}, or why there are no marks
 * @param key of everything that the marks depend on: submission, lesson, jar and options
 * @param pooled what this submission gives to the pools of its lesson
 * @param notes what happened to cells that are not graded: id -> one line or a few
 */
public record Graded(String student, String assignment, String status, String key, List<CellMark> cells,
        List<PoolValue> pooled, Map<String, String> notes) {
    static final String GRADED = "graded";

    public Graded {
        cells = List.copyOf(cells);
        pooled = List.copyOf(pooled);
        // in their order: Map.copyOf has another one in each run of Java
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** Whether there are marks. */
    public boolean isGraded() {
        return status.equals(GRADED);
    }

    /** The marks as people read them: 4.5 of 6. */
    public String points() {
        return Csv.number(score()) + " of " + Csv.number(maxScore());
    }

    public double score() {
        return cells.stream().mapToDouble(CellMark::score).sum();
    }

    public double maxScore() {
        return cells.stream().mapToDouble(CellMark::maxScore).sum();
    }
}
