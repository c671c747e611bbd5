package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;

import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.Renderers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest extends EvaluatorFixture {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 + 1 | 2", "int a = 2; int b = 3;§a * b | 6", "a | 2",
            "\"x\".repeat(3) // comment | xxx", "List.of(1, 2) | [1, 2]", "a++ | 2", "(a = 7) | 7",
            "new int[]{4}[0] | 4", "Stream.of(3, 1).sorted().toList() | [1, 3]"})
    void lastExpressionIsTheValue(String source, String text) {
        CellResult.Done done = (CellResult.Done) run(source.replace('§', '\n'));
        assertEquals(text, String.valueOf(done.value()));
        assertEquals(text, Objects.requireNonNull(done.display()).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "// only a comment", "/* a\n b */", "1 + 1;", "\"f\".length(); // done",
            "int n = 3", "int n2 = 3;", "n = 4", "n += 1", "int[] m = {1, 2};\nm[0] = 3", "var l = List.of(1);",
            "System.out.print(\"\")", "null", "String none = null;\nnone", "if (n > 0) { n = 1; }",
            "import java.util.Random;",
            "class A {}", "record B(int x) {}", "int f() { return 1; }", "for (int i = 0; i < 3; i++) n += i;", ";"})
    void noValue(String source) {
        assertEquals(new CellResult.Done(null, null), run(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"display(\"start\")", "var h = display(\"start\"); h", "System.out.printf(\"%d\", 1)",
            "System.out"})
    void handlesToOutputsShowNothingMore(String source) {
        assertEquals(new CellResult.Done(null, null), run(source));
    }

    @Test
    void theValueIsTheObjectItself() {
        Object list = value("var kept = new ArrayList<String>();\nkept");
        assertSame(list, value("kept"));
    }

    @Test
    void aShownValueIsNotKept() throws InterruptedException {
        WeakReference<Object> shown = new WeakReference<>(value("new byte[1000]"));
        run("1 + 1");
        for (int i = 0; i < 100 && shown.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertNull(shown.get());
        assertEquals("cannot find symbol: variable $1", failure("$1").message());
    }

    @Test
    void rendersOnTheCellThread() {
        run("record Slow(int x) {}");
        CellResult slow = run("new Slow(1)");
        Class<?> type = Objects.requireNonNull(((CellResult.Done) slow).value()).getClass();
        Renderers.standard().register(type, value -> MimeBundle.text("on " + Thread.currentThread().getName()));
        assertEquals("on cell", Objects.requireNonNull(((CellResult.Done) run("new Slow(2)")).display()).text());
        Renderers.standard().register(type, value -> {
            throw new IllegalStateException("cannot draw");
        });
        CellResult.Failed failed = failure("new Slow(3)");
        assertEquals("cannot draw", failed.message());
        assertEquals(CellResult.Kind.EXCEPTION, failed.kind());
    }

    @Test
    void stopsAtTheFirstFailure() {
        failure("int first = 1;\nint second = 1 / 0;\nint third = 3;");
        assertEquals(1, value("first"));
        assertEquals("cannot find symbol: variable third", failure("third").message());
    }

    @Test
    void whatDoesNotParseRunsNothing() {
        failure("int early = 1;\nfoo(");
        assertEquals("cannot find symbol: variable early", failure("early").message());
    }

    @Test
    void survivesStackOverflowAndOutOfMemory() {
        assertEquals("StackOverflowError", failure("int deep(int k) { return deep(k + 1) + 1; }\ndeep(0)").name());
        assertEquals(2, value("1 + 1"));
        assertEquals("OutOfMemoryError",
                failure("var blocks = new ArrayList<long[]>();\nwhile (true) blocks.add(new long[1 << 24]);").name());
        assertEquals(0, value("blocks.clear();\nblocks.size()"));
    }

    /** A stack of 64 MB: the default of 1 MB ends near 10,000 such calls. */
    @Test
    void recursesDeeply() {
        assertEquals(200_000, value("int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }\ndepth(200_000)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"System.exit(3) | System.exit(3)",
            "Runtime.getRuntime().exit(1) | Runtime.exit(1)", "Runtime.getRuntime().halt(2) | Runtime.halt(2)",
            "class Leaver { void go() { System.exit(4); } }§new Leaver().go() | System.exit(4)",
            "java.util.function.IntConsumer leave = System::exit;§leave.accept(5) | System.exit(5)",
            "java.util.function.IntConsumer leave2 = Runtime.getRuntime()::halt;§leave2.accept(6) | Runtime.halt(6)"})
    void refusesToLeave(String source, String call) {
        CellResult.Failed failed = failure(source.replace('§', '\n'));
        assertEquals(CellResult.Kind.EXIT, failed.kind());
        assertEquals(call + " would end the whole notebook; to end a cell early, throw an exception", failed.message());
        assertEquals(failed.message(), failed.traceback().getFirst());
        assertTrue(failed.line() >= 1, failed.toString());
    }

    @Test
    void givesTheStreamsBack() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        try (Evaluator other = Evaluator.create()) {
            assertEquals(Completeness.Status.COMPLETE, other.completeness("1").status());
            assertTrue(!System.out.equals(out) && !System.err.equals(err));
        }
        assertSame(out, System.out);
        assertSame(err, System.err);
        assertSame(in, System.in);
    }

    @Test
    void aCellMayCloseNothingOfOurs() {
        assertEquals(List.of("out:still here\n"), outputs("System.out.close();\nSystem.out.println(\"still here\");"));
    }
}
