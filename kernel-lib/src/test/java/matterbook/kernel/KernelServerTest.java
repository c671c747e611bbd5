package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.google.gson.JsonObject;
import matterbook.kernel.KernelClient.Answer;
import matterbook.notebook.eval.Evaluator;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KernelServerTest {
    private TestKernel kernel;
    private KernelClient client;

    @BeforeAll
    void start() {
        kernel = new TestKernel();
        client = kernel.client;
    }

    @AfterAll
    void stop() {
        kernel.close();
    }

    @Test
    void aValueIsShownBetweenBusyAndIdle() {
        Answer answer = client.execute("6 * 7");
        assertEquals("42", answer.value());
        assertEquals(List.of("status", "execute_input", "execute_result", "status"), types(answer));
    }

    @Test
    void aServerThatIsClosedLeavesNoThread() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        KernelConnectionProperties connection = Connections.loopback();
        try (KernelServer ignored = new KernelServer(connection, new CompletableFuture<>(), Clock.systemUTC());
                KernelClient other = new KernelClient(connection, Duration.ofSeconds(20))) {
            assertTrue(other.beats(new byte[]{1}));
            other.awaitReady();
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(thread -> !thread.getName().matches("(kernel-|iothread|reaper).*"));
        for (Thread thread : left) {
            thread.join(5000);
            assertFalse(thread.isAlive(), thread + " is left");
        }
    }

    @Test
    void everyMessageNamesItsRequestAndEveryIdOnce() {
        Answer answer = client.execute("System.out.println(1); 2");
        List<String> ids = answer.published().stream().map(Message::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertTrue(answer.published().stream().allMatch(m -> m.parentId().equals(answer.reply().parentId())));
    }

    @Test
    void printedTextComesInItsOrder() {
        Answer answer = client.execute("""
                for (int i = 0; i < 3; i++) {
                    System.out.print(i);
                    System.err.print(i);
                }
                """);
        StringBuilder order = new StringBuilder();
        for (JsonObject stream : answer.published("stream")) {
            order.append(Json.string(stream, "name", "").charAt(3)).append(Json.string(stream, "text", ""));
        }
        assertEquals("o0e0o1e1o2e2", order.toString());
    }

    @Test
    void manyLinesBecomeFewMessages() {
        Answer answer = client.execute("for (int i = 0; i < 20000; i++) System.out.println(i);");
        assertTrue(answer.printed("stdout").endsWith("\n19999\n"));
        assertEquals(20_000, answer.printed("stdout").lines().count());
        assertTrue(answer.published("stream").size() < 200, answer.published("stream").size() + " messages");
    }

    @Test
    void errorsOfTheVirtualMachineAreAnsweredToo() {
        client.execute("int deep(int n) { return deep(n + 1) + 1; }");
        Answer answer = client.execute("deep(0)");
        assertEquals("error", answer.status());
        assertEquals("StackOverflowError", Json.string(answer.content(), "ename", "").replaceAll(".*\\.", ""));
        assertEquals("3", client.execute("1 + 2").value());
    }

    @Test
    void aLineOfInputIsAskedForAndGiven() {
        Answer answer = client.converse("IO.readln(\"your name? \")", prompt -> prompt.equals("your name? ")
                ? "Ada"
                : "wrong prompt " + prompt);
        assertEquals("Ada", answer.value().replace("\"", ""));
    }

    @Test
    void withoutAFrontEndInputIsRefusedInWords() {
        Answer answer = client.execute("IO.readln(\"name? \")");
        assertEquals("error", answer.status());
        assertTrue(Json.string(answer.content(), "evalue", "").contains("this cell asks for input, but the front end "
                + "that runs it cannot give any; run it in a notebook or a console"), answer.content().toString());
    }

    @Test
    void aWrongSignatureIsDroppedAndTheKernelLives() {
        KernelConnectionProperties c = kernel.connection;
        KernelConnectionProperties forged = new KernelConnectionProperties(c.getIp(), c.getControlPort(),
                c.getShellPort(), c.getStdinPort(), c.getHbPort(), c.getIopubPort(), "tcp", "hmac-sha256", "guess");
        Wire wire = new Wire(forged, "forger", Clock.systemUTC());
        client.sendRaw(wire.encode(wire.create("execute_request", List.of(), new JsonObject(),
                KernelClient.executeRequest("int forgedByAStranger = 1;"))));
        client.sendRaw(List.of("garbage".getBytes(StandardCharsets.UTF_8)));
        assertEquals("error", client.execute("forgedByAStranger").status());
    }

    @Test
    void signedNonsenseIsIgnored() {
        Wire wire = new Wire(kernel.connection, "me", Clock.systemUTC());
        client.sendRaw(wire.encode(wire.create("nonsense_request", List.of(), new JsonObject(), new JsonObject())));
        assertEquals("2", client.execute("1 + 1").value());
    }

    @Test
    void theHeartBeats() {
        assertTrue(client.beats("ping".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anUnknownCommTargetIsClosed() {
        client.send("comm_open", Json.object("comm_id", "c1", "target_name", "nowhere", "data", new JsonObject()));
        Message message = client.nextPublished();
        while (!message.type().equals("comm_close")) {
            message = client.nextPublished();
        }
        assertEquals("c1", Json.string(message.content(), "comm_id", ""));
    }

    @Test
    void cursorsCountCodePoints() {
        String code = "var \uD835\uDC65 = \"\uD83D\uDE00\"; \"abc\".lengt";
        JsonObject reply = client.ask("complete_request",
                Json.object("code", code, "cursor_pos", code.codePointCount(0, code.length()))).content();
        assertTrue(reply.getAsJsonArray("matches").toString().contains("length"), reply.toString());
        assertEquals(code.codePointCount(0, code.length()) - 5, Json.integer(reply, "cursor_start", -1));
    }

    @Test
    void aBusyLoopIsInterruptedWhileItRuns() {
        assertInterrupted("while (true) { }");
    }

    @Test
    void aSleepIsInterrupted() {
        assertInterrupted("Thread.sleep(60_000);");
    }

    @Test
    void aWaitForInputIsInterrupted() {
        JsonObject request = KernelClient.executeRequest("System.out.println(\"on\"); IO.readln(\"? \")");
        request.addProperty("allow_stdin", true);
        assertInterrupted(request);
    }

    @Test
    void anInterruptWithoutACellDoesNotHitTheNext() {
        assertEquals("ok", Json.string(client.control("interrupt_request", new JsonObject()), "status", ""));
        assertEquals("5", client.execute("2 + 3").value());
    }

    @Test
    void requestsThatCameBeforeTheEvaluatorAreAnsweredWhenItIsThere() throws InterruptedException {
        CompletableFuture<Evaluator> late = new CompletableFuture<>();
        KernelConnectionProperties connection = Connections.loopback();
        try (KernelClient early = new KernelClient(connection, Duration.ofSeconds(20))) {
            String id = early.send("execute_request", KernelClient.executeRequest("1 + 1"));
            try (KernelServer server = new KernelServer(connection, late, Clock.systemUTC())) {
                assertEquals("ok", Json.string(early.control("kernel_info_request", new JsonObject()), "status", ""));
                try (Evaluator evaluator = Evaluator.create()) {
                    late.complete(evaluator);
                    Answer answer = early.await(id);
                    assertEquals("2", answer.value());
                    assertEquals("ok", Json.string(
                            early.control("shutdown_request", Json.object("restart", true)), "status", ""));
                    server.awaitShutdown();
                }
            }
        }
    }

    private void assertInterrupted(String endless) {
        assertInterrupted(KernelClient.executeRequest("System.out.println(\"on\"); " + endless));
    }

    private void assertInterrupted(JsonObject request) {
        String id = client.send("execute_request", request);
        while (!client.nextPublished().type().equals("stream")) {
            Thread.onSpinWait();
        }
        client.control("interrupt_request", new JsonObject());
        Answer answer = client.await(id);
        assertEquals("error", answer.status());
        assertEquals("Interrupted", Json.string(answer.content(), "ename", ""));
        assertEquals("9", client.execute("3 * 3").value());
    }

    private static List<String> types(Answer answer) {
        return answer.published().stream().map(Message::type).toList();
    }
}
