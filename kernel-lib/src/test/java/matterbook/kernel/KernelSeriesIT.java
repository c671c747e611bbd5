package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;

import com.google.gson.JsonObject;
import matterbook.kernel.KernelClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The installed kernel, started and interrupted many times in a row: it must never be deaf. */
class KernelSeriesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void starts() throws IOException, InterruptedException {
        starts(5);
    }

    @Test
    void interrupts() throws IOException, InterruptedException {
        interrupts(10);
    }

    @Test
    @Tag("full")
    void aHundredStarts() throws IOException, InterruptedException {
        starts(100);
    }

    @Test
    @Tag("full")
    void aHundredInterruptsOfALoopAndAHundredOfASleep() throws IOException, InterruptedException {
        interrupts(100);
    }

    private static void starts(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            try (KernelProcess kernel = KernelProcess.start(InstalledKernel.spec().command())) {
                // asked at once: a request that meets a kernel that is still starting must not be lost
                String id = kernel.client().send("execute_request", KernelClient.executeRequest("20 + " + i));
                assertEquals("ok", Json.string(kernel.client().awaitReply(id).content(), "status", ""), "start " + i);
                JsonObject info = kernel.client().ask("kernel_info_request", new JsonObject()).content();
                assertEquals("ok", Json.string(info, "status", ""), "start " + i);
                assertTrue(kernel.shutdown(PATIENCE), "start " + i + " did not end");
            }
        }
    }

    private static void interrupts(int times) throws IOException, InterruptedException {
        try (KernelProcess kernel = KernelProcess.start(InstalledKernel.spec().command())) {
            KernelClient client = kernel.client();
            client.awaitReady();
            for (int i = 0; i < times; i++) {
                interrupt(client, "while (true) { }", i);
                interrupt(client, "Thread.sleep(60_000);", i);
            }
            assertTrue(kernel.shutdown(PATIENCE));
        }
    }

    private static void interrupt(KernelClient client, String endless, int i) {
        String id = client.send("execute_request",
                KernelClient.executeRequest("System.out.println(\"on\"); " + endless));
        Message message = client.nextPublished();
        while (!message.type().equals("stream")) {
            message = client.nextPublished();
        }
        client.control("interrupt_request", new JsonObject());
        Answer answer = client.await(id);
        assertEquals("Interrupted", Json.string(answer.content(), "ename", ""), endless + " " + i);
        assertEquals("" + (i + 1), client.execute(i + " + 1").value(), "after interrupt " + i + " of " + endless);
    }
}
