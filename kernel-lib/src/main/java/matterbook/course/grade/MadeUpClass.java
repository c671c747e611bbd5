package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import matterbook.core.Rng;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;

/** A class that nobody taught, to measure grading with: learners who mean well and know a part of the answers. */
public final class MadeUpClass {
    private static final double[] RIGHT_WRONG_OPEN = {0.65, 0.25, 0.1};

    private MadeUpClass() {}

    /** Writes {@code learner-001.ipynb} and so on: each answer right, one of the lesson's wrong ones, or left open. */
    public static void write(Lesson lesson, int learners, Rng rng, Path folder) throws IOException {
        for (int i = 1; i <= learners; i++) {
            List<Cell> cells = Weaver.exercises(lesson).cells().stream().map(cell -> answered(cell, lesson, rng))
                    .toList();
            NotebookWriter.write(Notebook.matterbook(cells),
                    folder.resolve(String.format(Locale.ROOT, "learner-%03d.ipynb", i)));
        }
    }

    private static Cell answered(Cell cell, Lesson lesson, Rng rng) {
        List<LessonCell> right = lesson.with(Role.ANSWER).stream().filter(one -> one.id().equals(cell.id())).toList();
        if (right.isEmpty()) {
            return cell;
        }
        List<LessonCell> wrong = lesson.with(Role.WRONG, cell.id());
        return switch (rng.pick(RIGHT_WRONG_OPEN)) {
            case 0 -> withSource(cell, right.getFirst().source());
            case 1 -> withSource(cell, wrong.get((int) (rng.nextDouble() * wrong.size())).source());
            default -> cell;
        };
    }

    private static Cell withSource(Cell cell, String source) {
        return new Cell(cell.id(), cell.kind(), source, cell.metadata(), null, List.of(), cell.attachments());
    }
}
