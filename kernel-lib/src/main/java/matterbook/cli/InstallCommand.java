package matterbook.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import matterbook.kernel.Json;
import matterbook.kernel.install.Bundle;
import matterbook.kernel.install.Installation;
import matterbook.kernel.install.Installer;
import matterbook.kernel.install.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matterbook install}: makes Jupyter know the kernel. */
@Command(name = "install", mixinStandardHelpOptions = true, description = "Installs the kernel for Jupyter, for you or under a prefix.")
final class InstallCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Installs under DIR/share instead of your own data folder.")
    private @Nullable Path prefix;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!json) {
            print("Installing (a start-up cache is made, which takes some seconds) ...");
        }
        Bundle bundle = Bundle.of(ownJar(), Runtime.version().toString());
        Installation done = new Installer(places(prefix), java()).install(bundle);
        if (json) {
            print(Json.object("kernelspec", done.kernelspec().toString(), "bundle", done.bundle().toString(), "fresh",
                    done.fresh(), "cache", done.cacheProblem().isEmpty(), "cache_problem", done.cacheProblem())
                    .toString());
            return 0;
        }
        if (!done.cacheProblem().isEmpty()) {
            print("No start-up cache (" + done.cacheProblem() + "): the kernel works, but starts more slowly.");
        }
        print("Installed \"Java (Matterbook)\" in " + done.kernelspec());
        print("Files: " + done.bundle() + (done.fresh() ? "" : " (was there already)"));
        if (prefix != null) {
            print("Jupyter finds it if it is installed under the same prefix, or with JUPYTER_PATH="
                    + Places.under(prefix).kernels().getParent());
        }
        return 0;
    }

    /** The user's own places, or those under a prefix. */
    static Places places(@Nullable Path prefix) {
        return prefix != null
                ? Places.under(prefix)
                : Places.ofUser(System.getenv(), System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")));
    }

    private static Path java() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java").toAbsolutePath();
    }

    private static Path ownJar() {
        try {
            return Path.of(InstallCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(String line) {
        Objects.requireNonNull(spec).commandLine().getOut().println(line);
    }
}
