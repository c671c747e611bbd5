package matterbook.notebook.run;

import java.nio.file.Path;
import java.util.List;

import matterbook.core.Stop;
import matterbook.core.Stopped;

/**
 * A process that works for this JVM and ends no later than it. When this JVM is told to end (Ctrl-C), all work is
 * asked to stop before the process is killed, so that its end is not taken for a crash.
 */
public final class ChildProcess implements AutoCloseable {
    /**
     * Only the quick one of Java's two compilers. Most of the time of many short cells goes into compiling and
     * starting; what computes for long is slower without the other one.
     */
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Thread hook = new Thread(this::stop, "stop child");

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Takes charge of a process that was just started.
     *
     * @throws Stopped if this JVM is ending by now; the process is killed
     */
    public static ChildProcess of(Process process) {
        ChildProcess child = new ChildProcess(process);
        try {
            Runtime.getRuntime().addShutdownHook(child.hook);
        } catch (IllegalStateException _) {
            child.stop();
            throw new Stopped();
        }
        return child;
    }

    /** The program that runs this JVM. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The flags of every child JVM that evaluates cells. */
    public static List<String> flags(int heapMegabytes) {
        return List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
                // Tablesaw looks for its readers with a library that warns on standard error otherwise
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    private void stop() {
        Stop.request();
        kill();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Kills the process and all that it has started. */
    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this JVM is going down and the hook has run or will run
        }
    }
}
