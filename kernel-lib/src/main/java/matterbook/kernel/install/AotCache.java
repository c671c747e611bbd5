package matterbook.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import matterbook.kernel.Json;
import matterbook.kernel.KernelClient;
import matterbook.kernel.KernelProcess;

/**
 * The start-up cache of a bundle: classes loaded and linked ahead of time by a training run that does what the
 * first cells of a lesson do. Java does not notice when a jar of the cache changes (JDK-8377932), so the cache lies
 * in the folder whose name is the hash of all jars, the JDK's build and the flags.
 */
final class AotCache {
    static final String NAME = "matterbook.aot";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> CELLS = List.of("1 + 1", "var x = 3;", "x", "System.out.println(x)",
            "record Point(double x, double y) {}", "new Point(1, 2)", "int twice(int n) { return 2 * n; }", "twice(21)",
            "for (int i = 0; i < 3; i++) { x += i; }", "List.of(1, 2, 3).stream().map(n -> n * n).toList()",
            "new double[]{1, 2, 3}", "undefined(1)", "List.of(1).get(3)");

    private AotCache() {}

    /** The flag that makes Java use the cache of this folder. */
    static String option(Path folder) {
        return "-XX:AOTCache=" + folder.resolve(NAME);
    }

    /** Makes the cache; returns why that failed, empty if it did not. Without a cache kernels only start slower. */
    static String train(Path java, Path folder) throws IOException {
        Path cache = folder.resolve(NAME);
        List<String> command = new ArrayList<>(
                JavaFlags.commandLine(java, folder, "-XX:AOTCacheOutput=" + cache));
        command.add("{connection_file}");
        String problem = "";
        try (KernelProcess kernel = KernelProcess.start(command)) {
            converse(kernel.client());
            if (!kernel.shutdown(PATIENCE)) {
                problem = "Java did not write it within " + PATIENCE.toMinutes() + " minutes";
            }
        } catch (IllegalStateException e) {
            problem = "the training kernel gave " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "interrupted";
        }
        if (problem.isEmpty() && !Files.isRegularFile(cache)) {
            problem = "Java wrote none";
        }
        if (!problem.isEmpty()) {
            Files.deleteIfExists(cache);
        }
        return problem;
    }

    private static void converse(KernelClient client) {
        client.awaitReady();
        CELLS.forEach(client::execute);
        client.ask("complete_request", Json.object("code", "Math.sq", "cursor_pos", 7));
        client.ask("inspect_request", Json.object("code", "Math.sqrt(2)", "cursor_pos", 7, "detail_level", 0));
        client.ask("is_complete_request", Json.object("code", "int y = "));
        client.ask("history_request", Json.object("hist_access_type", "tail", "n", 3));
    }
}
