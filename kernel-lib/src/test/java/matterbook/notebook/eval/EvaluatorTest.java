package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static Evaluator evaluator;

    @BeforeAll
    static void start() {
        evaluator = Evaluator.create();
    }

    @AfterAll
    static void stop() {
        evaluator.close();
    }

    private static CellResult run(String source) {
        return evaluator.run(source, new Cells(), prompt -> "");
    }

    @Test
    void lastExpressionIsTheValue() {
        assertEquals(3, assertInstanceOf(CellResult.Done.class, run("int a = 1; int b = 2;\na + b")).value());
    }

    @Test
    void printsInOrder() {
        Cells cells = new Cells();
        evaluator.run("System.out.println(\"a\"); System.err.println(\"b\"); System.out.println(\"c\");", cells,
                p -> "");
        assertEquals(List.of("out:a\n", "err:b\n", "out:c\n"), cells.events());
    }

    @Test
    void stopsABusyLoop() throws InterruptedException {
        CompletableFuture<CellResult> cell = CompletableFuture.supplyAsync(() -> run("while (true) {}"));
        Thread.sleep(300);
        evaluator.interrupt();
        assertEquals(CellResult.Kind.INTERRUPTED,
                assertInstanceOf(CellResult.Failed.class, cell.join()).kind());
        assertEquals(2, assertInstanceOf(CellResult.Done.class, run("1 + 1")).value());
    }
}
