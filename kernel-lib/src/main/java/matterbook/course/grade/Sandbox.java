package matterbook.course.grade;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.notebook.run.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * The command line of children: Java with its limits and, where bubblewrap is installed and works, inside of a
 * sandbox that shows them the JDK, the jars and the system's libraries for reading, a folder of their own, and no
 * network and no other process.
 */
public final class Sandbox {
    /** Where the child's folder stands inside the sandbox. */
    private static final String INSIDE = "/tmp/submission";
    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64",
            "/etc/ld.so.cache", "/etc/fonts", "/etc/alternatives");
    private static final String MISSING = "bubblewrap is not installed";

    private final List<String> bubblewrap;
    private final List<Path> classPath;
    private final String note;

    private Sandbox(List<String> bubblewrap, List<Path> classPath, String note) {
        this.bubblewrap = List.copyOf(bubblewrap);
        this.classPath = classPath;
        this.note = note;
    }

    /**
     * Inside of bubblewrap where it works; {@link #note} says where it does not.
     *
     * @param cache a file that children may read, if it is there by then
     */
    static Sandbox find(List<Path> classPath, Path cache) throws IOException {
        Path program = onPath("bwrap");
        if (program == null) {
            return bare(classPath, MISSING);
        }
        List<String> prefix = bubblewrap(program, classPath);
        prefix.addAll(List.of("--ro-bind-try", cache.toString(), cache.toString()));
        String problem = tryOut(prefix);
        return problem.isEmpty()
                ? new Sandbox(prefix, classPath, "")
                : bare(classPath, "bubblewrap does not work here (" + problem + ")");
    }

    /** Why submissions would run without a sandbox here; empty where it works. */
    public static String problem() throws IOException {
        Path program = onPath("bwrap");
        String problem = program == null ? MISSING : tryOut(bubblewrap(program, List.of()));
        return program == null || problem.isEmpty() ? problem : "bubblewrap does not work here (" + problem + ")";
    }

    /** Without bubblewrap, whether it is there or not. */
    static Sandbox bare(List<Path> classPath, String why) {
        return new Sandbox(List.of(), classPath, why + ": submissions can read and change the files that you can,"
                + " marks among them, and reach the network; see docs/threat-model.md");
    }

    /** What the teacher should know, in one line; empty where the sandbox is closed. */
    String note() {
        return note;
    }

    /** Starts Java in an empty working folder. */
    Process start(Path folder, List<String> flags, String mainClass) throws IOException {
        List<String> command = new ArrayList<>();
        boolean boxed = !bubblewrap.isEmpty();
        if (boxed) {
            command.addAll(bubblewrap);
            command.addAll(List.of("--bind", folder.toString(), INSIDE, "--chdir", INSIDE, "--"));
        } else if (onPath("setsid") != null) {
            // Ctrl-C on the terminal is for the grader, which must not take it for a crash of the child
            command.add("setsid");
        }
        command.add(ChildProcess.java().toString());
        command.addAll(flags);
        command.add("-Djava.io.tmpdir=" + (boxed ? INSIDE : folder));
        command.add("-Duser.home=" + (boxed ? INSIDE : folder));
        command.addAll(List.of("-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), mainClass));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LANG", "C.UTF-8");
        return builder.start();
    }

    private static List<String> bubblewrap(Path program, List<Path> classPath) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "--unshare-all", "--new-session", "--die-with-parent"));
        List<String> system = new ArrayList<>(SYSTEM);
        try (Stream<Path> etc = Files.list(Path.of("/etc"))) {
            // Debian's JDKs keep their settings there
            etc.map(Path::toString).filter(path -> path.startsWith("/etc/java-")).sorted().forEach(system::add);
        }
        system.stream().filter(path -> Files.exists(Path.of(path)))
                .forEach(path -> command.addAll(List.of("--ro-bind", path, path)));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        String home = System.getProperty("java.home");
        command.addAll(List.of("--ro-bind", home, home));
        classPath.forEach(jar -> command.addAll(List.of("--ro-bind", jar.toString(), jar.toString())));
        return command;
    }

    /** Why the sandbox cannot start Java; empty where it can. */
    private static String tryOut(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("--", ChildProcess.java().toString(), "--version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? ""
                    : said.lines().findFirst().orElse("no reason given");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            process.destroyForcibly();
        }
    }

    private static @Nullable Path onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program);
            }
        }
        return null;
    }
}
