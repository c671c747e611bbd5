package matterbook.fluid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The course's systems, as files of settings that travel in the jar. */
public final class Presets {
    /** Their names. */
    public static final List<String> NAMES = List.of("a4", "a5", "a6", "a7", "a8", "final");

    private Presets() {}

    /** Whether this is one, in letters of any size. */
    public static boolean has(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What one of {@link #NAMES} is, in a line: the remark that its settings begin with. */
    public static String description(String name) throws IOException {
        return text(name).lines().findFirst().orElseThrow().substring(2);
    }

    /** The settings of one of {@link #NAMES}. */
    public static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Presets.class.getResourceAsStream(name.toLowerCase(Locale.ROOT) + ".fluid"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
