package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What ends a thread that a cell started. */
class StrayExceptionsTest extends EvaluatorFixture {
    @Test
    void aReadableLineWithTheLearnersFrames() {
        assertEquals(List.of("""
                err:thread worker ended: ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 1
                    at third, cell line 3
                    at lambda, cell line 7
                """), outputs("""
                // counts
                int third(int[] a) {
                    return a[2];
                }
                int before = 1;
                var worker = new Thread(() -> {
                    third(new int[1]);
                }, "worker");
                worker.start();
                worker.join();"""));
    }

    @Test
    void inTheSnippetThatStartsIt() {
        run("class Oven {\n    void heat() {\n        throw new IllegalStateException(\"hot\", new Error(\"fuse\"));\n    }\n}");
        assertEquals(List.of("""
                err:thread oven ended: IllegalStateException: hot
                    at Oven.heat, line 3 of an earlier cell
                    at lambda, cell line 2
                Caused by: Error: fuse
                    at Oven.heat, line 3 of an earlier cell
                    at lambda, cell line 2
                """), outputs("""
                {
                    var t = new Thread(() -> new Oven().heat(), "oven");
                    t.start();
                    t.join();
                }"""));
    }

    @Test
    void aThreadWithoutAName() {
        assertEquals(List.of("err:a thread ended: ArithmeticException: / by zero\n    at lambda, cell line 1\n"),
                outputs("Thread.startVirtualThread(() -> { int z = 1 / 0; }).join();"));
    }

    @Test
    void oneThatIsStoppedIsSilent() {
        assertEquals(List.of(), outputs("""
                {
                    var spin = new Thread(() -> { while (true) { } });
                    spin.start();
                    Thread.sleep(50);
                    matterbook.core.Stop.request();
                    spin.join();
                    matterbook.core.Stop.clear();
                }"""));
    }
}
