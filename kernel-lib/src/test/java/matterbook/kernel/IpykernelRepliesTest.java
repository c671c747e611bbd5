package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import matterbook.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our answers have the shape of ipykernel's. Its answers (ipykernel 6.17) are recorded in
 * src/test/resources/matterbook/kernel/ipykernel-replies.json; {@code mvn verify -Pfull} asks it again.
 */
class IpykernelRepliesTest {
    private static final Path RECORD = Path.of(System.getProperty("matterbook.root"),
            "kernel-lib/src/test/resources/matterbook/kernel/ipykernel-replies.json");

    @Test
    void oursAreLikeTheRecordedOnes() throws IOException {
        try (TestKernel kernel = new TestKernel()) {
            String said = text(Conversation.with(kernel.client, false));
            Files.writeString(Path.of("target", "our-replies.json"), said, StandardCharsets.UTF_8);
            assertEquals(Files.readString(RECORD, StandardCharsets.UTF_8), said);
        }
    }

    /** Where this fails the new record is in target/ipykernel-replies.json, and ours in target/our-replies.json. */
    @Test
    @Tag("full")
    void theRecordIsWhatIpykernelSays() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Programs.require(Files.isExecutable(python), "Debian's python3");
        Programs.require(Programs.python("import ipykernel").isBlank(), "python3-ipykernel");
        try (KernelProcess kernel = KernelProcess
                .start(List.of(python.toString(), "-m", "ipykernel_launcher", "-f", "{connection_file}"))) {
            kernel.client().awaitReady();
            String said = text(Conversation.with(kernel.client(), true));
            Files.writeString(Path.of("target", "ipykernel-replies.json"), said, StandardCharsets.UTF_8);
            assertEquals(Files.readString(RECORD, StandardCharsets.UTF_8), said);
        }
    }

    private static String text(Map<String, JsonElement> notes) {
        return new GsonBuilder().setPrettyPrinting().create().toJson(notes) + "\n";
    }
}
