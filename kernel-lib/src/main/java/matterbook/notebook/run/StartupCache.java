package matterbook.notebook.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The start-up cache of a Java process that evaluates cells (JEP 483, 514): classes loaded and linked ahead of time by
 * a training run that does what the first cells of a lesson do. Java does not notice when a jar of the cache changes
 * (JDK-8377932), so whoever makes one sees to it that cache and jars stay together.
 */
public final class StartupCache {
    /** What a training run evaluates: each way in which a cell can end, and what cells use most. */
    public static final List<String> CELLS = List.of("1 + 1", "var x = 3;", "x", "System.out.println(x)",
            "record Point(double x, double y) {}", "new Point(1, 2)", "int twice(int n) { return 2 * n; }", "twice(21)",
            "for (int i = 0; i < 3; i++) { x += i; }", "List.of(1, 2, 3).stream().map(n -> n * n).toList()",
            "new double[]{1, 2, 3}", "undefined(1)", "List.of(1).get(3)");

    private StartupCache() {}

    /** A Java process that evaluates cells and ends, upon which Java writes the cache. */
    public interface Training {
        /** Runs it with one more flag; returns why it did not end well, empty if it did. */
        String run(String flag) throws IOException, InterruptedException;
    }

    /** The flag that makes Java use a cache. Java that cannot use it starts without it. */
    public static String flag(Path cache) {
        return "-XX:AOTCache=" + cache;
    }

    /** Makes the cache; returns why that failed, empty if it did not. Without one Java only starts more slowly. */
    public static String make(Path cache, Training training) throws IOException {
        String problem;
        try {
            problem = training.run("-XX:AOTCacheOutput=" + cache);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            problem = "interrupted";
        }
        boolean written = Files.isRegularFile(cache);
        if (problem.isEmpty() && !written) {
            problem = "Java wrote none";
        }
        if (!problem.isEmpty() && written) {
            Files.delete(cache);
        }
        return problem;
    }
}
