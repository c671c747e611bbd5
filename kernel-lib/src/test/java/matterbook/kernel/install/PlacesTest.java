package matterbook.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void eachSystemHasItsCustom() {
        assertEquals(new Places(Path.of("/home/ada/.local/share/jupyter/kernels"),
                Path.of("/home/ada/.local/share/matterbook")), Places.ofUser(Map.of(), "Linux", HOME));
        assertEquals(
                new Places(Path.of("/home/ada/Library/Jupyter/kernels"),
                        Path.of("/home/ada/Library/Application Support/matterbook")),
                Places.ofUser(Map.of(), "Mac OS X", HOME));
        assertEquals(new Places(Path.of("/roaming/jupyter/kernels"), Path.of("/roaming/matterbook")),
                Places.ofUser(Map.of("APPDATA", "/roaming"), "Windows 11", HOME));
    }

    @Test
    void theEnvironmentWins() {
        assertEquals(new Places(Path.of("/j/kernels"), Path.of("/x/matterbook")),
                Places.ofUser(Map.of("JUPYTER_DATA_DIR", "/j", "XDG_DATA_HOME", "/x"), "Linux", HOME));
        assertEquals(Path.of("/x/jupyter/kernels/matterbook"),
                Places.ofUser(Map.of("XDG_DATA_HOME", "/x", "JUPYTER_DATA_DIR", ""), "Linux", HOME).kernelspec());
    }

    @Test
    void aPrefixHoldsBoth() {
        assertEquals(new Places(Path.of("/opt/share/jupyter/kernels"), Path.of("/opt/share/matterbook")),
                Places.under(Path.of("/opt/x/..")));
    }

    @Test
    void aKernelOnTheJupyterPathIsFoundAfterTheUsersOwn(@TempDir Path folder) throws IOException {
        Places user = Places.under(folder.resolve("user"));
        Places prefix = Places.under(folder.resolve("prefix"));
        Map<String, String> environment = Map.of("JUPYTER_PATH",
                folder.resolve("none") + File.pathSeparator + prefix.kernels().getParent());
        assertEquals(user, user.orOnJupyterPath(environment));
        Files.createDirectories(prefix.kernelspec());
        assertEquals(prefix, user.orOnJupyterPath(environment));
        Files.createDirectories(user.kernelspec());
        assertEquals(user, user.orOnJupyterPath(environment));
    }
}
