package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InterruptTest extends EvaluatorFixture {
    private static final String GO = "System.out.println(\"go\");";

    @ParameterizedTest
    @ValueSource(strings = {"{ GO while (true) {} }", "{ GO while (true) { try { sqrt(2); } catch (Throwable t) {} } }",
            "for (boolean first = true;; first = false) { try { if (first) { GO } while (true) {} } catch (Throwable t) {} finally { sqrt(3); } }",
            "{ GO do { } while (true); }", "{ GO Thread.sleep(100_000); }",
            "{ GO while (true) { try { Thread.sleep(10); } catch (InterruptedException e) {} } }",
            "{ GO new java.util.concurrent.LinkedBlockingQueue<String>().take(); }",
            "{ GO var lock = new Object(); synchronized (lock) { lock.wait(); } }",
            "{ GO new java.util.concurrent.CountDownLatch(1).await(); }", "{ GO Thread.currentThread().join(); }",
            "{ GO IntStream.range(0, 1000).parallel().forEach(i -> { while (true) {} }); }",
            "{ GO Stream.iterate(1, i -> i + 1).forEach(i -> {}); }",
            "class Spin { void spin() { GO for (;;) { } } }\nnew Spin().spin();",
            "void ping(int n) { if (n > 0) ping(n - 1); }\n{ GO for (;;) ping(100); }",
            "class Loop { Loop() { GO for (;;) {} } }\nnew Loop();", "Runnable r = () -> { GO for (;;) {} };\nr.run();",
            "{ GO outer: for (;;) { for (int i = 0; i < 10; i++) { switch (i) { case 3: continue outer; default: } } } }",
            "{ GO for (int i = 0; i < 10; i--) { switch (\"a\" + i) { case \"b\" -> {} default -> {} } if (i < -5) i = 5; } }"})
    void stops(String source) {
        assertInterrupted(interrupted(source.replace("GO", GO)));
        assertEquals(2, value("1 + 1"));
    }

    /** A loop of the kit reports its progress; each step looks for a stop. */
    @Test
    void stopsALoopOfTheKit() {
        assertInterrupted(interrupted("""
                import matterbook.core.Progress;
                try (var progress = Progress.start("walk", Long.MAX_VALUE)) {
                    System.out.println("go");
                    Stream.generate(() -> 1L).forEach(progress::step);
                }
                """));
        assertEquals(2, value("1 + 1"));
    }

    @Test
    void aHundredTimesInARow() {
        for (int i = 0; i < 100; i++) {
            assertInterrupted(interrupted("{ " + GO + " while (true) {} }"));
            assertEquals(i, value(i + " + 0"));
        }
    }

    @Test
    void whileNothingRunsItDoesNothing() {
        for (int i = 0; i < 20; i++) {
            evaluator.interrupt();
            assertEquals(i, value(i + " + 0"));
        }
    }

    /** Whenever the interrupt comes, the cell ends as done or as interrupted, and the next cell runs. */
    @Test
    void atAnyMomentTheNextCellRuns() {
        int stopped = 0;
        for (int i = 0; i < 40; i++) {
            long delayMicros = i * 400L;
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                long end = System.nanoTime() + delayMicros * 1000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                evaluator.interrupt();
            });
            CellResult result = run("int a" + i + " = 1;\nlong s" + i + " = 0;\nfor (int k = 0; k < 10; k++) s" + i
                    + " += k;\nThread.sleep(1);\na" + i);
            other.join();
            if (result instanceof CellResult.Failed failed) {
                assertInterrupted(failed);
                stopped++;
            } else {
                assertEquals(1, ((CellResult.Done) result).value());
            }
            assertEquals(3, value("1 + 2"));
        }
        assertTrue(stopped > 0, "no interrupt met a cell");
    }

    @Test
    void theInterruptOfTheCallingThreadStopsTheCell() throws InterruptedException {
        CompletableFuture<CellResult> result = new CompletableFuture<>();
        CompletableFuture<Void> there = new CompletableFuture<>();
        Outputs outputs = new Outputs() {
            @Override
            public synchronized void print(boolean error, String text) {
                there.complete(null);
            }
        };
        Thread caller = new Thread(
                () -> result.complete(evaluator.run("{ " + GO + " for (;;) {} }", outputs, p -> "")));
        caller.start();
        there.join();
        caller.interrupt();
        assertInterrupted(result.join());
        caller.join();
    }

    /** Some waits of the JDK heed no interrupt: after the grace their thread is left behind. */
    @Test
    void codeThatNeverLooksIsLeftBehind() {
        try (Evaluator impatient = Evaluator.create(300)) {
            CompletableFuture<Void> there = new CompletableFuture<>();
            Outputs outputs = new Outputs() {
                @Override
                public synchronized void print(boolean error, String text) {
                    there.complete(null);
                }
            };
            CompletableFuture<CellResult> cell = CompletableFuture.supplyAsync(() -> impatient.run(
                    "var held = new java.util.concurrent.Semaphore(0);\n{ " + GO
                            + " held.acquireUninterruptibly(); }\nint after = 1;",
                    outputs, p -> ""));
            there.join();
            impatient.interrupt();
            CellResult.Failed failed = (CellResult.Failed) cell.join();
            assertEquals("Interrupted; what the cell had called does not stop and goes on unseen", failed.message());
            assertEquals(new CellResult.Done(null, null), impatient.run("held.release();", outputs, p -> ""));
            assertEquals(CellResult.Kind.COMPILE_ERROR,
                    ((CellResult.Failed) impatient.run("after", outputs, p -> "")).kind());
            assertEquals(2, ((CellResult.Done) impatient.run("1 + 1", outputs, p -> "")).value());
        }
    }

    @Test
    void whatWaitsBehindALostCellIsAnswered() throws InterruptedException {
        try (Evaluator impatient = Evaluator.create(300)) {
            CompletableFuture<Void> there = new CompletableFuture<>();
            Outputs outputs = new Outputs() {
                @Override
                public synchronized void print(boolean error, String text) {
                    there.complete(null);
                }
            };
            CompletableFuture<CellResult> cell = CompletableFuture.supplyAsync(() -> impatient.run(
                    "{ " + GO + " new java.util.concurrent.Semaphore(0).acquireUninterruptibly(); }", outputs,
                    p -> ""));
            there.join();
            CompletableFuture<Completeness> answer = new CompletableFuture<>();
            Thread asker = Thread.ofPlatform().daemon().start(() -> answer.complete(impatient.completeness("1 + 1")));
            while (asker.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            impatient.interrupt();
            assertEquals(CellResult.Kind.INTERRUPTED, ((CellResult.Failed) cell.join()).kind());
            assertEquals(new Completeness(Completeness.Status.COMPLETE, ""), answer.join());
        }
    }

    @Test
    void whatAThreadPrintsAfterTheEndGoesNowhere() {
        Outputs outputs = new Outputs();
        PrintStream captured;
        try (Evaluator ended = Evaluator.create()) {
            ended.run("1", outputs, prompt -> "");
            captured = System.out;
        }
        captured.print("x".repeat(10_000));
        assertEquals(List.of(), outputs.events());
    }

    private static void assertInterrupted(CellResult result) {
        assertEquals("Failed[kind=INTERRUPTED, name=Interrupted, message=Interrupted, traceback=[Interrupted], line=0]",
                result.toString());
    }
}
