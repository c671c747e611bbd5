package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts in a JVM of its own whose system has no fonts. */
class HeadlessTest {
    private static final String GLYPHS = "αβγδεζηθικλμνξοπρστυφχψω ΔΩΣ ₀₁₂₃₄₅₆₇₈₉ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ Å ⟨⟩ ± · × √ ∞ ≤ ≥ ≈ ≠ → ∂ ∇ ∑ ∫ ħ … −";

    @TempDir
    Path home;

    /** The child: {@code chart} draws with this package's fonts, {@code plain} shows what happens without. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) {
            if (args[0].equals("chart")) {
                Pictures.png(Plot.line("⟨E⟩ / ε", new double[]{1, 2}), 2);
                Pictures.svg(Plot.histogram("σ²", new double[]{1, 2, 3}));
            }
            BufferedImage image = new BufferedImage(50, 20, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            g.drawString("text", 1, 15);
            g.dispose();
            System.exit(Boolean.getBoolean("java.awt.headless") || args[0].equals("plain") ? 0 : 3);
        }
    }

    @Test
    void theFontHasEveryGlyphThatScienceNeeds() {
        assertEquals(-1, Fonts.plain(14).canDisplayUpTo(GLYPHS));
        assertEquals(-1, Fonts.bold(14).canDisplayUpTo(GLYPHS));
    }

    @Test
    void drawsWhereTheSystemHasNoFonts() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux asks fontconfig for fonts");
        Result without = run("plain");
        assertTrue(without.status != 0 && without.output.contains("Fontconfig head is null"),
                "hiding the fonts does not work, so this test shows nothing: " + without);
        assertEquals(new Result(0, ""), run("chart"));
        try (Stream<Path> unpacked = Files.walk(home.resolve("cache/matterbook"))) {
            assertEquals(List.of("DejaVuSans-Bold.ttf", "DejaVuSans.ttf", "fontconfig.properties"),
                    unpacked.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(new Result(0, ""), run("chart"), "a second start finds the fonts unpacked");
    }

    @Test
    void drawsWhereTheCacheCannotBeWritten() throws IOException, InterruptedException {
        Files.writeString(home.resolve("cache"), "a file where the folder should be");
        assertEquals(new Result(0, ""), run("chart"));
    }

    private record Result(int status, String output) {}

    private Result run(String what) throws IOException, InterruptedException {
        Path empty = home.resolve("fonts.conf");
        Files.writeString(empty, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
        ProcessBuilder child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Duser.home=" + home, "-Djava.io.tmpdir=" + home, "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), what);
        child.environment().put("FONTCONFIG_FILE", empty.toString());
        child.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        child.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = child.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
