package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.jspecify.annotations.Nullable;

/** One evaluator for the tests of a class; names are shared, as in a notebook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EvaluatorFixture {
    Evaluator evaluator;

    @BeforeAll
    void start() {
        evaluator = Evaluator.create();
    }

    @AfterAll
    void stop() {
        evaluator.close();
    }

    CellResult run(String source) {
        return evaluator.run(source, new Outputs(), prompt -> "");
    }

    /** The value of a cell that must succeed. */
    @Nullable
    Object value(String source) {
        CellResult result = run(source);
        return assertInstanceOf(CellResult.Done.class, result, () -> source + " -> " + result).value();
    }

    /** The result of a cell that must fail. */
    CellResult.Failed failure(String source) {
        CellResult result = run(source);
        return assertInstanceOf(CellResult.Failed.class, result, () -> source + " -> " + result);
    }

    List<String> outputs(String source) {
        Outputs outputs = new Outputs();
        CellResult result = evaluator.run(source, outputs, prompt -> "");
        assertInstanceOf(CellResult.Done.class, result, () -> source + " -> " + result);
        return outputs.events();
    }

    /** Runs a cell that prints a line when it is where it should be interrupted, and interrupts it there. */
    CellResult interrupted(String source) {
        CompletableFuture<Void> there = new CompletableFuture<>();
        Outputs outputs = new Outputs() {
            @Override
            public synchronized void print(boolean error, String text) {
                super.print(error, text);
                there.complete(null);
            }
        };
        CompletableFuture<CellResult> cell = CompletableFuture.supplyAsync(
                () -> evaluator.run(source, outputs, prompt -> ""), task -> Thread.ofPlatform().start(task));
        CompletableFuture.anyOf(there, cell).join();
        evaluator.interrupt();
        return cell.join();
    }
}
