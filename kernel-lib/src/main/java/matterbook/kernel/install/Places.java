package matterbook.kernel.install;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Where an installation goes.
 *
 * @param kernels folder of kernelspecs that Jupyter searches
 * @param bundles folder of the immutable copies, one subfolder for each content
 */
public record Places(Path kernels, Path bundles) {
    private static final String NAME = "matterbook";

    /** Under a prefix, as {@code jupyter kernelspec install --prefix} has it. */
    public static Places under(Path prefix) {
        Path share = prefix.toAbsolutePath().normalize().resolve("share");
        return new Places(share.resolve("jupyter").resolve("kernels"), share.resolve(NAME));
    }

    /**
     * For the user: Jupyter's data folder (JUPYTER_DATA_DIR, else the system's custom) and the user's data folder.
     *
     * @param environment of the process
     * @param system {@code os.name}
     * @param home {@code user.home}
     */
    public static Places ofUser(Map<String, String> environment, String system, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        Path data;
        Path jupyter;
        if (os.contains("mac")) {
            data = home.resolve("Library").resolve("Application Support");
            jupyter = home.resolve("Library").resolve("Jupyter");
        } else if (os.contains("windows")) {
            data = from(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
            jupyter = data.resolve("jupyter");
        } else {
            data = from(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
            jupyter = data.resolve("jupyter");
        }
        return new Places(from(environment, "JUPYTER_DATA_DIR", jupyter).resolve("kernels"), data.resolve(NAME));
    }

    /**
     * Where Jupyter finds the kernel: the user's places, or else those of the first folder of JUPYTER_PATH that has
     * it, as after {@code install --prefix}.
     */
    public Places orOnJupyterPath(Map<String, String> environment) {
        if (Files.exists(kernelspec())) {
            return this;
        }
        return Arrays.stream(environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder).toAbsolutePath())
                .map(folder -> new Places(folder.resolve("kernels"), folder.resolveSibling(NAME)))
                .filter(places -> Files.exists(places.kernelspec())).findFirst().orElse(this);
    }

    /** The folder of our kernelspec. */
    public Path kernelspec() {
        return kernels.resolve(NAME);
    }

    private static Path from(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
