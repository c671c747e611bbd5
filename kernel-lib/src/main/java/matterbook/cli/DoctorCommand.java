package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import matterbook.core.Launcher;
import matterbook.course.grade.Sandbox;
import matterbook.kernel.Json;
import matterbook.kernel.install.Doctor;
import matterbook.kernel.install.Doctor.Finding;
import matterbook.kernel.install.Doctor.State;
import matterbook.kernel.install.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matterbook doctor}: what is missing, and how to mend it. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Checks Java, kernel, Jupyter, drawing and the sandbox of grading, and says how to mend what is broken.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Looks at the kernel installed under DIR/share.")
    private @Nullable Path prefix;

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Places places = InstallCommand.places(prefix);
        List<Finding> findings = new ArrayList<>(prefix == null
                ? new Doctor(places.orOnJupyterPath(System.getenv()), Launcher.command("install")).examine()
                : new Doctor(places, Launcher.command("install", "--prefix", prefix.toString())).examine());
        findings.add(sandbox(Sandbox.problem()));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Json.array(findings.stream().map(DoctorCommand::json).toList()));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        return findings.stream().anyMatch(finding -> finding.state() == State.BROKEN) ? 1 : 0;
    }

    /** Only those who grade the work of others need it: its absence is a note. */
    static Finding sandbox(String problem) {
        return problem.isEmpty()
                ? new Finding("Sandbox", State.OK, "bubblewrap: submissions are graded inside of it", "")
                : new Finding("Sandbox", State.NOTE,
                        problem + ": submissions graded here could read and change your files",
                        "before you grade the work of others: apt install bubblewrap (docs/threat-model.md)");
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf(Locale.ROOT, "%-7s%-15s %s%n", finding.state().name().toLowerCase(Locale.ROOT), finding.name(),
                finding.found());
        if (!finding.mend().isEmpty()) {
            out.printf(Locale.ROOT, "%23s%s%n", "-> ", finding.mend());
        }
    }

    private static Object json(Finding finding) {
        return Json.object("name", finding.name(), "state", finding.state().name().toLowerCase(Locale.ROOT), "found",
                finding.found(), "mend", finding.mend());
    }
}
