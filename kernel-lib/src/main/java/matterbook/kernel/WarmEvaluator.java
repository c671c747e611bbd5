package matterbook.kernel;

import java.util.concurrent.CompletableFuture;

import matterbook.core.UserError;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.eval.Evaluator;

/** Makes the evaluator while the sockets are bound and the learner still reads the first lines. */
public final class WarmEvaluator {
    /** Has no value and leaves no name behind, but takes the compiler through all its steps. */
    private static final String WARM_UP = "{ int warm = 1 + 1; }";

    private WarmEvaluator() {}

    /** Starts to make an evaluator on a thread of its own and lets it compile once. */
    public static CompletableFuture<Evaluator> start() {
        CompletableFuture<Evaluator> evaluator = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("kernel-evaluator").start(() -> {
            try {
                Evaluator made = Evaluator.create();
                made.run(WARM_UP, OutputSink.NOWHERE, prompt -> {
                    throw new UserError("nobody is there yet");
                });
                evaluator.complete(made);
            } catch (RuntimeException | Error e) {
                evaluator.completeExceptionally(e);
            }
        });
        return evaluator;
    }
}
