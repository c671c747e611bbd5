package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.Programs;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.file.NotebookWriter;
import matterbook.notebook.file.Output;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a process of its own, in an empty folder. */
class RunCommandTest {
    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {}

    @Test
    void aNotebookBecomesAPage() throws Exception {
        notebook("good.ipynb", "int a = 20;", "2 * a + 2");
        Result result = matterbook("run", "good.ipynb");
        assertEquals("", result.err().replaceAll("good  [12]/2  cell-[12]  \\d+\\.\\d s\n", ""));
        assertEquals(
                "\nlesson  cells  seconds  figures\ngood        2      N.N        0\n\nOpen target/lessons/index.html\n",
                result.out().replaceAll("\\d+\\.\\d", "N.N").replaceAll(" +N.N", "      N.N"));
        assertEquals(0, result.exit());
        Notebook executed = NotebookReader.read(folder.resolve("target/lessons/good.ipynb"));
        assertEquals(List.of(new Output.ExecuteResult(2, Map.of("text/plain", "42"), Map.of())),
                executed.cells().getLast().outputs());
        assertTrue(
                Files.readString(folder.resolve("target/lessons/good.html")).contains("<pre class=\"output line\">42"));
        assertTrue(Files.readString(folder.resolve("target/lessons/index.html")).contains("href=\"good.html\""));
        assertEquals(List.of(".lock", "good.html", "good.ipynb", "index.html"), written());
    }

