package matterbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.course.LessonSource;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.file.NotebookWriter;
import matterbook.notebook.file.WholeFile;
import matterbook.notebook.page.IndexPage;
import matterbook.notebook.page.Page;

/**
 * Notebooks and pages in one folder. Lessons of earlier runs stay in the index and in the order of lessons; a page of
 * some other notebook is in the index of its own run alone.
 */
final class LessonPages {
    private static final String NOTEBOOK = ".ipynb";
    static final String PAGE = ".html";
    /** The name of the page of all lessons, which no notebook may take. */
    static final String INDEX = "index";
    /** What the name of a lesson's solutions ends with. */
    static final String SOLUTIONS = "-solutions";

    private final Path folder;
    private final List<String> names;

    LessonPages(Path folder, List<String> running, List<LessonSource> lessons) throws IOException {
        this.folder = folder;
        TreeSet<String> all = new TreeSet<>(running);
        Set<String> known = lessons.stream().flatMap(lesson -> Stream.of(lesson.name(), lesson.name() + SOLUTIONS))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(NOTEBOOK))
                    .map(file -> file.substring(0, file.length() - NOTEBOOK.length()))
                    .filter(name -> known.contains(name) && Files.isRegularFile(folder.resolve(name + PAGE)))
                    .forEach(all::add);
        }
        names = List.copyOf(all);
    }

    void write(String name, Notebook notebook) throws IOException {
        NotebookWriter.write(notebook, folder.resolve(name + NOTEBOOK));
        int place = names.indexOf(name);
        Page.Links links = new Page.Links(INDEX + PAGE, link(place - 1), link(place + 1));
        WholeFile.write(folder.resolve(name + PAGE), Page.html(notebook, name, links));
    }

    void writeIndex() throws IOException {
        List<IndexPage.Entry> entries = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name + NOTEBOOK);
            if (Files.isRegularFile(file) && Files.isRegularFile(folder.resolve(name + PAGE))) {
                Notebook notebook = NotebookReader.read(file);
                long cells = notebook.cells().stream().filter(cell -> cell.executionCount() != null).count();
                entries.add(new IndexPage.Entry(name + PAGE, notebook, name,
                        name + " · " + cells + (cells == 1 ? " cell" : " cells")));
            }
        }
        WholeFile.write(folder.resolve(INDEX + PAGE), IndexPage.html("Matterbook", entries));
    }

    private Page.Link link(int place) {
        return place < 0 || place >= names.size()
                ? Page.Link.NONE
                : new Page.Link(names.get(place) + PAGE, names.get(place));
    }
}
