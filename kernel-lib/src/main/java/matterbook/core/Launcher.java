package matterbook.core;

import java.io.File;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands to propose to people, in the words that work where they are. */
public final class Launcher {
    /** The launcher sets it to its own name as it was typed. */
    private static final String PROPERTY = "matterbook.command";
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Pattern PLAIN = Pattern.compile(WINDOWS ? "[\\w@+=:,./\\\\-]+" : "[\\w@%+=:,./-]+");

    private Launcher() {}

    /**
     * A command line that begins with the launcher as it was typed, or {@code ./matterbook} where there was none; words
     * with spaces in them are quoted as the shell needs it.
     */
    public static String command(String... words) {
        return Stream.concat(Stream.of(System.getProperty(PROPERTY, "./matterbook")), Arrays.stream(words))
                .map(Launcher::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return WINDOWS ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
