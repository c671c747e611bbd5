package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at how many threads and how much memory a process and its children use, where the system tells it in
 * {@code /proc}; elsewhere it sees nothing.
 */
final class ChildWatch {
    static final int MOST_THREADS = 400;
    static final int MOST_PROCESSES = 20;
    /** What a JVM uses beside its heap: classes, compiled code, stacks, buffers. */
    private static final long BESIDE_HEAP_KB = 700_000;

    private final ProcessHandle process;
    private final long mostKilobytes;

    ChildWatch(ProcessHandle process, int heapMegabytes) {
        this.process = process;
        mostKilobytes = heapMegabytes * 1024L + BESIDE_HEAP_KB;
    }

    /** Whether the process is over a limit right now. */
    boolean isTooLarge() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        if (all.size() > MOST_PROCESSES) {
            return true;
        }
        long threads = 0;
        long kilobytes = 0;
        for (ProcessHandle one : all) {
            for (String line : status(one.pid())) {
                if (line.startsWith("Threads:")) {
                    threads += number(line);
                } else if (line.startsWith("VmRSS:")) {
                    kilobytes += number(line);
                }
            }
        }
        return threads > MOST_THREADS || kilobytes > mostKilobytes;
    }

    private static List<String> status(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status"));
        } catch (IOException _) {
            return List.of();
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