    @Test
    void aFailedCellIsShownAndTheRunFails() throws Exception {
        notebook("bad.ipynb", "int a = 1;\nint b = nowhere;", "a");
        Result result = matterbook("run", "bad.ipynb");
        assertEquals(1, result.exit());
        assertTrue(
                result.err()
                        .contains("bad: cell cell-1 failed in line 2\n    1 | int a = 1;\n>   2 | int b = nowhere;\n"),
                result.err());
        assertTrue(result.out().contains("failed: cell-1"), result.out());
        assertTrue(Files.readString(folder.resolve("target/lessons/bad.html")).contains("output error"));
        Result json = matterbook("run", "bad.ipynb", "--json", "--keep-going");
        JsonObject lesson = JsonParser.parseString(json.out()).getAsJsonObject().getAsJsonArray("lessons").get(0)
                .getAsJsonObject();
        assertEquals("cell-1", lesson.getAsJsonObject("failed").get("cell").getAsString());
        assertEquals(2, lesson.get("cells").getAsInt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "run nowhere.ipynb           | no such file: nowhere.ipynb",
            "run python.ipynb            | python.ipynb: a notebook of python; Matterbook runs Java notebooks",
            "run broken.ipynb            | broken.ipynb: line 2, column 1: not JSON: end of input (at $.cells)",
            "run words.ipynb             | words.ipynb: this file is not a notebook: it holds other text than what Jupyter saves",
            "run empty                   | empty is a folder; name its notebooks, such as: ./matterbook run empty/*.ipynb",
            "run x.ipynb --timeout 0     | --timeout needs seconds above 0, not 0.0",
            "run good.ipynb --out a.file | a.file is a file; --out needs a folder",
            "run good.ipynb --out a.file/b | cannot create the folder a.file/b: Not a directory",
            "run good.ipynb --out /proc/x | cannot create the folder /proc/x: the system allows no folder there",
            "progress nowhere            | nowhere: no such file or folder",
            "progress                    | no folder exercises here; name your notebooks, such as: ./matterbook progress homework",
            "progress empty              | empty: no notebooks in it",
            "progress good.ipynb --timeout 0 | --timeout needs seconds above 0, not 0.0",
            "check                       | no folder notebooks/src here or above FOLDER: work inside a clone of Matterbook",
            "weave                       | no folder notebooks/src here or above FOLDER: work inside a clone of Matterbook"})
    void badInputGetsOneLine(String line, String message) throws Exception {
        notebook("good.ipynb", "1");
        Files.writeString(folder.resolve("python.ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": {"kernelspec": {"language": "python"}}}
                """);
        Files.writeString(folder.resolve("broken.ipynb"), "{\"nbformat\": 4, \"cells\":\n");
        Files.writeString(folder.resolve("words.ipynb"), "Dear teacher, here is my work.\n");
        Files.writeString(folder.resolve("a.file"), "");
        Files.createDirectory(folder.resolve("empty"));
        Result result = matterbook(line.split(" +", -1));
        assertEquals("matterbook: " + message.replace("FOLDER", folder.toRealPath().toString()) + "\n", result.err());
        assertEquals(1, result.exit());
        assertEquals("", result.out());
    }

    /** Status 2 is wrong usage; one line says what is wrong and where the right words are listed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "run --keepgoing | unknown option: '--keepgoing'; did you mean --keep-going? (all is listed by ./matterbook run --help)",
            "run --timeout x | invalid value for option '--timeout': 'x' is not a number (all is listed by ./matterbook run --help)",
            "grade x --out y --jobs two | invalid value for option '--jobs': 'two' is not a whole number (all is listed by ./matterbook grade --help)",
            "new             | missing required parameter: 'TOPIC' (all is listed by ./matterbook new --help)",
            "grade here      | missing required option: '--out=DIR' (all is listed by ./matterbook grade --help)",
            "grad here       | unmatched arguments from index 0: 'grad', 'here'; did you mean grade? (all is listed by ./matterbook --help)"})
    void aWrongOptionGetsOneLine(String line, String message) throws Exception {
        Result result = matterbook(line.split(" +", -1));
        assertEquals("matterbook: " + message + "\n", result.err());
        assertEquals(2, result.exit());
        assertEquals("", result.out());
    }

    @Test
    void progressFailsWhereANotebookCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("nonsense.ipynb"), "Dear teacher, here is my work.\n");
        Result result = matterbook("progress", "nonsense.ipynb");
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("nonsense.ipynb  -         -          nonsense.ipynb: this file is not a "
                + "notebook: it holds other text than what Jupyter saves\n"), result.out());
    }

    @Test
    void keepGoingExplainsEveryFailure() throws Exception {
        notebook("bad.ipynb", "int half(int n) {\n    return 1 / n;\n}", "half(0)", "int a = nowhere;");
        Result result = matterbook("run", "bad.ipynb", "--keep-going");
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("failed: cell-2, cell-3"), result.out());
        assertTrue(result.err().contains("bad: cell cell-2 failed in line 1\n"), result.err());
        assertTrue(result.err().contains("at half, line 2 of cell [1]"), result.err());
        assertTrue(result.err().contains("bad: cell cell-3 failed in line 1\n"), result.err());
    }

    @Test
    void aTrialLeavesTheIndexWithTheNextRun() throws Exception {
        notebook("trial.ipynb", "1");
        notebook("02-markov-chains.ipynb", "1", "2");
        assertEquals(0, matterbook("run", "02-markov-chains.ipynb").exit());
        assertEquals(0, matterbook("run", "trial.ipynb").exit());
        String both = Files.readString(folder.resolve("target/lessons/index.html"));
        assertTrue(both.contains("trial · 1 cell<") && both.contains("02-markov-chains · 2 cells<"), both);
        assertEquals(0, matterbook("run", "02-markov-chains.ipynb").exit());
        String later = Files.readString(folder.resolve("target/lessons/index.html"));
        assertTrue(later.contains("02-markov-chains · 2 cells<") && !later.contains("trial"), later);
        assertTrue(Files.exists(folder.resolve("target/lessons/trial.html")));
    }

    @Test
    void notebooksOfOneNameAreAllKept() throws Exception {
        notebook("02.ipynb", "1");
        Files.createDirectories(folder.resolve("exercises"));
        notebook("exercises/02.ipynb", "2");
        notebook("index.ipynb", "3");
        Result result = matterbook("run", "02.ipynb", "exercises/02.ipynb", "index.ipynb");
        String own = "index-" + folder.getFileName();
        assertEquals(Stream.of(".lock", "02-exercises.html", "02-exercises.ipynb", "02.html", "02.ipynb", own + ".html",
                own + ".ipynb", "index.html").sorted().toList(), written());
        assertEquals(0, result.exit());
        String index = Files.readString(folder.resolve("target/lessons/index.html"));
        for (String page : List.of("02.html", "02-exercises.html", own + ".html")) {
            assertTrue(index.contains("href=\"" + page + "\""), page);
        }
    }

    @Test
    void anUnknownLessonNamesTheLessons() throws Exception {
        Result result = matterbook("run", "nowhere");
        assertTrue(
                result.err()
                        .matches("matterbook: no lesson \"nowhere\"; (the lessons are .*|this build has no lessons)\n"),
                result.err());
        assertEquals(1, result.exit());
    }

    @Test
    void oneRunAtATimeInAFolder() throws Exception {
        notebook("good.ipynb", "1");
        Path lock = Files.createDirectories(folder.resolve("out")).resolve(".lock");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            held.lock();
            Result result = matterbook("run", "good.ipynb", "--out", "out");
            assertEquals("matterbook: another run writes into out right now: wait for it, or give another --out\n",
                    result.err());
            assertEquals(1, result.exit());
        }
    }

    @Test
    void ctrlCStopsTheRunAndItsChild() throws Exception {
        notebook("long.ipynb", "1", "Thread.sleep(100_000);");
        Process run = start("run", "long.ipynb");
        Path err = folder.resolve("err.txt");
        for (int i = 0; i < 600 && !Files.readString(err).contains("1/2"); i++) {
            Thread.sleep(100);
        }
        List<ProcessHandle> children = run.children().toList();
        assertEquals(1, children.size());
        Programs.output(List.of("kill", "-INT", Long.toString(run.pid())));
        assertTrue(run.waitFor(20, TimeUnit.SECONDS));
        assertEquals(130, run.exitValue());
        children.getFirst().onExit().get(10, TimeUnit.SECONDS);
        assertEquals(List.of(".lock"), written(), "nothing half-written");
        assertEquals("matterbook: stopped before anything was finished",
                Files.readString(err).lines().reduce((a, b) -> b).orElse(""));
    }

    @Test
    @Tag("full")
    void aFullDiskGetsOneLine() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        String mounted = Programs.output(List.of("mount", "-t", "tmpfs", "-o", "size=16k", "none", disk.toString()));
        Assumptions.assumeTrue(mounted.isEmpty(), "no small disk can be made here: " + mounted);
        try {
            notebook("good.ipynb", "\"x\".repeat(100_000)");
            Result result = matterbook("run", "good.ipynb", "--out", "disk");
            assertEquals(1, result.exit());
            assertEquals("matterbook: disk/good.ipynb: No space left on device\n", result.err().lines().skip(1)
                    .map(line -> line + "\n").reduce("", String::concat));
        } finally {
            Programs.output(List.of("umount", disk.toString()));
        }
    }

    private void notebook(String name, String... sources) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (String source : sources) {
            cells.add(Cell.code("cell-" + (cells.size() + 1), source));
        }
        NotebookWriter.write(Notebook.matterbook(cells), folder.resolve(name));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target/lessons"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Result matterbook(String... arguments) throws Exception {
        int exit = start(arguments).waitFor();
        return new Result(exit, Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    private Process start(String... arguments) throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b).orElseThrow();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", classPath, "matterbook.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile())
                .start();
    }
}
