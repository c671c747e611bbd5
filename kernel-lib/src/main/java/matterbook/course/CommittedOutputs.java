package matterbook.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import matterbook.core.Launcher;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.file.Output;

/** Compares the outputs that a committed lecture carries with those of a fresh run, by their text. */
final class CommittedOutputs {
    private static final int LARGEST = 1_000_000;
    private static final int SHOWN = 60;

    private CommittedOutputs() {}

    /** What is wrong with the committed file's outputs, one line each. */
    static List<String> differences(Path file, Notebook fresh) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return lines;
        }
        if (Files.size(file) > LARGEST) {
            lines.add(file.getFileName() + " has " + Files.size(file) / 1000 + " kB; a committed lecture has at most "
                    + LARGEST / 1000);
        }
        Map<String, String> committed = texts(NotebookReader.read(file));
        texts(fresh).forEach((id, text) -> {
            String before = committed.getOrDefault(id, "");
            if (!before.equals(text)) {
                lines.add("the committed output of cell " + id + " is not what a run gives: run "
                        + Launcher.command("weave", "--outputs") + "; " + firstDifference(before, text));
            }
        });
        return lines;
    }

    private static Map<String, String> texts(Notebook notebook) {
        return notebook.cells().stream().collect(Collectors.toMap(Cell::id,
                cell -> cell.outputs().stream().map(CommittedOutputs::text).collect(Collectors.joining("\n"))));
    }

    private static String text(Output output) {
        return switch (output) {
            case Output.DisplayData(var data, _) -> String.valueOf(data.get("text/plain"));
            case Output.ExecuteResult(_, var data, _) -> String.valueOf(data.get("text/plain"));
            case Output.Stream _,Output.ErrorOutput _ -> "";
        };
    }

    private static String firstDifference(String committed, String fresh) {
        List<String> before = committed.lines().toList();
        List<String> now = fresh.lines().toList();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            String old = i < before.size() ? before.get(i) : "";
            String line = i < now.size() ? now.get(i) : "";
            if (!old.equals(line)) {
                return "committed \"" + brief(old) + "\", run \"" + brief(line) + "\"";
            }
        }
        return "line ends differ";
    }

    private static String brief(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
