package matterbook.kernel.install;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import matterbook.kernel.Json;
import matterbook.kernel.KernelClient;
import matterbook.kernel.KernelProcess;
import matterbook.notebook.run.StartupCache;

/**
 * The start-up cache of a bundle, trained by a conversation with a kernel. It lies in the folder whose name is the
 * hash of all jars, the JDK's build and the flags: what it was made from cannot change beneath it.
 */
final class AotCache {
    static final String NAME = "matterbook.aot";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private AotCache() {}

    /** The flag that makes Java use the cache of this folder. */
    static String option(Path folder) {
        return StartupCache.flag(folder.resolve(NAME));
    }

    /** Makes the cache; returns why that failed, empty if it did not. Without a cache kernels only start slower. */
    static String train(Path java, Path folder) throws IOException {
        return StartupCache.make(folder.resolve(NAME), flag -> {
            List<String> command = new ArrayList<>(JavaFlags.commandLine(java, folder, flag));
            command.add("{connection_file}");
            try (KernelProcess kernel = KernelProcess.start(command)) {
                converse(kernel.client());
                return kernel.shutdown(PATIENCE)
                        ? ""
                        : "Java did not write it within " + PATIENCE.toMinutes() + " minutes";
            } catch (IllegalStateException e) {
                return "the training kernel gave " + e.getMessage();
            }
        });
    }

    private static void converse(KernelClient client) {
        client.awaitReady();
        StartupCache.CELLS.forEach(client::execute);
        client.ask("complete_request", Json.object("code", "Math.sq", "cursor_pos", 7));
        client.ask("inspect_request", Json.object("code", "Math.sqrt(2)", "cursor_pos", 7, "detail_level", 0));
        client.ask("is_complete_request", Json.object("code", "int y = "));
        client.ask("history_request", Json.object("hist_access_type", "tail", "n", 3));
    }
}
