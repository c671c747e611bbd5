package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import matterbook.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The image cannot be built in a test, nor all of docs/hosting.md run: what they say must at least exist and parse. */
class HostingTest {
    private static final Path ROOT = Path.of(System.getProperty("matterbook.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern CALL = Pattern
            .compile("(?:\\./)?matterbook ([a-z]+)((?: +(?:--[a-z-]+|[A-Z/.][^ `|&;\n]*))*)");
    private static final Set<String> INSTRUCTIONS = Set.of("FROM", "COPY", "ENV", "RUN", "ARG", "USER", "WORKDIR",
            "CMD");

    /** Every `matterbook COMMAND --option` of the pages is one that the command line knows. */
    @ParameterizedTest
    @ValueSource(strings = {"binder/Dockerfile", "docs/hosting.md", "docs/teaching.md", "docs/lesson-format.md",
            "docs/threat-model.md", "README.md", "CONTRIBUTING.md"})
    void commandsExist(String page) throws IOException {
        CommandLine main = Main.commandLine();
        List<String> unknown = new ArrayList<>();
        int calls = 0;
        for (Matcher call = CALL.matcher(code(page)); call.find(); calls++) {
            CommandLine command = main.getSubcommands().get(call.group(1));
            if (command == null) {
                unknown.add(call.group());
                continue;
            }
            for (String word : call.group(2).strip().split(" +", -1)) {
                if (word.startsWith("--") && command.getCommandSpec().findOption(word) == null) {
                    unknown.add(call.group());
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(calls > 0, "no command in " + page);
    }

    /** Code alone: prose may say "matterbook runs". */
    private static String code(String page) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        if (!page.endsWith(".md")) {
            return text.replaceAll("(?m)^#.*$", "");
        }
        StringBuilder code = new StringBuilder();
        for (Matcher span = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]+`").matcher(text); span.find();) {
            code.append(span.group().replace("\\|", "|")).append('\n');
        }
        return code.toString();
    }

    @Test
    void theImageInstallsAsThePageSays() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/hosting.md"));
        String image = Files.readString(ROOT.resolve("binder/Dockerfile"));
        String hub = page.substring(page.indexOf("## JupyterHub"));
        Matcher block = BLOCK.matcher(hub);
        assertTrue(block.find());
        for (String command : block.group(1).lines().toList()) {
            assertTrue(image.contains(command), command);
        }
        for (String file : List.of("binder/Dockerfile", "docs/stock-kernel.jsh")) {
            assertTrue(page.contains(file) && Files.exists(ROOT.resolve(file)), file);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void shellLinesParse() throws Exception {
        List<String> scripts = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/hosting.md"))); block.find();) {
            scripts.add(block.group(1));
        }
        String image = Files.readString(ROOT.resolve("binder/Dockerfile")).replaceAll("(?m)^#.*\n", "")
                .replace("\\\n", " ");
        for (String line : image.lines().filter(line -> !line.isBlank()).toList()) {
            assertTrue(INSTRUCTIONS.contains(line.split(" ", -1)[0]), line);
            if (line.startsWith("RUN ")) {
                scripts.add(line.substring("RUN ".length()));
            }
        }
        assertEquals(10, scripts.size());
        for (String script : scripts) {
            assertEquals("", Programs.output(List.of("/bin/sh", "-n", "-c", script)), script);
        }
        try (Stream<String> from = image.lines().filter(line -> line.startsWith("FROM "))) {
            assertEquals(List.of("FROM eclipse-temurin:25-jdk AS jdk", "FROM debian:bookworm-slim"), from.toList());
        }
    }
}
