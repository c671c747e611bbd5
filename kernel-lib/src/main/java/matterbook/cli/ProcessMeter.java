package matterbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks ten times a second at the processes that this one has started, and theirs: processor time and memory as far as
 * the system tells. The last tenth of a second of each process is not seen.
 */
final class ProcessMeter implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;

    private final Map<Long, Duration> processorTime = new ConcurrentHashMap<>();
    private final Map<Long, Double> megabytes = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("process meter").start(this::watch);

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            ProcessHandle.current().descendants().forEach(this::look);
            try {
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void look(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> processorTime.put(process.pid(), time));
        double peak = megabytes(process.pid(), "VmHWM:");
        if (!Double.isNaN(peak)) {
            megabytes.put(process.pid(), peak);
        }
    }

    /** Seconds of all processes together. */
    double processorSeconds() {
        return processorTime.values().stream().mapToLong(Duration::toNanos).sum() * 1e-9;
    }

    /** The most resident memory that any one process had; NaN where the system does not say. */
    double peakMegabytes() {
        return megabytes.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** A field of {@code /proc/PID/status} that counts memory; NaN where the system has none. */
    static double megabytes(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024e-6).findFirst()
                    .orElse(Double.NaN);
        } catch (IOException _) {
            // another system, or the process has ended by now
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
