package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.Gson;
import matterbook.core.Launcher;
import matterbook.course.NewLesson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook new}: begins a lesson. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Writes the source of a new lesson, which passes all checks as it is.")
final class NewCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "Such as ising-model.")
    private String topic = "";

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path file = NewLesson.write(topic, WeaveCommand.repository());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json
                ? new Gson().toJson(Map.of("written", file.toString()))
                : file + "\nEdit it, then: "
                        + Launcher.command("weave", "--outputs", String.valueOf(file.getFileName())));
        return 0;
    }
}
