package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** docs/teaching.md does what it says: its commands run in their order, in a folder that has the sources alone. */
@DisabledOnOs(OS.WINDOWS)
class TeachingIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("`(marks/[^`]+)`");
    private static final Path ROOT = Path.of(System.getProperty("matterbook.root"));

    @TempDir
    private Path clone;

    @Test
    void everyCommandWorks() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/teaching.md"));
        prepare();
        List<String> commands = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(page); block.find();) {
            commands.addAll(block.group(1).lines().toList());
        }
        assertEquals(9, commands.size(), commands.toString());
        List<String> said = new ArrayList<>();
        for (String command : commands) {
            said.add(run(command));
        }
        assertTrue(said.get(0).contains("-random-walk.jsh\nEdit it, then: ./matterbook weave --outputs "), said.get(0));
        assertTrue(
                said.get(2).endsWith("-random-walk: lecture and solutions run, 1 check rejects the stubs and 2 wrong "
                        + "answers\n"),
                said.get(2));
        assertTrue(Pattern.compile("-random-walk +0 of 1 +0 of 1 +meanSquare\n").matcher(said.get(3)).find(),
                said.get(3));
        String grades = said.getLast();
        assertTrue(Pattern.compile("(?m)^ada,\\d\\d-random-walk,0,1,graded$").matcher(grades).find(), grades);
        assertTrue(Pattern.compile("(?m)^ben,\\d\\d-random-walk,1,1,graded$").matcher(grades).find(), grades);
        int files = 0;
        for (Matcher file = FILE.matcher(page); file.find(); files++) {
            assertTrue(Files.size(clone.resolve(file.group(1))) > 0, file.group(1));
        }
        assertEquals(5, files);
    }

    /** The sources of the lessons, and a launcher that runs the packaged jar. */
    private void prepare() throws IOException {
        Path sources = Files.createDirectories(clone.resolve("notebooks/src"));
        try (Stream<Path> lessons = Files.list(ROOT.resolve("notebooks/src"))) {
            for (Path lesson : lessons.toList()) {
                Files.copy(lesson, sources.resolve(lesson.getFileName()));
            }
        }
        Path launcher = Files.writeString(clone.resolve("matterbook"), "#!/bin/sh\nexec '"
                + Path.of(System.getProperty("java.home"), "bin/java") + "' -jar '"
                + Path.of(System.getProperty("matterbook.jar")).toAbsolutePath() + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command).directory(clone.toFile())
                .redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), command + "\n" + said);
        return said;
    }
}
