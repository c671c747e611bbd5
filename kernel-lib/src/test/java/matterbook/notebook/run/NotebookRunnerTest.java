package matterbook.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every test starts real child JVMs. */
class NotebookRunnerTest {
    private static final String DISPLAY = "matterbook.notebook.display.Display.display";

    @TempDir
    private Path folder;
    private final List<String> told = new ArrayList<>();

    @Test
    void outputsValuesAndCounts() throws IOException {
        NotebookRun run = run(options(), "int a = 40;", "System.out.print(\"one \"); System.out.println(\"two\");\n"
                + "System.err.println(\"oops\"); System.out.println(\"{\\\"op\\\": \\\"done\\\"}\");", "a + 2");
        assertTrue(run.failure().isEmpty());
        List<Cell> cells = run.notebook().cells();
        assertEquals(List.of(), cells.get(0).outputs());
        assertEquals(List.of(new Output.Stream(false, "one two\n"), new Output.Stream(true, "oops\n"),
                new Output.Stream(false, "{\"op\": \"done\"}\n")), cells.get(1).outputs());
        assertEquals(List.of(new Output.ExecuteResult(3, Map.of("text/plain", "42"), Map.of())),
                cells.get(2).outputs());
        assertEquals("oops\n", run.cells().get(1).standardError());
        assertEquals(3, cells.get(2).executionCount());
        assertEquals(List.of("> c1 1/3", "< c1", "> c2 2/3", "< c2", "> c3 3/3", "< c3"), told);
    }

    @Test
    void anUpdateReplacesWhatAnEarlierCellDisplayed() throws IOException {
        NotebookRun run = run(options(), "var bar = " + DISPLAY + "(\"10 %\");", "bar.update(\"100 %\");");
        assertEquals(List.of(new Output.DisplayData(Map.of("text/plain", "100 %"), Map.of())),
                run.notebook().cells().getFirst().outputs());
        assertEquals(List.of(), run.notebook().cells().getLast().outputs());
    }

    @Test
    void stopsAtTheFirstFailureOrGoesOn() throws IOException {
        String[] cells = {"throw new IllegalStateException(\"why\");", "int b = nowhere;", "1 + 1"};
        NotebookRun stopped = run(options(), cells);
        assertEquals(1, stopped.cells().size());
        assertEquals(List.of(), stopped.notebook().cells().get(1).outputs());
        assertEquals("why", failure(stopped, 0).message());
        NotebookRun whole = run(options().goingOn(), cells);
        assertEquals(CellResult.Kind.COMPILE_ERROR, failure(whole, 1).kind());
        assertTrue(whole.notebook().cells().get(1).outputs().getFirst() instanceof Output.ErrorOutput);
        assertTrue(whole.cells().get(2).value().isPresent());
    }

    @Test
    void aBusyCellIsStoppedAtItsBudgetAndTheNextOneRuns() throws IOException {
        RunOptions brief = RunOptions.of(Duration.ofMillis(1500), folder).goingOn();
        NotebookRun run = run(brief, "while (true) {}", "\"still here\"");
        assertEquals("the cell took longer than its budget of 1.5 s and was stopped", failure(run, 0).message());
        assertTrue(run.cells().get(1).value().isPresent());
    }

    @Test
    void aCellThatDoesNotHeedTheInterruptIsKilled() throws IOException {
        RunOptions brief = RunOptions.of(Duration.ofSeconds(5), folder).goingOn();
        NotebookRun run = run(brief, "var held = new java.util.concurrent.Semaphore(0);",
                "held.acquireUninterruptibly();",
                "1");
        assertEquals("the cell took longer than its budget of 5.0 s and was stopped; it did not heed the interrupt,"
                + " so its process was ended", failure(run, 1).message());
        assertEquals(2, run.cells().size());
    }

    @Test
    void aProcessThatDiesIsReported() throws IOException {
        NotebookRun run = run(options().goingOn(),
                "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 7);", "1");
        assertEquals("the Java process ended, exit 7", failure(run, 0).message());
        assertEquals(1, run.cells().size());
    }

    @Test
    void outputWithoutEndIsCut() throws IOException {
        NotebookRun run = run(options(), "for (int i = 0; i < 500_000; i++) System.out.println(\"line \" + i);", "1");
        assertTrue(
                run.cells().getFirst().cell().outputs().getFirst() instanceof Output.Stream(boolean error, String text)
                        && !error && text.length() < OutputCollector.LIMIT + 200
                        && text.endsWith("\n[the rest of this cell's output is left out: it is more than 1 MB]\n"));
        assertEquals(2, run.cells().size());
    }

    @Test
    void inputIsRefusedAndTheFolderIsTheNotebooks() throws IOException {
        Files.writeString(folder.resolve("here.txt"), "found");
        NotebookRun run = run(options().goingOn(),
                "java.nio.file.Files.readString(java.nio.file.Path.of(\"here.txt\"))", "IO.readln(\"name? \")");
        assertEquals(Map.of("text/plain", "found"), run.cells().getFirst().value().orElseThrow().data());
        assertEquals("this cell asks for input, and nobody is there to type it: give the value in the cell",
                failure(run, 1).message());
    }

    @Test
    void aResetForgets() throws IOException {
        try (CellSession session = CellSession.start(options())) {
            assertFalse(session.run(Cell.code("a", "int a = 1;"), Duration.ofSeconds(20)).failed());
            session.reset();
            CellRun second = session.run(Cell.code("b", "a"), Duration.ofSeconds(20));
            assertTrue(second.failed());
            assertEquals(1, second.cell().executionCount());
        }
    }

    @Test
    void otherLanguagesAreRefused() {
        Notebook python = new Notebook(List.of(), Map.of("kernelspec", Map.of("language", "Python")));
        assertEquals("x.ipynb: a notebook of python; Matterbook runs Java notebooks",
                assertThrows(UserError.class, () -> NotebookRunner.requireJava(python, "x.ipynb")).getMessage());
        NotebookRunner.requireJava(new Notebook(List.of(), Map.of()), "x.ipynb");
    }

    private RunOptions options() {
        return RunOptions.of(Duration.ofSeconds(30), folder);
    }

    private NotebookRun run(RunOptions options, String... sources) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (String source : sources) {
            cells.add(Cell.code("c" + (cells.size() + 1), source));
        }
        return NotebookRunner.run(Notebook.matterbook(cells), options, new NotebookRunner.Listener() {
            @Override
            public void started(Cell cell, int number, int total) {
                told.add("> " + cell.id() + " " + number + "/" + total);
            }

            @Override
            public void ended(CellRun run, int number, int total) {
                told.add("< " + run.cell().id());
            }
        });
    }

    private static CellResult.Failed failure(NotebookRun run, int index) {
        CellResult.Failed failure = run.cells().get(index).failure();
        assertNotNull(failure);
        return failure;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{\"secret\":\"s\"} | true",
            "{\"secret\":\"t\"} | false",
            "{\"secret\":[]} | false", "{} | false", "[] | false", "GET / HTTP/1.1 | false"})
    void onlyTheChildKnowsTheSecret(String hello, boolean welcome) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket answering = server.accept();
                Wire wire = new Wire(answering)) {
            caller.getOutputStream().write((hello + "\n").getBytes(StandardCharsets.UTF_8));
            assertEquals(welcome, ChildJvm.knows("s", answering, wire));
        }
    }
}
