package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a small copy of the repository, with a stand-in for Maven that logs its calls. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "sed", "find", "head", "grep",
            "tail", "mkdir", "cat", "touch", "mv", "rm", "kill", "sleep");
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    Path temp;
    private Path root;
    private Path bin;

    /** What the launcher printed and how it ended. */
    private record Outcome(int status, String text) {}

    @BeforeEach
    void copyRepository() throws IOException {
        root = temp.resolve("checkout");
        bin = Files.createDirectories(temp.resolve("bin"));
        for (String folder : List.of("kernel-lib/src/main", "notebooks/src", "datasets")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("kernel-lib/pom.xml"), "");
        Files.copy(Path.of(System.getProperty("matterbook.root"), "matterbook"), root.resolve("matterbook"));
        for (String tool : TOOLS) {
            passThrough(tool);
        }
    }

    @Test
    void withoutAJdkTwoLinesSayHowToGetOne() throws Exception {
        Outcome outcome = launch(Map.of("MATTERBOOK_JDK_FOLDERS", temp.resolve("none").toString()), "--version");
        assertEquals(
                """
                        matterbook: a JDK 25 or newer is needed; none is in JAVA_HOME, on the PATH or in the usual folders
                        matterbook: get one from https://adoptium.net (or your system's packages) and set JAVA_HOME to its folder
                        """,
                outcome.text());
        assertEquals(1, outcome.status());
    }

    @Test
    void withoutMavenTwoLinesSayHowToGetIt() throws Exception {
        Outcome outcome = launch(Map.of("JAVA_HOME", JDK), "--version");
        assertEquals(
                """
                        matterbook: Maven is needed to build Matterbook, and there is no mvn on the PATH
                        matterbook: install it with your system's packages (Debian: apt-get install maven) or from https://maven.apache.org
                        """,
                outcome.text());
        assertEquals(1, outcome.status());
    }

    @Test
    void buildsOnceThenOnlyWhenASourceIsNewer() throws Exception {
        fakeMaven("cp -R '" + jarFolder() + "/matterbook.jar' '" + jarFolder() + "/libs' kernel-lib/target/");
        assertEquals(1, builds(launch(Map.of("JAVA_HOME", JDK), "--version")));
        assertEquals(0, builds(launch(Map.of("JAVA_HOME", JDK), "--version")));
        Path source = Files.writeString(root.resolve("kernel-lib/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals(1, builds(launch(Map.of("JAVA_HOME", JDK), "--version")));
    }

    /** What is proposed must work where it is read. */
    @Test
    void proposedCommandsAreThoseThatWereTyped() throws Exception {
        fakeMaven("cp -R '" + jarFolder() + "/matterbook.jar' '" + jarFolder() + "/libs' kernel-lib/target/");
        launch(Map.of("JAVA_HOME", JDK), "--version");
        String missing = "matterbook: missing required parameter: 'TOPIC' (all is listed by %s new --help)\n";
        assertEquals(missing.formatted(root.resolve("matterbook")), launch(Map.of("JAVA_HOME", JDK), "new").text());
        assertEquals(missing.formatted("./matterbook"), shell("cd '" + root + "' && ./matterbook new"));
        assertEquals(missing.formatted("./matterbook"), shell("cd '" + root + "' && sh matterbook new"));
        assertEquals(missing.formatted("matterbook"), shell("PATH=$PATH:'" + root + "'; matterbook new"));
    }

    @Test
    void anOlderJavaHomeIsPassedOver() throws Exception {
        Path old = temp.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        executable(old.resolve("bin/javac"), "#!/bin/sh\n");
        fakeMaven("cp -R '" + jarFolder() + "/matterbook.jar' '" + jarFolder() + "/libs' kernel-lib/target/");
        Outcome outcome = launch(Map.of("JAVA_HOME", old.toString(), "MATTERBOOK_JDK_FOLDERS", JDK), "--version");
        assertEquals(0, outcome.status(), outcome.text());
        assertTrue(outcome.text().contains("Matterbook"), outcome.text());
    }

    @Test
    void aFailedBuildShowsItsEndAndWhereTheRestIs() throws Exception {
        fakeMaven("echo '[INFO] noise'; echo '[ERROR] Foo.java:3 cannot find symbol'; exit 1");
        Outcome outcome = launch(Map.of("JAVA_HOME", JDK), "--version");
        assertEquals(1, outcome.status());
        assertEquals("""
                matterbook: building (about a minute the first time, seconds later)
                [ERROR] Foo.java:3 cannot find symbol
                matterbook: the build failed; all of its output is in %s/kernel-lib/target/build.log
                """.formatted(root.toRealPath()), outcome.text());
    }

    private static Path jarFolder() {
        return Path.of(System.getProperty("matterbook.jar")).toAbsolutePath().resolveSibling(".").normalize();
    }

    private void fakeMaven(String body) throws IOException {
        passThrough("cp");
        executable(bin.resolve("mvn"), "#!/bin/sh\n" + body + "\n");
    }

    /** Puts this one system tool, and nothing that stands beside it, on the launcher's PATH. */
    private void passThrough(String tool) throws IOException {
        Path real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
        executable(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int builds(Outcome outcome) {
        assertEquals(0, outcome.status(), outcome.text());
        assertTrue(outcome.text().contains("Matterbook"), outcome.text());
        return outcome.text().split("matterbook: building", -1).length - 1;
    }

    private String shell(String line) throws Exception {
        return start(Map.of("JAVA_HOME", JDK), new ProcessBuilder("/bin/sh", "-c", line)).text();
    }

    private Outcome launch(Map<String, String> environment, String... args) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", root.resolve("matterbook").toString());
        builder.command().addAll(List.of(args));
        return start(environment, builder);
    }

    private Outcome start(Map<String, String> environment, ProcessBuilder builder) throws Exception {
        builder.environment().keySet().removeIf(name -> !name.equals("LANG"));
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", temp.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher did not end");
        return new Outcome(process.exitValue(), text);
    }
}
