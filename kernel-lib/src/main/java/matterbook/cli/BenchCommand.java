package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import matterbook.core.Stopped;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook bench}: measures, prints and records in docs/benchmarks.md. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures the kit on this machine.")
final class BenchCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", defaultValue = "kernel", description = "kernel: start, cells and memory beside ipykernel; grade: a class of 300; fluid: dynamics and Metropolis beside LAMMPS and plain C++; ising: spins a second; learning: networks beside torch, neighbours beside scikit-learn, start-up.")
    private String name = "kernel";

    @Option(names = "--prefix", paramLabel = "DIR", description = "Measures the kernel installed under DIR/share.")
    private @Nullable Path prefix;

    @Option(names = "--starts", paramLabel = "N", defaultValue = "9", description = "How often each kernel is started (${DEFAULT-VALUE}).")
    private int starts;

    @Option(names = "--submissions", paramLabel = "N", description = "How many learners the class has (${DEFAULT-VALUE}).")
    private int submissions = GradeBench.CLASS;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often fluids, spins and what learns are measured (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--write", paramLabel = "FILE", description = "Replaces this benchmark's section in FILE (docs/benchmarks.md).")
    private @Nullable Path report;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (starts < 1) {
            throw new UserError("--starts must be at least 1, not " + starts);
        }
        if (rounds < 1) {
            throw new UserError("--rounds must be at least 1, not " + rounds);
        }
        if (submissions < 1) {
            throw new UserError("--submissions must be at least 1, not " + submissions);
        }
        try (StopOnSignal _ = new StopOnSignal()) {
            return bench();
        }
    }

    private int bench() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try {
            BenchResult result = measure(err);
            out.println(json ? result.json() : result.text());
            if (report != null) {
                BenchReport.replace(report, name, result.section());
            }
            return 0;
        } catch (Stopped _) {
            err.println("matterbook: stopped; nothing was measured");
            return STOPPED;
        }
    }

    private BenchResult measure(PrintWriter err) throws IOException {
        return switch (name) {
            case "kernel" -> new KernelBench(InstallCommand.places(prefix), starts, err).run();
            case "grade" -> new GradeBench(submissions, err).run();
            case "fluid" -> new FluidBench(rounds, err).run();
            case "ising" -> new IsingBench(rounds, err).run();
            case "learning" -> new LearningBench(rounds, err).run();
            default -> throw new UserError(
                    "no benchmark \"" + name + "\"; there are: kernel, grade, fluid, ising, learning");
        };
    }
}
