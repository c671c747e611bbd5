package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import matterbook.notebook.run.ChildProcess;
import matterbook.notebook.run.StartupCache;

/**
 * What all children of a run share: class path, sandbox and, once {@link #makeCache} was called, a start-up cache. It
 * all lies in one folder and is made before any child runs a learner's code, which can read but not change it where
 * there is a sandbox.
 */
final class Children {
    /** From so many submissions on a cache saves more time than it takes to make. */
    static final int CACHE_PAYS = 12;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CELL = Duration.ofSeconds(60);
    private static final List<String> CHECKS = List.of("check(1 < 2, \"less\");", "checkEqual(1, 2, \"one\");",
            "checkNear(new double[]{1}, new double[]{1}, 1e-9, \"one\");", "Rng.seeded(1).nextDouble();");

    private final Path folder;
    private final int heapMegabytes;
    private final List<Path> classPath;
    private final Sandbox sandbox;
    private List<String> cacheFlag = List.of();

    private Children(Path folder, int heapMegabytes, List<Path> classPath, Sandbox sandbox) {
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.classPath = classPath;
        this.sandbox = sandbox;
    }

    /** Prepares them in an empty folder, without a cache. */
    static Children in(Path folder, int heapMegabytes) throws IOException {
        List<Path> classPath = ChildClassPath.in(folder);
        return new Children(folder, heapMegabytes, classPath, Sandbox.find(classPath, cache(folder)));
    }

    /** What the teacher should know of the sandbox; empty where it is closed. */
    String note() {
        return sandbox.note();
    }

    /** The hash of the code that children run. */
    String hash() throws IOException {
        List<String> versions = new ArrayList<>(List.of(Hash.of(Files.readAllBytes(classPath.getFirst()))));
        classPath.stream().skip(1).forEach(jar -> versions.add(String.valueOf(jar.getFileName())));
        return Hash.of(versions.toString());
    }

    /** Makes the start-up cache by a run of cells of our own; where that fails, children start without one. */
    void makeCache() throws IOException {
        Path cache = cache(folder);
        if (StartupCache.make(cache, this::train).isEmpty()) {
            cacheFlag = List.of(StartupCache.flag(cache));
        }
    }

    /** Outside of the sandbox, because Java writes the cache when it ends. */
    private String train(String flag) throws IOException, InterruptedException {
        List<Job.Item> items = new ArrayList<>();
        StartupCache.CELLS.forEach(cell -> items.add(Job.Item.of(cell, items.size())));
        CHECKS.forEach(cell -> items.add(Job.Item.of(cell, items.size())));
        Path work = Files.createTempDirectory(folder, "training");
        try (GradingChild child = GradingChild.start(new Job(items), Sandbox.bare(classPath, ""), work, heapMegabytes,
                List.of(ChildProcess.QUICK, flag))) {
            for (int i = 0; i < items.size(); i++) {
                if (child.await(i, CELL).reply() == null) {
                    return "the training run ended early";
                }
            }
            return child.awaitExit(PATIENCE) ? "" : "Java did not write it";
        }
    }

    private static Path cache(Path folder) {
        return folder.resolve("matterbook.aot");
    }

    /**
     * Starts one.
     *
     * @param quick whether only the quick compiler is to work; what takes too long with it gets a second go with both
     */
    GradingChild start(Job job, Path work, boolean quick) throws IOException {
        List<String> flags = new ArrayList<>(cacheFlag);
        if (quick) {
            flags.add(ChildProcess.QUICK);
        }
        return GradingChild.start(job, sandbox, work, heapMegabytes, flags);
    }
}
