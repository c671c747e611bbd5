package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookWriter;

/** A learner's notebook in the making: the released exercises and what was done to them. */
final class Work {
    private final List<Cell> cells;

    private Work(List<Cell> cells) {
        this.cells = new ArrayList<>(cells);
    }

    /** The exercises as they are released. */
    static Work released(Lesson lesson) {
        return new Work(Weaver.exercises(lesson).cells());
    }

    /** The exercises with all answers right. */
    static Work perfect(Lesson lesson) {
        Work work = released(lesson);
        for (LessonCell answer : lesson.with(Role.ANSWER)) {
            work.answer(answer.id(), answer.source());
        }
        return work;
    }

    Work answer(String id, String source) {
        return change(id, cell -> new Cell(cell.id(), cell.kind(), source, cell.metadata(), null, List.of(), Map.of()));
    }

    Work change(String id, UnaryOperator<Cell> change) {
        cells.set(at(id), change.apply(cells.get(at(id))));
        return this;
    }

    Work delete(String id) {
        cells.remove(at(id));
        return this;
    }

    /** A code cell of the learner's own. */
    Work insertBefore(String id, String newId, String source) {
        cells.add(at(id), Cell.code(newId, source));
        return this;
    }

    /** Moves a cell to the end. */
    Work moveToEnd(String id) {
        cells.add(cells.remove(at(id)));
        return this;
    }

    Work append(Cell cell) {
        cells.add(cell);
        return this;
    }

    Cell cell(String id) {
        return cells.get(at(id));
    }

    Notebook notebook() {
        return Notebook.matterbook(cells);
    }

    String text() {
        return NotebookWriter.text(notebook());
    }

    /** Writes {@code <student>.ipynb}. */
    void write(Path folder, String student) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(student + ".ipynb"), text());
    }

    private int at(String id) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no cell " + id);
    }
}
