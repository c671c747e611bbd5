package matterbook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code matterbook kernel}: one kernel for Jupyter's connection file. */
@Command(name = "kernel", mixinStandardHelpOptions = true, hidden = true, description = "Serves one kernel; Jupyter starts this.")
final class KernelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONNECTION_FILE", description = "What Jupyter has written.")
    private Path connectionFile = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        KernelMain.serve(connectionFile);
        return 0;
    }
}
