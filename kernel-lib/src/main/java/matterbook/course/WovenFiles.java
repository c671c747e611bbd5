package matterbook.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import matterbook.core.UserError;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.file.NotebookWriter;

/** The woven notebooks of a repository: notebooks/, exercises/ and solutions/ beside notebooks/src. */
public final class WovenFiles {
    private static final String SOURCES = "notebooks/src";

    private final Path root;

    public WovenFiles(Path root) {
        this.root = root;
    }

    /**
     * The repository that holds {@code start}.
     *
     * @throws UserError where neither this folder nor one above it has notebooks/src
     */
    public static WovenFiles above(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(SOURCES))) {
                return new WovenFiles(folder);
            }
        }
        throw new UserError("no folder " + SOURCES + " here or above " + start.toAbsolutePath().normalize()
                + ": work inside a clone of Matterbook");
    }

    public Path sources() {
        return root.resolve(SOURCES);
    }

    /** Where the lecture stands. */
    public Path lecture(Lesson lesson) {
        return root.resolve("notebooks").resolve(lesson.name() + ".ipynb");
    }

    /** The lesson's notebooks as the source gives them, without outputs. */
    public Map<Path, Notebook> woven(Lesson lesson) {
        Map<Path, Notebook> files = new LinkedHashMap<>();
        files.put(lecture(lesson), Weaver.lecture(lesson));
        if (lesson.hasExercises()) {
            files.put(root.resolve("exercises").resolve(lesson.name() + ".ipynb"), Weaver.exercises(lesson));
            files.put(root.resolve("solutions").resolve(lesson.name() + ".ipynb"), Weaver.solutions(lesson));
        }
        return files;
    }

    /** Writes the lesson's notebooks; a cell whose source is what it was keeps its outputs. Returns the files. */
    public List<Path> write(Lesson lesson) throws IOException {
        Map<Path, Notebook> files = woven(lesson);
        for (Map.Entry<Path, Notebook> file : files.entrySet()) {
            NotebookWriter.write(withOutputsOf(file.getKey(), file.getValue()), file.getKey());
        }
        return List.copyOf(files.keySet());
    }

    /** What differs from the source, outputs aside: one line a cell; empty where all is as woven. */
    public List<String> differences(Lesson lesson) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Path, Notebook> file : woven(lesson).entrySet()) {
            String name = root.relativize(file.getKey()).toString();
            if (!Files.isRegularFile(file.getKey())) {
                lines.add(name + ": missing");
            } else {
                Notebook found = NotebookReader.read(file.getKey());
                differences(file.getValue(), found).forEach(difference -> lines.add(name + ": " + difference));
            }
        }
        return lines;
    }

    private static List<String> differences(Notebook woven, Notebook found) {
        Map<String, Cell> foundCells = byId(found.withoutOutputs());
        List<String> lines = new ArrayList<>();
        for (Cell cell : woven.cells()) {
            Cell other = foundCells.remove(cell.id());
            if (other == null) {
                lines.add("cell " + cell.id() + " is missing");
            } else if (!same(cell, other)) {
                lines.add("cell " + cell.id() + " differs");
            }
        }
        foundCells.keySet().forEach(id -> lines.add("cell " + id + " is not in the source"));
        if (lines.isEmpty() && !NotebookWriter.text(woven).equals(NotebookWriter.text(found.withoutOutputs()))) {
            lines.add("the order of cells or the notebook's metadata differs");
        }
        return lines;
    }

    private static boolean same(Cell cell, Cell other) {
        return NotebookWriter.text(new Notebook(List.of(cell), Map.of()))
                .equals(NotebookWriter.text(new Notebook(List.of(other), Map.of())));
    }

    private static Notebook withOutputsOf(Path file, Notebook woven) throws IOException {
        if (!Files.isRegularFile(file)) {
            return woven;
        }
        Map<String, Cell> before = byId(NotebookReader.read(file));
        return woven.withCells(woven.cells().stream().map(cell -> {
            Cell old = before.get(cell.id());
            return old != null && cell.isCode() && Objects.equals(old.source(), cell.source())
                    ? cell.withOutputs(old.executionCount(), old.outputs())
                    : cell;
        }).toList());
    }

    private static Map<String, Cell> byId(Notebook notebook) {
        return notebook.cells().stream()
                .collect(Collectors.toMap(Cell::id, cell -> cell, (a, b) -> a, LinkedHashMap::new));
    }
}
