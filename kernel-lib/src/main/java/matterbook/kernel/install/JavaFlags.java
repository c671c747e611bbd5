package matterbook.kernel.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags with which the kernel's Java starts; benchmarks and training use exactly these. docs/decisions/0005-kernel-start-and-install.md
 * says what each is for.
 */
public final class JavaFlags {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:MaxRAMPercentage=50",
            "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable", "-Xlog:all=off");

    private JavaFlags() {}

    /** All flags but the cache's. */
    public static List<String> base() {
        return FLAGS;
    }

    /** Jupyter's command line for a kernel of this bundle. */
    static List<String> commandLine(Path java, Path bundle, String cacheOption) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        if (!cacheOption.isEmpty()) {
            command.add(cacheOption);
        }
        command.addAll(List.of("-cp", bundle.resolve(Bundle.JAR).toString(), "matterbook.cli.KernelMain"));
        return command;
    }
}
