package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

class CapturedStreamsTest extends EvaluatorFixture {
    @Test
    void outErrAndDisplayInOrder() {
        assertEquals(List.of("out:a\n", "err:b\n", "out:c", "display:7", "out:d\n", "update:8"), outputs("""
                System.out.println("a");
                System.err.println("b");
                System.out.print("c");
                var shown = display(7);
                IO.println("d");
                shown.update(8);
                """));
    }

    @Test
    void smallPiecesArriveTogether() {
        assertEquals(List.of("out:" + "x".repeat(2000)),
                outputs("for (int i = 0; i < 2000; i++) System.out.print('x');"));
    }

    /** Characters of one to four bytes, so that every place of a piece's end occurs. */
    @Test
    void noCharacterIsSplit() {
        List<String> events = outputs("for (int i = 0; i < 9000; i++) System.out.print(\"aä€😀\");");
        assertTrue(events.size() > 5, "only " + events.size() + " pieces");
        StringBuilder all = new StringBuilder();
        events.forEach(event -> all.append(event.substring("out:".length())));
        assertEquals("aä€😀".repeat(9000), all.toString());
    }

    /** 300 MB through a heap of which a fraction is free: the pieces are handed on, not kept. */
    @Test
    void muchOutputIsHandedOn() {
        AtomicLong length = new AtomicLong();
        AtomicInteger longest = new AtomicInteger();
        Outputs counting = new Outputs() {
            @Override
            public synchronized void print(boolean error, String text) {
                length.addAndGet(text.length());
                longest.accumulateAndGet(text.length(), Math::max);
            }
        };
        evaluator.run("var line = \"y\".repeat(1_000_000);\nfor (int i = 0; i < 300; i++) System.out.println(line);",
                counting, prompt -> "");
        assertEquals(300_000_300L, length.get());
        assertTrue(longest.get() <= 8192, "a piece of " + longest.get());
    }

    @Test
    void aLongCellShowsItsOutputWhileItRuns() {
        List<Long> times = new ArrayList<>();
        Outputs timed = new Outputs() {
            @Override
            public synchronized void print(boolean error, String text) {
                times.add(System.nanoTime());
            }
        };
        evaluator.run("System.out.println(\"early\");\nThread.sleep(600);\nSystem.out.println(\"late\");", timed,
                p -> "");
        assertEquals(2, times.size());
        assertTrue(times.get(1) - times.get(0) > 300_000_000L, "both came at the end");
    }

    @Test
    void outputOfAThreadThatOutlivesItsCellGoesToTheLastSink() throws InterruptedException {
        Outputs first = new Outputs();
        evaluator.run("var gate = new java.util.concurrent.CountDownLatch(1);\n"
                + "Thread.ofPlatform().start(() -> { try { gate.await(); } catch (InterruptedException e) {} "
                + "System.out.println(\"later\"); });", first, p -> "");
        Outputs second = new Outputs();
        evaluator.run("gate.countDown();\nThread.sleep(300);", second, p -> "");
        assertEquals(List.of(), first.events());
        assertEquals(List.of("out:later\n"), second.events());
    }

    @Test
    void readsLinesWithTheirPrompt() {
        List<String> prompts = new ArrayList<>();
        Outputs outputs = new Outputs();
        CellResult result = evaluator.run("""
                System.out.println("hi");
                String name = IO.readln("name? ");
                var scanner = new Scanner(System.in);
                System.out.print("age: ");
                int age = scanner.nextInt();
                name + age
                """, outputs, prompt -> {
            prompts.add(prompt);
            return prompt.startsWith("name") ? "Zoë" : "42";
        });
        assertEquals("Zoë42", ((CellResult.Done) result).value());
        assertEquals("name? ", prompts.getFirst());
        // a machine that pauses between print and read shows the prompt as output; it is never lost
        String shown = String.join("", outputs.events()).replace("out:", "") + prompts.getLast();
        assertEquals("hi\nage: ", shown);
    }

    @Test
    void withoutInputItSaysSo() {
        CellResult result = evaluator.run("IO.readln()", new Outputs(), prompt -> {
            throw new UserError("this run takes no input");
        });
        assertEquals("this run takes no input", ((CellResult.Failed) result).message());
        assertEquals("next", ((CellResult.Done) evaluator.run("IO.readln()", new Outputs(), p -> "next")).value());
    }
}
