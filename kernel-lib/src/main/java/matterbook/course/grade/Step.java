package matterbook.course.grade;

import java.util.List;

import matterbook.course.LessonCell;
import matterbook.course.Regions;
import matterbook.notebook.eval.CellNames;

/**
 * One code cell of a submission as it is graded.
 *
 * @param answer of a check or a pool: the id of its answer; otherwise empty
 * @param points of a check; otherwise 0
 */
record Step(String id, Kind kind, List<Regions.Part> parts, String answer, double points) {
    /** Who wrote the cell. */
    enum Kind {
        SETUP, OWN, TEST, POOL
    }

    Step {
        parts = List.copyOf(parts);
    }

    static Step setup(LessonCell cell) {
        return new Step(cell.id(), Kind.SETUP, List.of(new Regions.Part(false, cell.source())), "", 0);
    }

    static Step own(String id, String source) {
        return new Step(id, Kind.OWN, List.of(new Regions.Part(false, source)), "", 0);
    }

    /** What the class pools runs in one part. */
    static Step pool(LessonCell cell) {
        return new Step(cell.id(), Kind.POOL, List.of(new Regions.Part(false, cell.source())), cell.of(), 0);
    }

    /** Hidden and open checks run as parts of their own, so that it is certain which of them failed. */
    static Step test(LessonCell cell) {
        List<Regions.Part> parts = Regions.HIDDEN_TESTS.parts(cell.source());
        boolean apart = parts.stream().allMatch(part -> CellNames.isBalanced(part.source()));
        boolean hidden = parts.stream().anyMatch(Regions.Part::inside);
        return new Step(cell.id(), Kind.TEST,
                apart ? parts : List.of(new Regions.Part(hidden, cell.source())), cell.of(), cell.points());
    }

    boolean isTest() {
        return kind == Kind.TEST;
    }

    boolean isPool() {
        return kind == Kind.POOL;
    }

    boolean isOwn() {
        return kind == Kind.OWN;
    }

    String source() {
        return parts.isEmpty() ? "" : parts.getFirst().source();
    }
}
